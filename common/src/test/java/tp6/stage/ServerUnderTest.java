package tp6.stage;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import tp6.stage.Event.Kind;
import tp6.stage.HostState.Phase;

/**
 * The student's server: a new one for each stage, on a port of the system's choice, opened when the
 * first client comes.
 */
public final class ServerUnderTest extends UnderTest {
  private static final int MAX_PORT = 65_535;
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final Duration TIDY = Duration.ofMillis(300);
  private static final Duration SETTLE = Duration.ofSeconds(2);

  /** A port; nothing where none could be opened. */
  private static final Pattern PORT = Pattern.compile("\\d{0,5}");

  private final List<TestClient> clients = new ArrayList<>();
  private int port;
  private boolean asked;
  private boolean closed;

  private ServerUnderTest(String className) {
    super(className);
  }

  /** The server of this class, which the test does not link to. */
  public static ServerUnderTest of(String className) {
    return new ServerUnderTest(className);
  }

  /** Connects a client of that name. */
  public TestClient connect(String name) {
    if (port == 0) {
      open();
    }
    TestClient client = client(name);
    clients.add(client);
    client.connect(port);
    return client;
  }

  private TestClient client(String name) {
    return new TestClient(name, transcript(), words(), link(), timeLeft());
  }

  private void open() {
    asked = true;
    String answer = link().askForOne(PORT, "serve", className);
    if (answer.isEmpty() || Integer.parseInt(answer) > MAX_PORT) {
      throw unexpected(Symptom.UNOPENED);
    }
    port = Integer.parseInt(answer);
  }

  /** Replaces the server by a new one. */
  public void restart() {
    tidyUp();
  }

  /** Sets the clock that the server was given. */
  public void clockShows(LocalTime time) {
    transcript().note(words().say("clock"), words().say("step.shows", ISO_LOCAL_TIME.format(time)));
    link().ask("time", time.toString());
  }

  /**
   * Waits until a thread of the server stands in {@code accept} again. Uses up no connection, and
   * gives up after a moment: a server may wait for clients in a way that is not recognised.
   */
  public void settles() {
    if (port == 0) {
      return;
    }
    Deadline deadline = Deadline.in(SETTLE);
    while (!standsInAccept() && !link().state(5).isHopeless() && !deadline.hasPassed()) {
      // Asking has taken a moment already.
    }
  }

  private boolean standsInAccept() {
    return link().stands().stream().anyMatch(stand -> stand.matches(".*\\.(accept|select)\\b.*"));
  }

  /** How many threads are in the server's own code: those that rest in a pool are not. */
  public int busyThreads() {
    return link().stands().size();
  }

  /**
   * Waits until at most so many threads are in the server's own code: what the others had to do is
   * done then, be it the end of all.
   */
  public void settles(int threads) {
    Deadline deadline = Deadline.in(SETTLE);
    while (busyThreads() > threads && !deadline.hasPassed()) {
      link().state(5);
    }
  }

  /** Expects that within a few seconds the server has at most so many threads. */
  public void hasAtMostThreads(int expected) {
    Deadline deadline = Deadline.in(STOP);
    HostState state = link().state(0);
    while (state.threads() > expected) {
      if (deadline.hasPassed() || state.isHopeless()) {
        throw unexpected(Symptom.LEAK, state.threads(), expected);
      }
      state = link().state(5);
    }
  }

  /** Closes the server, and expects that {@code serve()} returns and that nobody listens. */
  public void stopsWhenClosed() {
    if (!link().state(0).isRunning()) {
      throw unexpected(Symptom.UNSTOPPED);
    }
    transcript()
        .note(
            Kind.CLOSES,
            words().say("test"),
            name(),
            () -> words().say("step.closes"),
            text -> text);
    closed = true;
    link().ask("close");
    transcript().waits(name());
    Deadline deadline = Deadline.in(STOP);
    HostState state = link().state(20);
    while (state.isRunning() && !deadline.hasPassed()) {
      state = link().state(20);
    }
    TestClient late = client("Eve");
    clients.add(late);
    if (state.phase() != Phase.RETURNED || late.isAccepted(port)) {
      throw unexpected(Symptom.UNSTOPPED);
    }
  }

  private Unexpected unexpected(Symptom symptom, Object... values) {
    String what = words().say("symptom." + symptom.key(), values);
    transcript().note(Kind.FAILS, name(), what);
    return new Unexpected(symptom, name() + " " + what, List.of());
  }

  @Override
  public String name() {
    return words().say("server");
  }

  @Override
  List<String> causes(HostState state, Symptom symptom) {
    if (state.isNotStarted()) {
      return List.of(words().say("cause.not.started", state.failure()));
    }
    if (!isAsItShouldBe(state)) {
      boolean told = state.phase() != Phase.RETURNED || symptom.isAboutNobody();
      return told
          ? List.of(words().say("cause." + state.phase().key(), state.failure()))
          : List.of();
    }
    return state.lost().isEmpty() ? List.of() : List.of(words().say("cause.lost", state.failure()));
  }

  @Override
  Optional<String> hint(HostState state, Symptom symptom) {
    if (symptom == Symptom.UNOPENED || symptom == Symptom.REFUSED || symptom == Symptom.OVERTIME) {
      return Optional.of(words().say("hint." + symptom.key()));
    }
    if (isAsItShouldBe(state)) {
      return state.lost().isEmpty() ? Optional.empty() : Optional.of(words().say("hint.lost"));
    }
    // A server that has served its first client badly has another problem than the next one.
    boolean ownHint = closed || state.phase() == Phase.RETURNED && clients.size() < 2;
    return ownHint ? Optional.empty() : Optional.of(words().say("hint." + state.phase().key()));
  }

  private boolean isAsItShouldBe(HostState state) {
    return state.isRunning() || closed && state.phase() == Phase.RETURNED;
  }

  @Override
  List<String> whereabouts(HostState state, List<String> stands) {
    if (state.phase() == Phase.RETURNED) {
      return List.of(words().say("stands.nowhere"));
    }
    List<String> lines = new ArrayList<>();
    for (String stand : stands.stream().limit(2).toList()) {
      lines.add(words().say(lines.isEmpty() ? "stands" : "stands.other", stand));
    }
    return lines;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    tidyUp();
  }

  /** Closes clients and server; where something of the server lives on, its JVM is given up. */
  private void tidyUp() {
    clients.forEach(TestClient::close);
    clients.clear();
    if (link().hasEnded() || asked && !endsQuietly()) {
      link().discard();
    }
    port = 0;
    asked = false;
    closed = false;
  }

  private boolean endsQuietly() {
    try {
      link().ask("close");
    } catch (HostEnded e) {
      return false;
    }
    Deadline deadline = Deadline.in(TIDY);
    HostState state = link().state(0);
    while (state.hasThreads() && !deadline.hasPassed()) {
      state = link().state(5);
    }
    return !state.hasThreads() && !link().hasEnded();
  }
}
