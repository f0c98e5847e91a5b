package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Option;
import tp6.grader.course.Course;
import tp6.grader.doctor.SandboxCheck;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.run.Grader;
import tp6.grader.submission.Candidate;
import tp6.grader.text.UserError;
import tp6.stage.text.Words;

/** The options that say where grades come from, for what is not made to grade. */
final class GradeOptions {
  @Option(
      names = "--no-run",
      description = "compare the code alone; otherwise both are graded, which takes some seconds")
  private boolean isNothingRun;

  @Option(
      names = "--grades",
      paramLabel = "PATH",
      description =
          "take grades from what grade or check has written, and grade only what is not there")
  private List<Path> places = List.of();

  /** The grades of submissions, by id, as far as they are wanted. */
  Map<String, Result> of(
      List<Candidate> candidates, List<Course> exercises, RuleOptions options, PrintWriter err)
      throws IOException {
    Map<String, Result> grades = new LinkedHashMap<>();
    List<Candidate> left = new ArrayList<>();
    KnownGrades known = new KnownGrades(places);
    for (Candidate candidate : candidates) {
      Optional<Result> grade = known.of(candidate.id());
      grade.ifPresent(result -> grades.put(candidate.id(), result));
      if (grade.isEmpty()) {
        left.add(candidate);
      }
    }
    if (!places.isEmpty() && grades.isEmpty()) {
      throw new UserError("grades.nothing", String.join(", ", ids(candidates)));
    }
    if (!isNothingRun && !left.isEmpty()) {
      grade(left, exercises, options, err).forEach(result -> grades.put(result.id(), result));
    }
    return grades;
  }

  private static List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::id).toList();
  }

  private static List<Result> grade(
      List<Candidate> candidates, List<Course> exercises, RuleOptions options, PrintWriter err)
      throws IOException {
    Words words = options.words();
    Preflight preflight = new Preflight(words);
    preflight.examine();
    Isolation isolation = options.isolation(RuleOptions.Level.AUTO);
    Rules rules = options.rules(OptionalInt.empty(), isolation).withExercises(exercises);
    if (isolation == Isolation.BWRAP) {
      requireSafe(words);
    } else {
      err.println(words.say("not.isolated"));
    }
    if (Terminal.isThere()) {
      err.println(words.say("grading.no.run"));
    }
    try (Grader grader = new Grader(rules, options.jobs())) {
      preflight.examine(grader);
      List<CompletableFuture<Result>> results = candidates.stream().map(grader::grade).toList();
      return results.stream().map(CompletableFuture::join).toList();
    }
  }

  private static void requireSafe(Words words) throws IOException {
    try {
      SandboxCheck.requireSafe(words);
    } catch (UserError e) {
      throw UserError.said(e.getMessage() + words.say("sandbox.no.run"));
    }
  }
}
