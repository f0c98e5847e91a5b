package tp6.stage.link;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Sends what a client has to send in order, be it beside what else the client does. */
public final class Sender {
  /** Something that may fail because the server has broken the connection. */
  public interface Action {
    void act() throws IOException;
  }

  private CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);

  Sender() {}

  /** Acts at once; or later, beside the client, where something before is still being sent. */
  void act(Action action) throws IOException {
    if (sent.isDone()) {
      action.act();
    } else {
      sent = sent.thenRun(() -> tries(action));
    }
  }

  /**
   * Acts after what is still being sent.
   *
   * @param beside whether not to wait for it: whoever is answered before the end has to read
   */
  void act(Action action, boolean beside) throws IOException {
    if (beside) {
      sent = sent.thenRunAsync(() -> tries(action), Sender::runBeside);
    } else {
      act(action);
    }
  }

  private static void runBeside(Runnable sending) {
    Thread sender = new Thread(sending, "sender");
    sender.setDaemon(true);
    sender.start();
  }

  private static void tries(Action action) {
    try {
      action.act();
    } catch (IOException e) {
      // Whoever reads from this connection notices.
    }
  }
}
