package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.report.ResultText;
import tp6.grader.run.ClassRun;
import tp6.grader.run.Grader;
import tp6.grader.submission.Candidate;

/**
 * Every solution in the bank loses exactly the stages that its first line names, in one run of a
 * class, and its report shows the hints that the next line names. {@code -Dbank=clock/wrong} grades
 * only those whose name contains that; {@code -Dbank.order=reverse} begins at the end, and {@code
 * alone} grades one after the other. {@code TP6_BANK_PART=1/2} in the environment grades the first
 * of two entries, {@code 2/2} the second: CI does a part on each JDK.
 */
@Tag("slow")
class BankTest {
  private static final int JOBS = 4;
  private static final String ONLY = System.getProperty("bank", "");
  private static final String ORDER = System.getProperty("bank.order", "class");
  private static final Part PART = Part.named("TP6_BANK_PART");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> losesWhatItsFirstLineNames() throws Exception {
    List<Bank.Entry> entries =
        PART.from(
            Course.all().stream()
                .flatMap(exercise -> Bank.of(exercise).stream())
                .filter(entry -> entry.name().contains(ONLY))
                .toList());
    Map<String, Result> results = grade(candidates(entries));
    return entries.stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.name(), () -> lostWhatItShould(entry, results.get(entry.name()))));
  }

  private List<Candidate> candidates(List<Bank.Entry> entries) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (Bank.Entry entry : entries) {
      Path fork = scratch.resolve(entry.name());
      entry.copyInto(fork);
      candidates.add(new Candidate(entry.name(), fork, "", ""));
    }
    if (ORDER.equals("reverse")) {
      Collections.reverse(candidates);
    }
    return candidates;
  }

  private static Map<String, Result> grade(List<Candidate> candidates) throws Exception {
    Map<String, Result> results = new ConcurrentHashMap<>();
    try (Grader grader = new Grader(Bank.rules(Locale.ENGLISH, Course.all()), JOBS)) {
      if (ORDER.equals("alone")) {
        for (Candidate candidate : candidates) {
          results.put(candidate.id(), grader.grade(candidate).join());
        }
      } else {
        ClassRun.of(candidates, grader, result -> results.put(result.id(), result));
      }
    }
    return results;
  }

  private static void lostWhatItShould(Bank.Entry entry, Result result) {
    for (ExerciseResult exercise : result.exercises()) {
      if (exercise.exercise().equals(entry.exercise().module())) {
        assertThat(Bank.lost(exercise)).as(ResultText.of(result)).isEqualTo(entry.loses());
        for (String key : entry.header().hints()) {
          assertThat(BankHints.shows(exercise, key))
              .as("shows the hint " + key + ":\n" + ResultText.of(result))
              .isTrue();
        }
      } else {
        assertThat(exercise.status()).isEqualTo(ExerciseResult.Status.NOT_STARTED);
      }
    }
  }
}
