package tp6.grader.page;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tp6.grader.course.Course;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.store.Run;
import tp6.grader.store.RunFolder;

/** A class as it lies in its folder. */
final class Written {
  private Written() {}

  /** Writes results as a run does, without their pages. */
  static RunFolder run(List<Result> results, Path out) throws IOException {
    RunFolder folder = new RunFolder(out);
    Rules rules =
        new Rules(
            Course.all(),
            Locale.ENGLISH,
            "42",
            Duration.ofSeconds(90),
            OptionalInt.empty(),
            "17",
            Isolation.OWN);
    folder.begin(Run.of(rules, "", "1/1", results.stream().map(Result::id).toList()));
    for (Result result : results) {
      folder.write(result);
    }
    return folder;
  }

  /** Writes results and their pages; the answer is the page of the class. */
  static Path pages(List<Result> results, Path out) throws IOException {
    return pages(results, out, Differences.NONE);
  }

  /** The same, with what tells the students from a reference. */
  static Path pages(List<Result> results, Path out, Differences differences) throws IOException {
    RunFolder folder = run(results, out);
    List<Result> held = results.stream().map(Result::withoutStories).toList();
    return Pages.write(
        folder, held, Marking.USUAL, out.resolve("report"), differences, Absentees.NONE);
  }
}
