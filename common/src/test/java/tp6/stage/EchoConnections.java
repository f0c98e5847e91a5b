package tp6.stage;

import java.util.List;
import java.util.function.Consumer;
import tp6.stage.setting.Chance;

/** How connections to an echo server begin and end, and what is left of them. */
public final class EchoConnections {
  /** Whoever keeps 10 MB of each is out of memory by then. */
  private static final int VISITS = 16;

  /** Enough to tell what is left of them from {@link Leftovers}'s few. */
  private static final int RESETS = 8;

  private final ServerUnderTest server;

  public EchoConnections(ServerUnderTest server) {
    this.server = server;
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
