package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tp6.stage.setting.Chance;

/** How connections to an echo server begin and end, and what is left of them. */
public final class EchoConnections {
  /** Whoever keeps 10 MB of each is out of memory by then. */
  private static final int VISITS = 16;

  /** Of whoever takes its time, as it may. */
  private static final int SLOW_VISITS = 5;

  /** Enough to tell what is left of them from {@link Leftovers}'s few. */
  private static final int RESETS = 8;

  /** So many that no limit of a program's is above them. */
  private static final int MANY = 101;

  /** Whoever takes longer for the first, as it may, has no time for many. */
  private static final Duration PROMPT = Duration.ofSeconds(2);

  private final ServerUnderTest server;

  public EchoConnections(ServerUnderTest server) {
    this.server = server;
  }

  /** Clients come and leave, and the last one is answered, be it the hundredth. */
  public void servesTheNext(Chance chance) {
    servesAFew(chance);
    if (server.hasUsedLessThan(PROMPT)) {
      String word = chance.word();
      withoutARace(pause -> visits(MANY, client -> client.sends(word).hears(word).leaves(), pause));
    }
  }

  /** Some of them say nothing, or no whole line. */
  private void servesAFew(Chance chance) {
    for (String name : List.of("Alice", "Bob", "Chloé")) {
      String word = chance.word();
      TestClient client = server.connect(name).sends(word).hears(word);
      client.leaves();
      server.settles();
    }
    server.connect("Emma").leaves();
    server.settles();
    server.connect("Hugo").sendsBytes(chance.word().getBytes(UTF_8)).leaves();
    server.settles();
    String last = chance.word();
    server.connect("David").sends(last).hears(last).leaves();
  }

  /** A client that has finished sees the end; and of many visits, nothing is left. */
  public void closesTheConnection(Chance chance) {
    String word = chance.word();
    server.connect("Alice").sends(word).hears(word).finishesSending().seesTheEnd();
    if (!server.manages(() -> servesAFew(chance))) {
      return;
    }
    server.restart();
    server.connect("Bob").finishesSending().seesTheEnd();
    boolean isPrompt = server.hasUsedLessThan(PROMPT.multipliedBy(3));
    leavesNothingOf(
        isPrompt ? VISITS : SLOW_VISITS, client -> client.sends(word).hears(word).leaves());
    leavesNothingOf(RESETS, client -> client.sendsBytes(word.getBytes(UTF_8)).leaves());
    Consumer<TestClient> reset = client -> client.sends(word).hears(word).resets();
    int resets = isPrompt ? RESETS : SLOW_VISITS;
    if (server.manages(() -> visits(resets, reset, server::settles))) {
      leavesNothingOf(resets, reset);
    }
  }

  /**
   * Clients come as fast as they can; where that goes wrong, each when the server has nothing else
   * to do, and that counts.
   */
  private void withoutARace(Consumer<Runnable> visits) {
    if (!server.manages(() -> visits.accept(() -> {}))) {
      visits.accept(server::settles);
    }
  }

  private void leavesNothingOf(int visits, Consumer<TestClient> visit) {
    withoutARace(pause -> leavesNothingOf(visits, visit, pause));
  }

  private void leavesNothingOf(int visits, Consumer<TestClient> visit, Runnable pause) {
    server.restart();
    visit.accept(server.connect("Alice"));
    server.countsSockets();
    int threads = server.busyThreads();
    visits(visits, visit, pause);
    server.hasNoNewSockets();
    server.hasNoMoreThreadsThan(threads);
  }

  private void visits(int visits, Consumer<TestClient> visit, Runnable pause) {
    for (int i = 1; i <= visits; i++) {
      visit.accept(server.connectAtOnce("client " + i));
      pause.run();
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
