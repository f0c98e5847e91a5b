package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.EchoAnswers;
import tp6.stage.EchoConnections;
import tp6.stage.EchoLines;
import tp6.stage.EchoTexts;
import tp6.stage.Exercise;
import tp6.stage.ServerUnderTest;
import tp6.stage.Stage;
import tp6.stage.TestClient;
import tp6.stage.Texts;
import tp6.stage.setting.Chance;

@Exercise(value = "echo-multi", seconds = 2)
class EchoServerTest {
  private static final int MANY = 40;
  private static final int FEW = 4;

  @RegisterExtension final ServerUnderTest server = ServerUnderTest.of("tp6.echomulti.EchoServer");

  private final EchoAnswers echo = new EchoAnswers(server);
  private final EchoTexts texts = new EchoTexts(server);
  private final EchoLines lines = new EchoLines(server);
  private final EchoConnections connections = new EchoConnections(server);

  @Stage(number = 1, points = 1)
  void answersAClient(Chance chance) {
    echo.answersAClient(chance);
  }

  @Stage(number = 2, points = 1)
  void keepsAConversationGoing(Chance chance) {
    echo.keepsAConversationGoing(chance);
  }

  @Stage(number = 3, points = 1)
  void putsThePrefix(Chance chance) {
    echo.putsThePrefix(chance);
  }

  @Stage(number = 4, points = 1)
  void endsTheLine(Chance chance) {
    echo.endsTheLine(chance);
  }

  @Stage(number = 5, points = 1)
  void saysNothingElse(Chance chance) {
    echo.saysNothingElse(chance);
  }

  @Stage(number = 6, points = 1)
  void carriesAnyText(Chance chance) {
    texts.carriesAnyText(chance);
  }

  @Stage(number = 7, points = 1)
  void carriesAnyLetter(Chance chance) {
    texts.carriesAnyLetter(chance);
  }

  @Stage(number = 8, points = 1)
  void answersAnEmptyLine(Chance chance) {
    texts.answersAnEmptyLine(chance);
  }

  @Stage(number = 9, points = 1)
  void answersInOrder(Chance chance) {
    lines.answersInOrder(chance);
  }

  @Stage(number = 10, points = 1)
  void joinsWhatTcpCuts(Chance chance) {
    lines.joinsWhatTcpCuts(chance);
  }

  @Stage(number = 11, points = 1)
  void servesTheNext(Chance chance) {
    connections.servesTheNext(chance);
  }

  @Stage(number = 12, points = 1)
  void closesTheConnection(Chance chance) {
    connections.closesTheConnection(chance);
  }

  @Stage(number = 13, points = 1, needs = 14)
  void leavesTheOthersAloneWhenOneResets(Chance chance) {
    String word = chance.word();
    TestClient alice = server.connect("Alice");
    TestClient bob = server.connect("Bob").sends(word).hears(word);

    bob.resets();
    server.connect("Chloé").resets();
    server.settles();

    alice.sends(word).hears(word);
    server.connect("David").sends(word).hears(word);
  }

  @Stage(number = 14, points = 3)
  void servesTwoClientsAtTheSameTime(Chance chance) {
    String his = chance.word();
    String hers = chance.word();
    TestClient alice = server.connect("Alice");
    TestClient bob = server.connect("Bob");

    bob.sends(his).hears(his);
    alice.sends(hers).hears(hers);
  }

  @Stage(number = 15, points = 1)
  void servesUntilItIsClosed(Chance chance) {
    connections.servesUntilItIsClosed(chance);
  }

  @Stage(number = 16, points = 2, needs = 14)
  void servesAHundredAndOneClients(Chance chance) {
    for (int i = 1; i <= 101; i++) {
      String word = chance.word();
      server.connectAtOnce("client " + i).sends(word).hears(word);
    }
  }

  @Stage(number = 17, points = 1, needs = 14)
  void keepsConversationsApart(Chance chance) {
    server.plays(words(chance, MANY), Texts::fewer, words -> apart(words, 0, server::settles));
    List<String> one = words(chance, 1);
    if (server.manages(() -> apart(one, 3, server::outwaits))) {
      server.plays(words(chance, FEW), Texts::fewer, words -> apart(words, 3, server::settles));
    }
    if (echo.servesTheNext(one.get(0))) {
      String half = chance.word();
      server.connect("Alice").sendsBytes(half.getBytes(UTF_8)).leaves();
      server.settles();
      TestClient bob = server.connect("Bob").sends(one.get(0));
      server.settles();
      bob.hearsOnly(one.get(0), List.of(half));
    }
  }

  private static List<String> words(Chance chance, int clients) {
    return Stream.generate(chance::word).distinct().limit(clients).toList();
  }

  /**
   * The clients come so fast that the server accepts the next before it has begun to serve the
   * last; and all have begun their words before the first ends its own.
   */
  private void apart(List<String> words, int cut, Runnable pause) {
    server.restart();
    Map<TestClient, String> clients = new LinkedHashMap<>();
    words.forEach(word -> clients.put(server.connectAtOnce("client of " + word), word));
    server.settles();

    clients.forEach((client, word) -> client.sendsBytes(word.substring(0, cut).getBytes(UTF_8)));
    pause.run();
    clients.forEach((client, word) -> client.sends(word.substring(cut)));
    server.settles();

    // One after the other leaves: how many are served at once is another matter.
    clients.forEach((client, word) -> client.hearsOnly(word, words).leaves());
  }
}
