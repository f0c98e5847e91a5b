package tp6.grader.process;

import java.time.Duration;
import java.util.Optional;

/**
 * How much time a process may take for what it is given to do.
 *
 * @param work of a processor, where that is limited
 * @param longest by the clock on the wall: after that it is the computer that is lost
 */
public record Deadline(Optional<Duration> work, Duration longest) {
  /** For the sources of one exercise: a thousand times what those of a student take. */
  public static final Deadline OF_SOURCES =
      new Deadline(Optional.of(Duration.ofSeconds(20)), Duration.ofMinutes(15));
}
