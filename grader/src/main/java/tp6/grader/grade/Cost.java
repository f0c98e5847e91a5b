package tp6.grader.grade;

import java.util.Optional;

/**
 * What it took to run the stages of an exercise; never the same twice.
 *
 * @param millis of waiting and working
 * @param peakKib the most memory that the program's JVM had at one time, in KiB; empty where the
 *     system does not tell, or where the program has ended by itself
 */
public record Cost(long millis, Optional<Long> peakKib) {}
