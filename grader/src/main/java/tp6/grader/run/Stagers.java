package tp6.grader.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tp6.grader.grade.Rules;
import tp6.grader.run.ProberMain.Setting;
import tp6.grader.sandbox.Sandbox;

/** Where stages are run: in this JVM, or in probers, each of which has one submission at a time. */
interface Stagers extends Closeable {
  /** One for a submission. */
  Stager take() throws IOException;

  /** What was taken is needed no longer. */
  void giveBack(Stager stager);

  /** Ends all that was started. */
  @Override
  void close();

  /** Those that run stages under some rules, and are started when they are needed. */
  static Stagers of(Rules rules, HostFiles host, Path scratch, Optional<Sandbox> sandbox) {
    return sandbox
        .<Stagers>map(one -> Prober.all(one, Setting.of(rules, host, scratch)))
        .orElseGet(() -> new Here(new LocalStager(rules, host, Optional.empty())));
  }

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
