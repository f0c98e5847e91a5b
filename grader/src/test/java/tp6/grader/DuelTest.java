package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.run.ClassRun;
import tp6.grader.run.Grader;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Note;

/**
 * Eight submissions over which graders that run everything in one JVM lose results: here each costs
 * what it is worth in its own exercise, and nothing in the others.
 */
@Tag("once")
@Tag("slow")
class DuelTest {
  private static final String LOOP = "while (!listener.isClosed()) {";

  @TempDir Path folder;

  @Test
  void givesEachItsDueAndKeepsAllOtherResults() throws Exception {
    String right = Files.readString(Project.solution(Exercises.CLOCK));
    hand("correct", right);
    hand("does-not-compile", right.replace(LOOP, "while ("));
    hand("wrong-output", right.replace("HH:mm:ss", "hh:mm:ss"));
    hand("blocked-accept", right.replace(LOOP, LOOP + " listener.accept();"));
    hand("endless-loop", right.replace(LOOP, "while (true) {} /*").replace("// END", "*/ // END"));
    hand("exits", right.replace(LOOP, "System.exit(0); " + LOOP));
    hand("floods", right.replace(LOOP, flood() + LOOP));
    Path edited = hand("edited-tests", right.replace("HH:mm:ss", "hh:mm:ss"));
    write(edited, "clock/src/test/java/tp6/clock/ClockServerTest.java", "// all is well\n");

    Map<String, Result> results = grade();

    assertThat(points(results))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "correct", 20,
                "does-not-compile", 0,
                "wrong-output", 18,
                "blocked-accept", 0,
                "endless-loop", 0,
                "exits", 0,
                "floods", 20,
                "edited-tests", 18));
    results.forEach(
        (name, result) ->
            assertThat(clock(result).status() == Status.DOES_NOT_COMPILE)
                .as(name)
                .isEqualTo(name.equals("does-not-compile")));
    assertThat(results.get("edited-tests").notes())
        .containsExactly(
            new Note("clock/src/test/java/tp6/clock/ClockServerTest.java", Note.Reason.CHANGED));
    assertThat(results.values())
        .allSatisfy(result -> assertThat(result.earned()).isEqualTo(60 + clock(result).earned()));
  }

  /** A hundred megabytes, once. */
  private static String flood() {
    return """
        if (System.setProperty("flooded", "yes") == null) {
          String megabyte = "x".repeat(1_000_000);
          for (int i = 0; i < 100; i++) {
            System.out.println(megabyte);
          }
        }
        """;
  }

  private Path hand(String name, String clock) throws IOException {
    Path fork = folder.resolve(name);
    for (Course exercise : Course.all()) {
      String source =
          exercise == Exercises.CLOCK ? clock : Files.readString(Project.solution(exercise));
      write(fork, exercise.studentFile(), source);
    }
    return fork;
  }

  private static void write(Path fork, String file, String text) throws IOException {
    Path path = fork.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Map<String, Result> grade() throws Exception {
    List<Candidate> candidates = new ArrayList<>();
    try (var forks = Files.list(folder)) {
      forks.sorted().forEach(fork -> candidates.add(candidate(fork)));
    }
    Map<String, Result> results = new TreeMap<>();
    try (Grader grader = new Grader(Bank.rules(Locale.ENGLISH, Course.all()), 2)) {
      ClassRun.of(candidates, grader, result -> results.put(result.id(), result));
    }
    return results;
  }

  private static Candidate candidate(Path fork) {
    return new Candidate(fork.getFileName().toString(), fork, "", "");
  }

  private static Map<String, Integer> points(Map<String, Result> results) {
    Map<String, Integer> points = new TreeMap<>();
    results.forEach((name, result) -> points.put(name, clock(result).earned()));
    return points;
  }

  private static ExerciseResult clock(Result result) {
    return result.exercises().get(Course.all().indexOf(Exercises.CLOCK));
  }
}
