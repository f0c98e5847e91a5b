package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tp6.stage.cause.Received;
import tp6.stage.setting.Chance;

/** How lines come to an echo server: many in one piece, or one in many. */
public final class EchoLines {
  /** For the lines before, so that the next are answered within the time of a stage. */
  private static final Duration PROMPT = Duration.ofMillis(900);

  private final ServerUnderTest server;
  private final EchoHabits habits;

  public EchoLines(ServerUnderTest server) {
    this.server = server;
    this.habits = new EchoHabits(server);
  }

  /** Several lines in one piece: their words come back in the order of the lines. */
  public void answersInOrder(Chance chance) {
    String first = chance.word();
    String second = chance.word();
    boolean goesOn = habits.isConversation(first, second);
    Duration start = server.timeUsed();
    answersInOrder(chance, goesOn ? 3 : 1);
    // Whoever takes its time, as it may, has none left for so many.
    if (goesOn && server.timeUsed().minus(start).compareTo(PROMPT.multipliedBy(4)) < 0) {
      answersInOrder(chance, 40);
    }
    if (goesOn && server.timeUsed().minus(start).compareTo(PROMPT) < 0) {
      answersInOrder(chance, 1_000);
    }
  }

  private void answersInOrder(Chance chance, int lines) {
    List<String> words = Stream.generate(chance::word).distinct().limit(lines).toList();
    server.plays(words, Texts::fewer, this::answersInOrder);
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

  /** A line in several pieces is answered as the same line in one. */
  public void joinsWhatTcpCuts(Chance chance) {
    List<Cut> drawn = IntStream.rangeClosed(1, 3).mapToObj(cuts -> Cut.of(chance, cuts)).toList();
    // Which letters are carried is another matter.
    boolean carriesLetters = server.manages(() -> carries(drawn.get(0).text()));
    List<Cut> lines = carriesLetters ? drawn : drawn.stream().map(Cut::plain).toList();
    if (!server.manages(() -> lines.forEach(this::joinsAsUsual))) {
      for (Cut line : lines) {
        server.plays(line, Cut::simpler, one -> joins(one, server::settles));
      }
    }
    String many = Texts.longAscii(chance);
    if (carriesLetters && server.manages(() -> carries(many))) {
      server.plays(Texts.longLetters(chance), Texts::simpler, this::carries);
    }
    String first = chance.word();
    String second = chance.word();
    if (server.manages(() -> habits.conversation(first, server::outwaitsAnyLimit, second))) {
      joins(lines.get(0), server::outwaitsAnyLimit);
    }
    if (habits.isConversation(first, second) && keepsTheOrder(first, second)) {
      answersBeforeTheRest(first, second);
    }
  }

  /** Whichever of them comes first: they may be in the order of their letters. */
  private boolean keepsTheOrder(String one, String other) {
    return server.manages(
        () -> {
          answersInOrder(List.of(one, other));
          answersInOrder(List.of(other, one));
        });
  }

  private void carries(String text) {
    server.restart();
    server.connect("Alice").sends(text).hearsLetters(text).leaves();
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
    joins(line, asUsual(line), server::settles);
  }

  private String asUsual(Cut line) {
    TestClient bob = server.connect("Bob");
    String answer = EchoHabits.answer(bob, line.word(), List.of(line.text() + "\n"));
    bob.leaves();
    return answer;
  }

  private void joins(Cut line, Runnable pause) {
    joins(line, habits.usual(line.word(), List.of(line.text() + "\n")), pause);
  }

  private void joins(Cut line, String wanted, Runnable pause) {
    TestClient alice = server.connect("Alice");
    for (byte[] piece : line.pieces()) {
      alice.sendsBytes(piece);
      pause.run();
    }
    String came = alice.answerTo(List.of());
    if (!EchoHabits.alike(came).contains(EchoHabits.alike(wanted))) {
      throw alice.different(wanted, came);
    }
    alice.leaves();
  }
}
