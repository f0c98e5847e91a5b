package tp6.stage;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tp6.stage.cause.Diagnosis;
import tp6.stage.setting.Chance;

/** Which texts an echo server is sent: with any signs, with none, and like an answer. */
public final class EchoTexts {
  private static final String BLANKS = "   ";
  private static final Duration PROMPT = Duration.ofSeconds(5);

  private final ServerUnderTest server;
  private final EchoHabits habits;

  public EchoTexts(ServerUnderTest server) {
    this.server = server;
    this.habits = new EchoHabits(server);
  }

  /** Drawn lines of ASCII, one a client; and words that are not special to a server. */
  public void carriesAnyText(Chance chance) {
    List<String> texts = Texts.ascii(chance);
    String before = chance.word();
    String after = chance.word();
    if (!server.manages(() -> visits(texts, after))) {
      carriesEach(texts);
      if (habits.isConversation(before, after)) {
        for (String word : Diagnosis.GOODBYES) {
          server.restart();
          carriesOn(word, after);
        }
      }
    }
    List<String> more = Texts.betweenSigns(chance);
    // Whoever takes its time, as it may, has none left for so many.
    boolean isPrompt = server.hasUsedLessThan(PROMPT);
    if (isPrompt && !server.manages(() -> visits(more))) {
      carriesEach(more);
    }
    carriesWhatLooksLikeAnAnswer(after);
  }

  private void carriesEach(List<String> texts) {
    for (String text : texts) {
      server.plays(text, Texts::simpler, this::carries);
    }
  }

  /** The prefix belongs to a message, too, and so do blanks where there is nothing else. */
  private void carriesWhatLooksLikeAnAnswer(String word) {
    String prefix =
        server.untold(() -> EchoHabits.alike(server.connect("Bob").sends(word).hearsBefore(word)));
    requireEnd(prefix + "echo:", server.connect("Alice").sends("echo:" + word), word);
    if (server.manages(() -> answersLike("", word))) {
      TestClient alice = server.connect("Alice");
      String came = alice.answerTo(List.of(BLANKS + "\n"));
      if (!EchoHabits.alike(came).contains(prefix + BLANKS)) {
        throw alice.different("echo:" + BLANKS + "\n", came);
      }
    }
  }

  private void requireEnd(String wanted, TestClient client, String word) {
    String before = client.hearsBefore(word);
    if (!EchoHabits.alike(before).endsWith(wanted)) {
      throw client.different("echo:echo:" + word, before + word);
    }
  }

  /** All in one go, where nothing goes wrong. */
  private void visits(List<String> texts, String after) {
    visits(texts);
    TestClient bob = server.connectAtOnce("Bob");
    Diagnosis.GOODBYES.forEach(word -> bob.sends(word).hearsExactly(word));
    bob.sends(after).hearsExactly(after).leaves();
  }

  private void visits(List<String> texts) {
    texts.forEach(text -> server.connectAtOnce("Alice").sends(text).hearsExactly(text).leaves());
  }

  private void carriesOn(String first, String second) {
    carriesTo("Alice", first).sends(second).hearsExactly(second);
  }

  private void carries(String text) {
    server.restart();
    carriesTo("Alice", text);
  }

  private TestClient carriesTo(String name, String text) {
    return server.connect(name).sends(text).hearsExactly(text);
  }

  /** Drawn lines of letters from all over the world, one a client; capitals do not matter. */
  public void carriesAnyLetter(Chance chance) {
    server.playsAll(
        Texts.unicode(chance),
        Texts::simpler,
        text -> server.connect("Alice").sends(text).hearsLetters(text).leaves());
  }

  /** An empty line is answered as any other, but for the word; and the next line, too. */
  public void answersAnEmptyLine(Chance chance) {
    String word = chance.word();
    String next = chance.word();

    answersLike("", word);
    answersLike(List.of("\n", next + "\n"), List.of(word + "\n", next + "\n"), "", word);
    if (!habits.isConversation(word, next)) {
      return;
    }
    answersLike(
        List.of("\n", "\n", next + "\n"), List.of(word + "\n", word + "\n", next + "\n"), "", word);
  }

  /** A line is answered as a word is, but for the word. */
  private void answersLike(String line, String word) {
    answersLike(List.of(line + "\n"), List.of(word + "\n"), line, word);
  }

  private void answersLike(List<String> lines, List<String> usual, String line, String word) {
    String wanted = EchoHabits.alike(habits.usual(word, usual)).replaceAll("(?i)" + word, line);
    TestClient alice = server.connect("Alice");
    String came = alice.answerTo(lines);
    String right = lines.stream().map("echo:"::concat).collect(Collectors.joining());
    if (!EchoHabits.alike(came).equals(wanted) && !came.equals(right)) {
      throw alice.different(wanted, came);
    }
    alice.leaves();
  }
}
