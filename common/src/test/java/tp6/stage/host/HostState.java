package tp6.stage.host;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tp6.stage.text.Visible;

/**
 * How the student's program is doing, as its own JVM tells. A program that reaches into the kit can
 * let it tell anything. That gains at most a stage that counts threads or waits for the end of
 * {@code serve()}: all else is seen on the wire.
 *
 * @param error what it threw, or how it ended; empty where neither
 * @param lost what another of its threads threw; empty where none did
 * @param threads how many threads it has
 */
public record HostState(Phase phase, String error, String lost, int threads) {
  public enum Phase {
    RUNNING,
    RETURNED,
    /** Ended by an {@code IOException}, as programs on a network may. */
    THREW,
    /** Ended by another exception: a mistake. */
    CRASHED,
    /** The JVM has ended by {@code System.exit}. */
    EXITED,
    /** The JVM has ended in another way. */
    GONE,
    /** The JVM no longer answers. */
    FROZEN;

    /** The key of its sentence, and of its hint. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the starter throws where the student's code will stand. */
  private static final String STARTER = "UnsupportedOperationException: ";

  private static final String TODO = STARTER + "TODO";

  /** Nothing has been started yet. */
  public static HostState quiet() {
    return new HostState(Phase.RUNNING, "", "", 0);
  }

  public static HostState ended(Phase phase, String error) {
    return new HostState(phase, error, "", 0);
  }

  public boolean isRunning() {
    return phase == Phase.RUNNING;
  }

  public boolean hasThreads() {
    return isRunning() || threads > 0;
  }

  /** Told by its message: other code throws the same exception for other reasons. */
  public boolean isNotStarted() {
    return error.startsWith(TODO) || error.isEmpty() && lost.startsWith(TODO);
  }

  /** Nothing that a client waits for can come any more. */
  public boolean isHopeless() {
    return !hasThreads() || isNotStarted();
  }

  /** How it failed, if it did; of a part that is not written yet, what there is to do. */
  public String failure() {
    String failure = error.isEmpty() ? lost : error;
    return Visible.line(isNotStarted() ? failure.substring(STARTER.length()) : failure);
  }

  List<String> toWords() {
    return List.of(phase.name(), error, lost, Integer.toString(threads));
  }

  /** Nothing where these are not the words of a state. */
  public static Optional<HostState> ofWords(List<String> words) {
    boolean isState =
        words.size() == 4
            && Arrays.stream(Phase.values()).anyMatch(phase -> phase.name().equals(words.get(0)))
            && words.get(3).matches("\\d{1,6}");
    return isState
        ? Optional.of(
            new HostState(
                Phase.valueOf(words.get(0)),
                words.get(1),
                words.get(2),
                Integer.parseInt(words.get(3))))
        : Optional.empty();
  }
}
