package tp6.stage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.stage.cause.Received;
import tp6.stage.setting.Chance;

/**
 * What both echo servers are asked to do. Each experiment looks at one behaviour, and takes any
 * answer that holds the word which was sent, or compares two answers with each other: it does not
 * matter what else is wrong. Here, words are sent, and answers looked at.
 */
public final class EchoAnswers {
  private static final int MESSAGES = 10;

  /** Of a prefix that is another one than the right one. */
  private static final int LONG_PREFIX = 40;

  private final ServerUnderTest server;
  private final EchoHabits habits;

  public EchoAnswers(ServerUnderTest server) {
    this.server = server;
    this.habits = new EchoHabits(server);
  }

  /** A client sends a word, and waits for it. */
  public void answersAClient(Chance chance) {
    String word = chance.word();

    server.connect("Alice").sends(word).hearsAtOnce(word);
  }

  /**
   * A client sends word after word, and once is silent for a while; then it looks at the answers.
   */
  public void keepsAConversationGoing(Chance chance) {
    TestClient alice = server.connect("Alice");
    List<String> words = Stream.generate(chance::word).distinct().limit(MESSAGES).toList();
    for (String word : words) {
      alice.sends(word);
      server.settles();
      if (word.equals(words.get(MESSAGES / 2))) {
        server.outwaitsAnyLimit();
      }
    }
    words.forEach(alice::hears);
  }

  /** What stands right before the word. */
  public void putsThePrefix(Chance chance) {
    String word = chance.word();
    TestClient alice = server.connect("Alice").sends(word);

    String before = alice.hearsBefore(word);

    if (!isPrefixed(before)) {
      throw alice.different("echo:" + word, before + word);
    }
  }

  /** Whether a line end follows the word. */
  public void endsTheLine(Chance chance) {
    String word = chance.word();

    server.connect("Alice").sends(word).hears(word).hearsLineEnd();
  }

  /**
   * Words are sent: nothing comes but their answers, nothing in a silence, and nothing to a client
   * that says nothing. A word that is sent twice has two answers.
   */
  public void saysNothingElse(Chance chance) {
    List<String> words = Stream.generate(chance::word).distinct().limit(MESSAGES).toList();
    String one = words.get(0);
    String two = words.get(1);
    saysNothingElse(server.connect("Alice"), List.of(one, two), server::settles);
    if (server.manages(() -> habits.conversation(one, server::outwaitsAnyLimit, two))) {
      saysNothingElse(server.connect("Alice"), List.of(one, two), server::outwaitsAnyLimit);
      server.restart();
      saysNothingElse(server.connect("Alice"), words, server::settles);
      server.restart();
      habits.conversation(one, server::settles, one);
    }
    if (servesTheNext(one)) {
      habits.visits(one, two);
      saysNothingElse(server.connect("Chloé"), List.of(one, two), server::settles);
      server.restart();
      saysNothing(server.connect("Alice"));
    }
  }

  private void saysNothingElse(TestClient alice, List<String> words, Runnable pause) {
    for (String word : words) {
      alice.sends(word);
      server.settles();
    }
    pause.run();
    String answer = alice.answerTo(List.of());
    if (!onlyAnswers(words, answer)) {
      throw alice.different("echo:" + String.join("\necho:", words) + "\n", answer);
    }
    alice.leaves();
  }

  private static void saysNothing(TestClient alice) {
    String answer = alice.answerTo(List.of());
    if (!answer.isEmpty()) {
      throw alice.different("", answer);
    }
  }

  /** Where the prefix is another one, that is what is wrong, and what follows the word, too. */
  private static boolean onlyAnswers(List<String> words, String answer) {
    String plain = Received.plain(answer);
    Matcher first = Pattern.compile("(?is)(.*?)(?:" + String.join("|", words) + ")").matcher(plain);
    boolean isRight = first.lookingAt() && isPrefixed(first.group(1));
    String prefix = isRight ? "echo:" : "[^\n]{0," + LONG_PREFIX + "}?";
    String end = (isRight ? "" : "[^\n]{0," + LONG_PREFIX + "}?") + "(\r?\n|\r|\\\\n|\\\\r\\\\n)?";
    String only =
        words.subList(1, words.size()).stream()
            .map(word -> "(" + prefix + word + end)
            .collect(Collectors.joining("", "(?i)" + prefix + words.get(0) + end, ""));
    return Pattern.matches(only + ")?".repeat(words.size() - 1), plain);
  }

  private static boolean isPrefixed(String before) {
    return before.endsWith("echo:") && !before.endsWith("echo:echo:");
  }

  /** Whether clients that come one after the other are answered. */
  public boolean servesTheNext(String word) {
    return server.manages(() -> habits.visits(word, word, word));
  }

  /** Whether a client who sends one word after the other is answered each time, at once. */
  public boolean isConversation(String first, String second) {
    return habits.isConversation(first, second);
  }
}
