package tp6.grader.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Where stages are run: in this JVM, or in probers, each of which has one submission at a time. */
interface Stagers extends Closeable {
  /** One for a submission. */
  Stager take() throws IOException;

  /** What was taken is needed no longer. */
  void giveBack(Stager stager);

  /** Ends all that was started. */
  @Override
  void close();

  /** This JVM, for all who ask. */
  record Here(Stager stager) implements Stagers {
    @Override
    public Stager take() {
      return stager;
    }

    @Override
    public void giveBack(Stager taken) {
      // It stays with us.
    }

    @Override
    public void close() {
      stager.close();
    }
  }

  /** Takes one when it is first needed, and keeps it until it is closed. */
  final class Lease implements Closeable {
    private final Stagers stagers;
    private Optional<Stager> taken = Optional.empty();

    Lease(Stagers stagers) {
      this.stagers = stagers;
    }

    /** Begins to start what takes a while to start; where that fails, {@link #stager} says so. */
    void prepare() {
      try {
        stager();
      } catch (IOException e) {
        // Whoever needs it will try again.
        return;
      }
    }

    /** The same for all who ask. */
    synchronized Stager stager() throws IOException {
      if (taken.isEmpty()) {
        taken = Optional.of(stagers.take());
      }
      return taken.get();
    }

    @Override
    public synchronized void close() {
      taken.ifPresent(stagers::giveBack);
      taken = Optional.empty();
    }
  }
}
