package tp6.grader.similar;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A value for each pair of some programs, which have numbers from 0. */
final class PairValues {
  /** By the higher number, and then by the lower one. */
  private final double[][] values;

  /** What is measured of two programs; the first has the lower number. */
  @FunctionalInterface
  interface Measure {
    double of(int first, int second);
  }

  PairValues(int programs, Measure measure) {
    values = new double[programs][];
    IntStream.range(0, programs)
        .parallel()
        .forEach(
            second ->
                values[second] =
                    IntStream.range(0, second)
                        .mapToDouble(first -> measure.of(first, second))
                        .toArray());
  }

  /** The value of two programs, in whichever order. */
  double of(int one, int other) {
    return values[Math.max(one, other)][Math.min(one, other)];
  }

  /** All values, the lowest first. */
  double[] sorted() {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).sorted().toArray();
  }
}
