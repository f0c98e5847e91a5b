package tp6.stage;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import tp6.stage.Event.Kind;
import tp6.stage.cause.ServerHints;
import tp6.stage.cause.Symptom;
import tp6.stage.host.Host;
import tp6.stage.host.HostState;
import tp6.stage.host.HostState.Phase;
import tp6.stage.host.Sockets;
import tp6.stage.link.Deadline;
import tp6.stage.link.HostEnded;
import tp6.stage.link.Link;
import tp6.stage.link.Patience;

/**
 * The student's server: a new one for each stage, on a port of the system's choice, opened when the
 * first client comes.
 */
public final class ServerUnderTest extends UnderTest {
  private static final int MAX_PORT = 65_535;
  private static final Duration OPENING = Duration.ofMillis(5_300);

  /** Some servers look only once a second whether they have been closed. */
  private static final Duration STOP = Duration.ofMillis(3_300);

  private static final Duration TIDY = Duration.ofMillis(300);
  private static final Duration SETTLE = Duration.ofMillis(1_100);

  /** Longer than the time limits that programs have, which are round numbers mostly. */
  private static final Duration IDLE = Duration.ofMillis(5_700);

  /** What comes after the longest time limit that is waited for. */
  private static final int AFTER_A_LIMIT_MILLIS = 700;

  /** Of a stage, this much is left for what comes after a silence. */
  private static final int REST_MILLIS = 9_000;

  /** A port, or none; nothing where none is open yet. */
  private static final Pattern PORT = Pattern.compile("(-1|\\d{1,5})?");

  private static final String SLICE = Integer.toString(Patience.SLICE_MILLIS);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** What a JVM may open for itself meanwhile, and what is just about to end. */
  private static final int FEW = 3;

  private final List<TestClient> clients = new ArrayList<>();
  private final Others dialogues = new Others();
  private int port;
  private int together;
  private boolean asked;
  private boolean closed;
  private boolean outwaited;

  private ServerUnderTest(String className) {
    super(className);
  }

  /** The server of this class, which the test does not link to. */
  public static ServerUnderTest of(String className) {
    return new ServerUnderTest(className);
  }

  /** Connects a client of that name, and lets the server do what it does then. */
  public TestClient connect(String name) {
    TestClient client = connectAtOnce(name);
    settles();
    return client;
  }

  /** Connects a client of that name, whatever the server still has to do. */
  public TestClient connectAtOnce(String name) {
    if (port == 0) {
      open();
    }
    TestClient client = client(name);
    clients.add(client);
    client.connect(port);
    together = connectedClients();
    return client;
  }

  private TestClient client(String name) {
    Dialogue dialogue = new Dialogue(name, transcript(), words(), link(), timeLeft(), dialogues);
    dialogues.add(dialogue);
    return new TestClient(dialogue);
  }

  @Override
  boolean isAcceptedByNobody() {
    return port != 0 && Sockets.waiting(port) > 0;
  }

  @Override
  boolean hasOutwaited() {
    return outwaited;
  }

  @Override
  int connectedClients() {
    return (int) clients.stream().filter(TestClient::isConnected).count();
  }

  @Override
  int clientsTogether() {
    return together;
  }

  @Override
  int unread() {
    return port == 0 ? 0 : Sockets.unread(port);
  }

  /** Starts the server, where it does not run yet. */
  public void opens() {
    if (port == 0) {
      open();
    }
  }

  private void open() {
    asked = true;
    link().ask("serve", className);
    Patience patience = Patience.forDuty(link(), OPENING, timeLeft());
    boolean isLeft = true;
    String answer = "";
    while (answer.isEmpty() && isLeft) {
      isLeft = patience.isLeft();
      answer = link().askForOne(PORT, "port", SLICE);
    }
    int opened = answer.isEmpty() ? Host.NO_PORT : Integer.parseInt(answer);
    if (opened == Host.NO_PORT || opened > MAX_PORT) {
      throw unexpected(Symptom.UNOPENED);
    }
    port = opened;
    link().servesAt(port);
    // A serve() that returns at once closes the server before the first client comes.
    settles();
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

  /** Lets whoever asks that clock wait until it is set. */
  public void holdsTheClock() {
    transcript().note(words().say("clock"), words().say("step.holds"));
    link().ask("hold");
  }

  /** Whether the server asks that clock before it has nothing else to do, and waits. */
  public boolean waitsForTheClock() {
    Patience patience = new Patience(link(), OPENING, timeLeft(), true);
    boolean waits = isClockAwaited();
    while (!waits && patience.isLeft()) {
      link().state(Patience.SLICE_MILLIS);
      waits = isClockAwaited();
    }
    return waits;
  }

  private boolean isClockAwaited() {
    return link().askForOne(Link.YES_OR_NO, "awaited").equals("yes");
  }

  /** Waits for the next second of the computer's clock, which some servers ask instead. */
  public void awaitsTheNextSecond() {
    long second = Instant.now().getEpochSecond();
    while (Instant.now().getEpochSecond() == second) {
      link().state(Patience.SLICE_MILLIS);
    }
  }

  /** Expects that the answers at several times are other ones, which the test has to find out. */
  public void tellsTimesApart(boolean others) {
    if (!others) {
      throw unexpected(Symptom.SAME);
    }
  }

  /** Waits until the server has nothing to do but to wait. Uses up no connection. */
  public void settles() {
    if (port != 0) {
      link().settle(SETTLE);
    }
  }

  /** Where a thread of the server waits with a time limit, waits longer than such limits are. */
  public void outwaits() {
    if (hasATimeLimit()) {
      isSilentFor(IDLE);
    }
  }

  /** The same, however long that limit is, where it is known and within the time of a stage. */
  public void outwaitsAnyLimit() {
    if (hasATimeLimit()) {
      isSilentFor(longerThanItsLimit());
    }
  }

  private void isSilentFor(Duration silence) {
    transcript().note(words().say("test"), words().say("step.silent", (int) silence.toSeconds()));
    outwaited = true;
    outwait(silence);
  }

  private Duration longerThanItsLimit() {
    int limit = count("limit") + AFTER_A_LIMIT_MILLIS;
    int left = timeLeft().millisLeft(limit + REST_MILLIS) - REST_MILLIS;
    return left < limit || limit < IDLE.toMillis() ? IDLE : Duration.ofMillis(limit);
  }

  private boolean hasATimeLimit() {
    settles();
    return !link().isSilent();
  }

  /** By the computer's clock, for that is what time limits of sockets go by. */
  private void outwait(Duration silence) {
    Deadline end = Deadline.in(silence);
    Patience patience = new Patience(link(), silence, timeLeft(), true);
    while (!end.hasPassed() && patience.isLeft()) {
      link().state(Patience.SLICE_MILLIS);
    }
    settles();
  }

  /** The same; and expects that the server still serves then. */
  public void staysOpen() {
    transcript().note(words().say("test"), words().say("step.idles"));
    if (hasATimeLimit()) {
      outwait(longerThanItsLimit());
    }
    requireToServe();
  }

  private void requireToServe() {
    if (!link().state(0).isRunning()) {
      throw unexpected(Symptom.ENDED);
    }
  }

  /** Remembers which sockets the program has by now. */
  public void countsSockets() {
    settles();
    // Java closes a socket that nobody holds when it next needs room: not before these are counted.
    link().ask("collect");
    link().ask("sockets");
  }

  /** Expects that the sockets of clients that have left are closed, or are so soon. */
  public void hasNoNewSockets() {
    int left = soonAtMost(FEW, "newSockets");
    if (left > FEW) {
      throw unexpected(Symptom.LEAK, left);
    }
  }

  private int soonAtMost(int most, String question) {
    settles();
    Patience patience = new Patience(link(), STOP, timeLeft(), true);
    int now = count(question);
    while (now > most && patience.isLeft()) {
      link().state(Patience.SLICE_MILLIS);
      now = count(question);
    }
    return now;
  }

  private int count(String question) {
    return Integer.parseInt(link().askForOne(NUMBER, question));
  }

  /** How many threads are in the server's own code, and how many pools have threads that rest. */
  public int busyThreads() {
    settles();
    return count("busy");
  }

  /** Expects that the threads of clients that have left are gone, or go soon. */
  public void hasNoMoreThreadsThan(int before) {
    if (busyThreads() > before + FEW) {
      // Java ends the thread of a newSingleThreadExecutor() that nobody holds, some time.
      link().ask("collect");
    }
    int busy = soonAtMost(before + FEW, "busy");
    if (busy > before + FEW) {
      throw unexpected(Symptom.THREADS, busy - before);
    }
  }

  /** Closes the server, and expects that {@code serve()} returns and that nobody listens. */
  public void stopsWhenClosed() {
    requireToServe();
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
    Patience patience = new Patience(link(), STOP, timeLeft(), true);
    HostState state = link().state(Patience.SLICE_MILLIS);
    while (state.isRunning() && patience.isLeft()) {
      state = link().state(Patience.SLICE_MILLIS);
    }
    state = link().state(0);
    TestClient late = client("Eve");
    clients.add(late);
    if (state.phase() != Phase.RETURNED || late.isAccepted(port) && listens()) {
      throw unexpected(Symptom.UNSTOPPED);
    }
  }

  /** Whoever is connected by now may have reached another program that was given this port. */
  private boolean listens() {
    return link().askForOne(Link.YES_OR_NO, "listens", Integer.toString(port)).equals("yes");
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
    return hints().causes(state, symptom);
  }

  @Override
  Optional<String> hint(HostState state, Symptom symptom) {
    return hints().hint(state, symptom);
  }

  @Override
  List<String> whereabouts(HostState state, List<String> stands) {
    return hints().whereabouts(state, stands);
  }

  private ServerHints hints() {
    boolean lostOne = clients.stream().anyMatch(TestClient::wasReset);
    return new ServerHints(words(), closed, clients.size(), lostOne);
  }

  @Override
  void afterwards() {
    tidyUp();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    tidyUp();
  }

  /** Closes clients and server; where something of the server lives on, its JVM is given up. */
  private void tidyUp() {
    clients.forEach(TestClient::close);
    clients.clear();
    dialogues.clear();
    if (link().hasEnded() || asked && !endsQuietly()) {
      link().discard();
    }
    port = 0;
    link().servesAt(port);
    asked = false;
    closed = false;
    outwaited = false;
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
