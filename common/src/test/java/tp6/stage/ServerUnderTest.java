package tp6.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import tp6.stage.cause.ServerHints;
import tp6.stage.cause.Symptom;
import tp6.stage.host.HostState;
import tp6.stage.host.HostState.Phase;
import tp6.stage.host.Sockets;

/**
 * The student's server: a new one for each stage, on a port of the system's choice, opened when the
 * first client comes.
 */
public final class ServerUnderTest extends UnderTest {
  private final List<TestClient> clients = new ArrayList<>();
  private final Others others = new Others();
  private final Serving serving = new Serving(this);
  private final TestClock clock = new TestClock(this);
  private final Silence silence = new Silence(this, serving);
  private final Leftovers leftovers = new Leftovers(this, serving);
  private int together;

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
    opens();
    TestClient client = client(name);
    clients.add(client);
    client.connect(serving.port());
    together = connectedClients();
    return client;
  }

  private TestClient client(String name) {
    Exchange exchange = new Exchange(name, transcript(), words());
    others.add(exchange);
    return new TestClient(new Dialogue(exchange, others, link(), timeLeft()));
  }

  @Override
  boolean isAcceptedByNobody() {
    return serving.port() != 0 && Sockets.waiting(serving.port()) > 0;
  }

  @Override
  boolean hasOutwaited() {
    return silence.wasKept();
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
    return serving.port() == 0 ? 0 : Sockets.unread(serving.port());
  }

  /** Starts the server, where it does not run yet. */
  public void opens() {
    serving.opens();
  }

  /** Replaces the server by a new one. */
  public void restart() {
    tidyUp();
  }

  /** The clock that the server was given. */
  public TestClock clock() {
    return clock;
  }

  /** Expects that the answers at several times are other ones, which the test has to find out. */
  public void tellsTimesApart(boolean apart) {
    if (!apart) {
      throw serving.unexpected(Symptom.SAME);
    }
  }

  /** Waits until the server has nothing to do but to wait. Uses up no connection. */
  public void settles() {
    serving.settles();
  }

  /** Where a thread of the server waits with a time limit, waits longer than such limits are. */
  public void outwaits() {
    silence.outwaits();
  }

  /** The same, however long that limit is, where it is known and within the time of a stage. */
  public void outwaitsAnyLimit() {
    silence.outwaitsAnyLimit();
  }

  /** The same; and expects that the server still serves then. */
  public void staysOpen() {
    silence.isOutlasted();
  }

  /** Remembers which sockets the program has by now. */
  public void countsSockets() {
    leftovers.countsSockets();
  }

  /** Expects that the sockets of clients that have left are closed, or are so soon. */
  public void hasNoNewSockets() {
    leftovers.hasNoNewSockets();
  }

  /** How many threads are in the server's own code, and how many pools have threads that rest. */
  public int busyThreads() {
    return leftovers.busyThreads();
  }

  /** Expects that the threads of clients that have left are gone, or go soon. */
  public void hasNoMoreThreadsThan(int before) {
    leftovers.hasNoMoreThreadsThan(before);
  }

  /** Closes the server, and expects that {@code serve()} returns and that nobody listens. */
  public void stopsWhenClosed() {
    serving.goesOn();
    HostState state = serving.closes();
    TestClient late = client("Eve");
    clients.add(late);
    if (state.phase() != Phase.RETURNED || late.isAccepted(serving.port()) && serving.listens()) {
      throw serving.unexpected(Symptom.UNSTOPPED);
    }
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
    return new ServerHints(words(), serving.isClosed(), clients.size(), lostOne);
  }

  @Override
  void afterwards() {
    tidyUp();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    tidyUp();
  }

  private void tidyUp() {
    clients.forEach(TestClient::close);
    clients.clear();
    others.clear();
    serving.tidiesUp();
    silence.forgets();
  }
}
