package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tp6.grader.course.Course;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.run.Grader;
import tp6.grader.submission.Candidate;
import tp6.stage.Stage;
import tp6.stage.report.TextReport;

/** What the handouts say is what the course does. */
@Tag("once")
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class HandoutsTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^#+");
  private static final Pattern COMMAND = Pattern.compile("(?m)^ *(?:mvn|\\./mvnw|java|nc) .*");
  private static final Pattern SAMPLE =
      Pattern.compile("(?s)<!-- report: (\\S+?)/(\\S+) -->\\s*```text\\n(.*?)```");
  private static final String MARKER = "<!-- (BEGIN|END) SOLUTION -->";

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void listTheStagesAndTheirPoints(Course exercise) throws Exception {
    assertThat(readme(exercise.module(), ""))
        .contains(table(exercise, "stages.properties", "| # | stage | points |"));
    assertThat(readme(exercise.module(), ".fr"))
        .contains(table(exercise, "stages_fr.properties", "| n° | étape | points |"));
  }

  private static String table(Course exercise, String file, String head) throws Exception {
    Properties words = CourseTest.properties(Project.words(exercise).resolve(file));
    StringBuilder rows = new StringBuilder();
    for (Stage stage : CourseTest.stages(exercise)) {
      String title = words.getProperty(stage.number() + ".title");
      rows.append("| %d | %s | %d |\n".formatted(stage.number(), title, stage.points()));
    }
    return head + "\n|---|---|---|\n" + rows + "| | **total** | **20** |\n";
  }

  /** The same structure and the same commands, whatever the language. */
  @ParameterizedTest
  @CsvSource({"weather", "clock", "echo-single", "echo-multi", "."})
  void sayTheSameInBothLanguages(String module) throws IOException {
    String english = readme(module, "");
    String french = readme(module, ".fr");

    for (Pattern same : List.of(HEADING, Pattern.compile(MARKER))) {
      assertThat(all(same, french)).isEqualTo(all(same, english));
    }
    assertThat(withoutComments(all(COMMAND, french)))
        .isEqualTo(withoutComments(all(COMMAND, english)));
  }

  private static List<String> withoutComments(List<String> commands) {
    return commands.stream().map(command -> command.replaceAll(" *#.*| *-Dlang=..", "")).toList();
  }

  @ParameterizedTest
  @CsvSource({"'', en", "'.fr', fr"})
  void showARealReport(String suffix, String language, @TempDir Path scratch) throws IOException {
    Matcher sample = SAMPLE.matcher(readme(".", suffix));
    assertThat(sample.find()).isTrue();
    Bank.Entry entry = Bank.entry(sample.group(1) + "/" + sample.group(2));
    entry.copyInto(scratch);
    Rules rules = Bank.rules(Locale.forLanguageTag(language), entry.exercise());
    Result result;
    try (Grader grader = new Grader(rules, 1)) {
      result = grader.grade(new Candidate("sample", scratch, "", "")).join();
    }

    String report = TextReport.of(result.exercises().get(0).grade(result.settings()));

    assertThat(normal(report)).isEqualTo(normal(sample.group(3)));
  }

  /** Times, line numbers, drawn times of day and seeds are different each time. */
  private static String normal(String report) {
    return report
        .replaceAll("\\d+\\.\\d{3} ", "0.000 ")
        .replaceAll("\\d\\d:\\d\\d:\\d\\d", "00:00:00")
        .replaceAll("java:\\d+", "java:1")
        .replaceAll("(seed |graine |-Dseed=)[0-9a-z-]+", "$11");
  }

  @Test
  void hidesNothingBehindAnUnclosedMarker() throws IOException {
    for (String module : List.of("weather", "clock", "echo-single", "echo-multi", ".")) {
      List<String> markers = all(Pattern.compile(MARKER), readme(module, ""));
      for (int i = 0; i < markers.size(); i++) {
        assertThat(markers.get(i)).contains(i % 2 == 0 ? "BEGIN" : "END");
      }
      assertThat(markers.size() % 2).isZero();
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group().strip()).toList();
  }

  private static String readme(String module, String suffix) throws IOException {
    return Files.readString(Project.ROOT.resolve(module).resolve("README" + suffix + ".md"));
  }
}
