package tp6.stage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tp6.stage.link.Deadline;

/** Looks for the simplest value that still fails, within a bound of time and of tries. */
final class Shrinking<T> {
  private static final Duration LIMIT = Duration.ofSeconds(8);
  private static final int TRIES = 200;

  private final Function<T, Stream<T>> smaller;
  private final Predicate<T> fails;
  private final Deadline deadline;
  private int tries;

  /**
   * A way to look.
   *
   * @param smaller what is simpler than a value, the simplest first
   * @param fails tries one
   * @param clock counts nanoseconds while something is tried
   */
  Shrinking(Function<T, Stream<T>> smaller, Predicate<T> fails, LongSupplier clock) {
    this.smaller = smaller;
    this.fails = fails;
    this.deadline = Deadline.in(LIMIT, clock);
  }

  T of(T failing) {
    T smallest = failing;
    Optional<T> next = next(smallest);
    while (next.isPresent()) {
      smallest = next.get();
      next = next(smallest);
    }
    return smallest;
  }

  private Optional<T> next(T value) {
    return smaller.apply(value).takeWhile(one -> isTimeLeft()).filter(this::tries).findFirst();
  }

  private boolean isTimeLeft() {
    return tries < TRIES && !deadline.hasPassed();
  }

  private boolean tries(T value) {
    tries++;
    return fails.test(value);
  }
}
