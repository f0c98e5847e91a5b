package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tp6.stage.cause.Diagnosis;
import tp6.stage.cause.Received;
import tp6.stage.setting.Chance;

/**
 * What both echo servers are asked to do. Each experiment looks at one behaviour, and takes any
 * answer that holds the word which was sent, or compares two answers with each other: it does not
 * matter what else is wrong.
 */
public final class EchoExperiments {
  private static final int MESSAGES = 10;

  /** Whoever keeps 10 MB of each is out of memory by then. */
  private static final int VISITS = 16;

  /** Enough to tell what is left of them from {@link ServerUnderTest}'s few. */
  private static final int RESETS = 8;

  /** For forty lines; a thousand are then answered within the time of a stage. */
  private static final Duration PROMPT = Duration.ofMillis(900);

  private static final String BLANKS = "   ";

  /** Of a prefix that is another one than the right one. */
  private static final int LONG_PREFIX = 40;

  private final ServerUnderTest server;

  public EchoExperiments(ServerUnderTest server) {
    this.server = server;
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

  /** Two words are sent: nothing comes but their two answers, and nothing in a silence. */
  public void saysNothingElse(Chance chance) {
    String one = chance.word();
    String two = chance.word();
    saysNothingElse(one, two, server::settles);
    if (server.manages(() -> conversation(one, server::outwaits, two))) {
      saysNothingElse(one, two, server::outwaits);
    }
  }

  private void saysNothingElse(String one, String two, Runnable pause) {
    TestClient alice = server.connect("Alice").sends(one);
    server.settles();
    alice.sends(two);
    pause.run();
    String answer = alice.answerTo(List.of());
    if (!onlyAnswers(one, two, answer)) {
      throw alice.different("echo:" + one + "\necho:" + two + "\n", answer);
    }
  }

  /** Where the prefix is another one, that is what is wrong, and what follows the word, too. */
  private static boolean onlyAnswers(String one, String two, String answer) {
    String plain = Received.plain(answer);
    Matcher first = Pattern.compile("(?is)(.*?)(?:" + one + "|" + two + ")").matcher(plain);
    boolean isRight = first.lookingAt() && isPrefixed(first.group(1));
    String prefix = isRight ? "echo:" : "[^\n]{0," + LONG_PREFIX + "}?";
    String end = (isRight ? "" : "[^\n]{0," + LONG_PREFIX + "}?") + "(\r?\n|\r|\\\\n|\\\\r\\\\n)?";
    String only = "(?i)" + prefix + one + end + "(" + prefix + two + end + ")?";
    return Pattern.matches(only, plain);
  }

  private static boolean isPrefixed(String before) {
    return before.endsWith("echo:") && !before.endsWith("echo:echo:");
  }

  /** Drawn lines of ASCII, one a client; and words that are not special to a server. */
  public void carriesAnyText(Chance chance) {
    List<String> texts = Texts.ascii(chance);
    String before = chance.word();
    String after = chance.word();
    if (!server.manages(() -> visits(texts, after))) {
      for (String text : texts) {
        server.plays(text, Texts::simpler, this::carries);
      }
      if (isConversation(before, after)) {
        for (String word : Diagnosis.GOODBYES) {
          server.restart();
          carriesOn(word, after);
        }
      }
    }
    carriesWhatLooksLikeAnAnswer(after);
  }

  /** The prefix belongs to a message, too, and so do blanks where there is nothing else. */
  private void carriesWhatLooksLikeAnAnswer(String word) {
    String prefix = server.untold(() -> alike(server.connect("Bob").sends(word).hearsBefore(word)));
    requireEnd(prefix + "echo:", server.connect("Alice").sends("echo:" + word), word);
    if (server.manages(() -> answersLike("", word))) {
      TestClient alice = server.connect("Alice");
      String came = alice.answerTo(List.of(BLANKS + "\n"));
      if (!alike(came).contains(prefix + BLANKS)) {
        throw alice.different("echo:" + BLANKS + "\n", came);
      }
    }
  }

  private void requireEnd(String wanted, TestClient client, String word) {
    String before = client.hearsBefore(word);
    if (!alike(before).endsWith(wanted)) {
      throw client.different("echo:echo:" + word, before + word);
    }
  }

  /** All in one go, where nothing goes wrong. */
  private void visits(List<String> texts, String after) {
    texts.forEach(text -> carriesTo("Alice", text).leaves());
    TestClient bob = server.connect("Bob");
    Diagnosis.GOODBYES.forEach(word -> bob.sends(word).hearsExactly(word));
    bob.sends(after).hearsExactly(after).leaves();
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
  }

  /** A line is answered as a word is, but for the word. */
  private void answersLike(String line, String word) {
    answersLike(List.of(line + "\n"), List.of(word + "\n"), line, word);
  }

  private void answersLike(List<String> lines, List<String> usual, String line, String word) {
    String wanted = alike(usual(word, usual)).replaceAll("(?i)" + word, line);
    TestClient alice = server.connect("Alice");
    String came = alice.answerTo(lines);
    if (!alike(came).equals(wanted)) {
      throw alice.different(wanted, came);
    }
    alice.leaves();
  }

  /** Numbers may be other ones each time, be it in bytes that say a length: another matter. */
  private static String alike(String answer) {
    return Received.plain(answer).replaceAll("[\\p{Cntrl}&&[^\\r\\n]]", "").replaceAll("\\d+", "0");
  }

  /** Several lines in one piece: their words come back in the order of the lines. */
  public void answersInOrder(Chance chance) {
    String first = chance.word();
    String second = chance.word();
    boolean goesOn = isConversation(first, second);
    long start = System.nanoTime();
    for (int lines : goesOn ? new int[] {3, 40} : new int[] {1}) {
      answersInOrder(chance, lines);
    }
    // Whoever takes its time, as it may, has none left for so many.
    if (goesOn && Duration.ofNanos(System.nanoTime() - start).compareTo(PROMPT) < 0) {
      answersInOrder(chance, 1_000);
    }
  }

  private void answersInOrder(Chance chance, int lines) {
    List<String> words = Stream.generate(chance::word).distinct().limit(lines).toList();
    server.plays(words, Texts::fewer, this::answersInOrder);
  }

  /** Whether a client who sends one word after the other is answered each time, at once. */
  public boolean isConversation(String first, String second) {
    return server.manages(() -> conversation(first, server::settles, second));
  }

  private void conversation(String first, Runnable pause, String second) {
    TestClient alice = server.connect("Alice").sends(first).hearsAtOnce(first);
    pause.run();
    alice.sends(second).hearsAtOnce(second);
  }

  private void answersInOrder(List<String> words) {
    server.restart();
    TestClient alice = server.connect("Alice");
    String answer = alice.answerTo(List.of(String.join("\n", words) + "\n"));
    List<String> found = found(words, answer);
    if (!found.equals(words)) {
      throw alice.different(String.join(" ", words), String.join(" ", found));
    }
  }

  /** Those words that are in an answer, in their order. */
  private static List<String> found(List<String> words, String answer) {
    String plain = Received.plain(answer).toLowerCase(Locale.ROOT);
    Map<Integer, String> found = new TreeMap<>();
    words.forEach(word -> found.put(plain.indexOf(word), word));
    found.remove(-1);
    return List.copyOf(found.values());
  }

  /** How the server answers when nothing is unusual. */
  private String usual(String word, List<String> pieces) {
    return server.untold(() -> server.connect("Alice").answerWith(word, pieces));
  }

  /** A line in several pieces is answered as the same line in one. */
  public void joinsWhatTcpCuts(Chance chance) {
    List<Cut> lines = IntStream.rangeClosed(1, 3).mapToObj(cuts -> Cut.of(chance, cuts)).toList();
    if (!server.manages(() -> lines.forEach(this::joinsAsUsual))) {
      for (Cut line : lines) {
        server.plays(line, Cut::simpler, one -> joins(one, server::settles));
      }
    }
    String first = chance.word();
    String second = chance.word();
    if (server.manages(() -> conversation(first, server::outwaits, second))) {
      joins(Cut.of(chance, 1), server::outwaits);
    }
    if (isConversation(first, second)
        && server.manages(() -> answersInOrder(List.of(first, second)))) {
      answersBeforeTheRest(first, second);
    }
  }

  /** A whole line is answered, though a part of the next one has come with it. */
  private void answersBeforeTheRest(String first, String second) {
    TestClient alice = server.connect("Alice");
    String all = first + "\n" + second + "\n";
    int cut = first.length() + 1 + second.length() / 2;
    alice.sendsBytes(all.substring(0, cut).getBytes(UTF_8)).hearsAtOnce(first);
    alice.sendsBytes(all.substring(cut).getBytes(UTF_8)).hears(second);
  }

  /** On one server, where nothing goes wrong. */
  private void joinsAsUsual(Cut line) {
    TestClient bob = server.connect("Bob");
    String wanted = bob.answerWith(line.word(), List.of(line.text() + "\n"));
    bob.leaves();
    joins(line, wanted, server::settles);
  }

  private void joins(Cut line, Runnable pause) {
    joins(line, usual(line.word(), List.of(line.text() + "\n")), pause);
  }

  private void joins(Cut line, String wanted, Runnable pause) {
    TestClient alice = server.connect("Alice");
    for (byte[] piece : line.pieces()) {
      alice.sendsBytes(piece);
      pause.run();
    }
    String came = alice.answerTo(List.of());
    if (!alike(came).contains(alike(wanted))) {
      throw alice.different(wanted, came);
    }
    alice.leaves();
  }

  /** Clients come and leave, and the last one is answered. */
  public void servesTheNext(Chance chance) {
    for (String name : List.of("Alice", "Bob", "Chloé")) {
      String word = chance.word();
      TestClient client = server.connect(name).sends(word).hears(word);
      client.leaves();
      server.settles();
    }
    String last = chance.word();
    server.connect("David").sends(last).hears(last);
  }

  /** A client that has finished sees the end; and of many visits, nothing is left. */
  public void closesTheConnection(Chance chance) {
    String word = chance.word();
    server.connect("Alice").sends(word).hears(word).finishesSending().seesTheEnd();
    if (!server.manages(() -> servesTheNext(chance))) {
      return;
    }
    leavesNothingOf(VISITS, client -> client.sends(word).hears(word).leaves());
    Consumer<TestClient> reset = client -> client.sends(word).hears(word).resets();
    if (server.manages(() -> visits(RESETS, reset))) {
      leavesNothingOf(RESETS, reset);
    }
  }

  private void leavesNothingOf(int visits, Consumer<TestClient> visit) {
    server.restart();
    visit.accept(server.connect("Alice"));
    server.countsSockets();
    int threads = server.busyThreads();
    visits(visits, visit);
    server.hasNoNewSockets();
    server.hasNoMoreThreadsThan(threads);
  }

  private void visits(int visits, Consumer<TestClient> visit) {
    for (int i = 1; i <= visits; i++) {
      visit.accept(server.connect("visit " + i));
    }
  }

  /** No client is needed to see whether the server waits for one, and ends when it is closed. */
  public void servesUntilItIsClosed(Chance chance) {
    String word = chance.word();
    server.connect("Alice").sends(word).hears(word);
    server.restart();
    server.opens();
    server.staysOpen();
    server.stopsWhenClosed();
  }
}
