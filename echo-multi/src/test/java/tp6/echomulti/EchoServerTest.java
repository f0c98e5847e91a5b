package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.Chance;
import tp6.stage.Exercise;
import tp6.stage.ServerUnderTest;
import tp6.stage.Stage;
import tp6.stage.TestClient;

@Exercise("echo-multi")
class EchoServerTest {
  @RegisterExtension final ServerUnderTest server = ServerUnderTest.of("tp6.echomulti.EchoServer");

  @Stage(number = 1, points = 4)
  void echoesAsInExercise3(Chance chance) {
    for (String name : List.of("Alice", "Bob")) {
      TestClient client = server.connect(name);
      for (String text : List.of(chance.word(), chance.foreignWord(), "")) {
        client.sends(text).receives("echo:" + text);
      }
      client.sendsBytes("un\ndeux\n".getBytes(UTF_8)).receives("echo:un").receives("echo:deux");
      client.leaves();
    }
  }

  @Stage(number = 2, points = 5, needs = 1)
  void servesTwoClientsAtTheSameTime(Chance chance) {
    String his = chance.word();
    String hers = chance.word();
    TestClient alice = server.connect("Alice");
    TestClient bob = server.connect("Bob");

    bob.sends(his).receives("echo:" + his);
    alice.sends(hers).receives("echo:" + hers);
  }

  @Stage(number = 3, points = 3, needs = 2)
  void servesOneMoreBesideThirtySilentOnes(Chance chance) {
    String word = chance.word();
    for (int i = 1; i <= 30; i++) {
      server.connect("silent " + i);
    }

    server.connect("Alice").sends(word).receives("echo:" + word);
  }

  @Stage(number = 4, points = 3, needs = 2)
  void keepsConversationsApart(Chance chance) {
    Map<TestClient, String> words = new LinkedHashMap<>();
    for (String name : List.of("Alice", "Bob", "Chloé", "David")) {
      words.put(server.connect(name), chance.word());
    }
    TestClient alice = words.keySet().iterator().next();

    words.forEach((client, word) -> client.sendsBytes(word.getBytes(UTF_8)));
    alice.receivesNothing();
    words.keySet().forEach(client -> client.sends("!"));

    words.forEach((client, word) -> client.receives("echo:" + word + "!"));
  }

  @Stage(number = 5, points = 2, needs = 2)
  void leavesTheOthersAloneWhenOneResets(Chance chance) {
    String word = chance.word();
    TestClient alice = server.connect("Alice");
    alice.sends(word).receives("echo:" + word);
    int threads = server.busyThreads();
    TestClient bob = server.connect("Bob");
    bob.sends(word).receives("echo:" + word);

    bob.resets();
    server.connect("Chloé").resets();
    server.settles(threads);

    alice.sends(word).receives("echo:" + word);
    server.connect("David").sends(word).receives("echo:" + word);
  }

  @Stage(number = 6, points = 2, needs = 2)
  void leaksNothingInFiveHundredShortVisits(Chance chance) {
    String word = chance.word();
    for (int visits = 10; visits <= 500; visits += 10) {
      List<TestClient> ten = new ArrayList<>();
      for (int i = visits - 9; i <= visits; i++) {
        ten.add(server.connect("visit " + i).sends(word));
      }
      ten.forEach(client -> client.receives("echo:" + word).finishesSending());
      ten.forEach(client -> client.seesTheEnd().leaves());
    }
    server.hasAtMostThreads(250);
  }

  @Stage(number = 7, points = 1, needs = 1)
  void stopsWhenClosed(Chance chance) {
    String word = chance.word();
    TestClient alice = server.connect("Alice");
    alice.sends(word).receives("echo:" + word);
    alice.leaves();

    server.settles();
    server.stopsWhenClosed();
  }
}
