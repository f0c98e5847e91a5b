package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.EchoAnswers;
import tp6.stage.EchoConnections;
import tp6.stage.EchoLines;
import tp6.stage.EchoTexts;
import tp6.stage.Exercise;
import tp6.stage.ServerUnderTest;
import tp6.stage.Stage;
import tp6.stage.TestClient;
import tp6.stage.setting.Chance;

@Exercise("echo-single")
class EchoServerTest {
  private static final int RESETS = 8;
  private static final Duration PROMPT = Duration.ofSeconds(1);

  @RegisterExtension final ServerUnderTest server = ServerUnderTest.of("tp6.echosingle.EchoServer");

  private final EchoAnswers echo = new EchoAnswers(server);
  private final EchoTexts texts = new EchoTexts(server);
  private final EchoLines lines = new EchoLines(server);
  private final EchoConnections connections = new EchoConnections(server);

  @Stage(number = 1, points = 2)
  void answersAClient(Chance chance) {
    echo.answersAClient(chance);
  }

  @Stage(number = 2, points = 2)
  void keepsAConversationGoing(Chance chance) {
    echo.keepsAConversationGoing(chance);
  }

  @Stage(number = 3, points = 2)
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

  @Stage(number = 6, points = 2)
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

  @Stage(number = 13, points = 1)
  void servesTheNextAfterAReset(Chance chance) {
    String word = chance.word();
    TestClient alice = server.connect("Alice");
    alice.sends(word).hears(word);
    alice.resets();
    String half = chance.word();
    TestClient bob = server.connect("Bob").sendsBytes(half.getBytes(UTF_8));
    server.settles();
    bob.resets();
    server.settles();
    TestClient chloe = server.connect("Chloé").sends(word);
    server.settles();
    chloe.hearsOnly(word, List.of(half));

    // Whoever takes its time, as it may, still has to do with them when David comes.
    boolean isPrompt = server.hasUsedLessThan(PROMPT);
    if (isPrompt && echo.servesTheNext(word)) {
      // Some of them are gone before the server has written its answer.
      for (int i = 1; i <= RESETS; i++) {
        server.connect("client " + i).sends(word).resets();
      }
      server.settles();
      server.connect("David").sends(word).hears(word);
    }
  }

  @Stage(number = 14, points = 2, needs = 11)
  void makesTheSecondClientWait(Chance chance) {
    String hers = chance.word();
    String his = chance.word();
    int more = echo.isConversation(hers, his) ? 3 : 0;
    TestClient alice = server.connect("Alice");
    alice.sends(hers).hears(hers);

    TestClient bob = server.connect("Bob");
    bob.sends(his);
    // Whoever answers him late answers her late, too: he hears nothing while she is answered.
    for (int i = 0; i < more; i++) {
      String word = chance.word();
      alice.sends(word).hears(word);
    }
    server.outwaits();
    bob.isNotAnswered(his, alice);
    alice.leaves();

    bob.hears(his);
  }

  @Stage(number = 15, points = 1)
  void servesUntilItIsClosed(Chance chance) {
    connections.servesUntilItIsClosed(chance);
  }
}
