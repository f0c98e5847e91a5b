package tp6.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import tp6.stage.cause.Received;

/** What an echo server does when nothing is unusual, which its other answers are compared with. */
final class EchoHabits {
  private final ServerUnderTest server;

  EchoHabits(ServerUnderTest server) {
    this.server = server;
  }

  /** Whether a client who sends one word after the other is answered each time, at once. */
  boolean isConversation(String first, String second) {
    return server.manages(() -> conversation(first, server::settles, second));
  }

  /** Two words, of which each is answered at once. */
  void conversation(String first, Runnable pause, String second) {
    TestClient alice = server.connect("Alice").sends(first).hearsAtOnce(first);
    pause.run();
    alice.sends(second).hearsAtOnce(second);
  }

  /** Clients come one after the other, and each says a word. */
  void visits(String... words) {
    for (String word : words) {
      server.connect("Bob").sends(word).hears(word).leaves();
      server.settles();
    }
  }

  /** How the server answers when nothing is unusual. */
  String usual(String word, List<String> pieces) {
    return server.untold(() -> answer(server.connect("Alice"), word, pieces));
  }

  /** Sends pieces, and expects an answer that holds a word. */
  static String answer(TestClient client, String word, List<String> pieces) {
    String answer = client.answerTo(pieces);
    if (!Received.word(word).isIn(answer.getBytes(ISO_8859_1))) {
      throw client.different("echo:" + word, answer);
    }
    return answer;
  }

  /** Numbers may be other ones each time, be it in bytes that say a length: another matter. */
  static String alike(String answer) {
    return Received.plain(answer).replaceAll("[\\p{Cntrl}&&[^\\r\\n]]", "").replaceAll("\\d+", "0");
  }
}
