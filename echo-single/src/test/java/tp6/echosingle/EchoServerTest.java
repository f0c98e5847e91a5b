package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.Chance;
import tp6.stage.Exercise;
import tp6.stage.ServerUnderTest;
import tp6.stage.Stage;
import tp6.stage.TestClient;

@Exercise("echo-single")
class EchoServerTest {
  @RegisterExtension final ServerUnderTest server = ServerUnderTest.of("tp6.echosingle.EchoServer");

  @Stage(number = 1, points = 2)
  void acceptsAClient(Chance chance) {
    TestClient alice = server.connect("Alice");
    alice.sends(chance.word()).finishesSending();

    alice.receivesSomething();
  }

  @Stage(number = 2, points = 4, needs = 1)
  void answersWithThePrefix(Chance chance) {
    String word = chance.word();

    server.connect("Alice").sends(word).receives("echo:" + word);
  }

  @Stage(number = 3, points = 3, needs = 2)
  void keepsAConversationGoing(Chance chance) {
    TestClient alice = server.connect("Alice");

    for (int i = 0; i < 10; i++) {
      String words = chance.word() + " " + chance.word();
      alice.sends(words).receives("echo:" + words);
    }
    alice.sends("").receives("echo:");
  }

  @Stage(number = 4, points = 2, needs = 2)
  void carriesAnyTextInUtf8(Chance chance) {
    for (String text : new String[] {"éàçœ€", "日本 שלום 🚲", chance.foreignWord()}) {
      server.connect("Alice").sends(text).receives("echo:" + text);
      server.restart();
    }
  }

  @Stage(number = 5, points = 2, needs = 3)
  void takesALineForAMessageHoweverTcpCutsIt(Chance chance) {
    String one = chance.word();
    String two = chance.word();
    byte[] cafe = ("café " + chance.word() + "\n").getBytes(UTF_8);
    TestClient alice = server.connect("Alice");

    alice.sendsBytes((one + "\n" + two + "\n").getBytes(UTF_8));
    alice.receives("echo:" + one).receives("echo:" + two);

    alice.sendsBytes(Arrays.copyOf(cafe, 4)).receivesNothing();
    alice.sendsBytes(Arrays.copyOfRange(cafe, 4, cafe.length));
    alice.receives("echo:" + new String(cafe, UTF_8).strip());
  }

  @Stage(number = 6, points = 3, needs = 2)
  void servesTheNextWhenAClientLeaves(Chance chance) {
    for (String name : new String[] {"Alice", "Bob", "Chloé"}) {
      String word = chance.word();
      TestClient client = server.connect(name);
      client.sends(word).receives("echo:" + word);
      client.leaves();
    }

    String last = chance.word();
    server.connect("David").sends(last).finishesSending().receives("echo:" + last).seesTheEnd();
  }

  @Stage(number = 7, points = 2, needs = 2)
  void servesTheNextAfterAReset(Chance chance) {
    String word = chance.word();
    TestClient alice = server.connect("Alice");
    alice.sends(word).receives("echo:" + word);
    alice.resets();
    server.connect("Bob").resets();

    server.connect("Chloé").sends(word).receives("echo:" + word);
  }

  @Stage(number = 8, points = 2, needs = 3)
  void makesTheSecondClientWaitForItsTurn(Chance chance) {
    String hers = chance.word();
    String his = chance.word();
    TestClient alice = server.connect("Alice");
    alice.sends(hers).receives("echo:" + hers);

    TestClient bob = server.connect("Bob");
    bob.sends(his).receivesNothing();
    alice.sends(his).receives("echo:" + his);
    alice.leaves();

    bob.receives("echo:" + his);
  }
}
