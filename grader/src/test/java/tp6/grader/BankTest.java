package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tp6.stage.Grade;
import tp6.stage.Outcome;
import tp6.stage.StageResult;
import tp6.stage.TextReport;

/**
 * Every solution in the bank, right or wrong, loses exactly the stages that its header names. With
 * {@code -Dbank=clock/wrong} only those whose path contains that.
 */
@Execution(ExecutionMode.CONCURRENT)
class BankTest {
  private static final Path BANK = Path.of("src/test/bank");
  private static final Pattern HEADER = Pattern.compile("// Loses ((\\d+)(, \\d+)*|nothing): .+");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> losesWhatItsHeaderNames() {
    return Stream.of(Course.values())
        .flatMap(
            exercise ->
                entries(exercise).stream()
                    .filter(entry -> entry.toString().contains(System.getProperty("bank", "")))
                    .map(
                        entry ->
                            DynamicTest.dynamicTest(
                                BANK.relativize(entry).toString(),
                                () -> losesWhatItsHeaderNames(exercise, entry))));
  }

  private void losesWhatItsHeaderNames(Course exercise, Path entry) throws IOException {
    Path place = scratch.resolve(exercise.module + "-" + entry.getFileName());
    exercise.compile(entry, place);

    Grade grade = exercise.grade(place, Map.of("lang", "en"));

    assertThat(lost(grade)).as(entry + "\n" + TextReport.of(grade)).isEqualTo(expected(entry));
  }

  static List<Path> entries(Course exercise) {
    try (Stream<Path> files = Files.walk(BANK.resolve(exercise.module))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The stages that the first line of a file names. */
  static Set<Integer> expected(Path entry) throws IOException {
    Matcher header = HEADER.matcher(Files.readAllLines(entry).get(0));
    assertThat(header.matches()).as("the header of " + entry).isTrue();
    Set<Integer> stages = new TreeSet<>();
    if (!header.group(1).equals("nothing")) {
      for (String number : header.group(1).split(", ")) {
        stages.add(Integer.valueOf(number));
      }
    }
    return stages;
  }

  private static Set<Integer> lost(Grade grade) {
    Set<Integer> numbers = new TreeSet<>();
    for (StageResult stage : grade.stages()) {
      if (stage.outcome() != Outcome.PASSED) {
        numbers.add(stage.number());
      }
    }
    return numbers;
  }
}
