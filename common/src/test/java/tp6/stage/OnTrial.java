package tp6.stage;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tp6.stage.link.HostEnded;
import tp6.stage.link.Link;
import tp6.stage.link.Terminal;

/** A program on which something can be tried, and tried again, without a trace of the trials. */
public abstract class OnTrial {
  private Transcript transcript;

  OnTrial() {}

  abstract Link link();

  final Terminal terminal() {
    return new Terminal(link());
  }

  /** What has happened so far; a test that knows more may add to it. */
  public final Transcript transcript() {
    return transcript;
  }

  /** Forgets what has happened and what was printed so far. */
  final void forget() {
    terminal().forget();
    transcript = new Transcript();
  }

  /**
   * Plays what was drawn; where that fails, looks for the smallest that fails as well, and tells
   * that one.
   *
   * @param smaller what is simpler than a value, the simplest first
   * @param play fails where the program does not do what it should
   */
  public final <T> void plays(T drawn, Function<T, Stream<T>> smaller, Consumer<T> play) {
    try {
      play.accept(drawn);
    } catch (Unexpected | HostEnded e) {
      if (link().hasEnded()) {
        // A program that ends itself is started anew for each try, and tells the same each time.
        throw e;
      }
      Transcript told = transcript;
      T smallest = new Shrinking<>(smaller, value -> fails(value, play), link().clock()).of(drawn);
      startAnew();
      play.accept(smallest);
      // It has failed before, but does not any more: what was seen first is told.
      transcript = told;
      throw e;
    }
  }

  /**
   * Plays all that was drawn, one after the other; where something fails, each of it on a program
   * of its own, as {@link #plays} does.
   */
  public final <T> void playsAll(List<T> drawn, Function<T, Stream<T>> smaller, Consumer<T> play) {
    if (manages(() -> drawn.forEach(play))) {
      return;
    }
    for (T one : drawn) {
      plays(
          one,
          smaller,
          value -> {
            afterwards();
            play.accept(value);
          });
    }
  }

  private <T> boolean fails(T value, Consumer<T> play) {
    return !manages(() -> play.accept(value));
  }

  /** What a trial brings, which is told only where it fails; nothing of it is left. */
  public final <T> T untold(Supplier<T> trial) {
    startAnew();
    T result = trial.get();
    startAnew();
    return result;
  }

  /** Whether a trial succeeds. It is not told, and nothing of it is left. */
  public final boolean manages(Runnable trial) {
    startAnew();
    try {
      trial.run();
      return true;
    } catch (Unexpected | HostEnded e) {
      return false;
    } finally {
      startAnew();
    }
  }

  private void startAnew() {
    afterwards();
    forget();
  }

  /** Leaves nothing of what was tried behind. */
  abstract void afterwards();
}
