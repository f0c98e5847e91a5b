package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tp6.grader.course.Course;
import tp6.grader.doctor.SandboxCheck;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Regrading;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.report.ResultText;
import tp6.grader.rerun.ResultChanges;
import tp6.grader.run.Grader;
import tp6.grader.store.ResultFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.text.UserError;
import tp6.stage.report.Saves;

/** One working tree, as at home. */
@Command(
    name = "check",
    description = "Grades one working tree, and tells what happened.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Writes grade.json, grade.md, JUnit XML, results.json (Gradescope) and result.json",
      "(Classroom 50) to the folder that --out names.",
      "",
      "Examples:",
      "  java -jar grader.jar check .",
      "  java -jar grader.jar check . --exercise clock --stage 3",
      "  java -jar grader.jar check . --exercise clock --watch"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "the folder with clock, weather... in it (default: this one)",
      defaultValue = ".")
  private Path folder;

  @Option(
      names = "--stage",
      paramLabel = "N",
      description = "only this stage of one exercise, and those it needs")
  private Integer stage;

  @Option(
      names = "--min",
      paramLabel = "POINTS",
      description = "exit with status 3 below so many points")
  private Integer minimum;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the files go (default: ${DEFAULT-VALUE})",
      defaultValue = "grade")
  private Path out;

  @Option(
      names = "--watch",
      description = "grade again whenever a source is saved, and tell what has changed")
  private boolean watch;

  @Mixin private RuleOptions options;

  @Override
  public Integer call() throws IOException {
    Preflight preflight = new Preflight(options.words());
    preflight.examine();
    if (!Files.exists(folder)) {
      throw new UserError("no.such", folder);
    }
    String id = folder.toAbsolutePath().normalize().getFileName().toString();
    Candidate candidate = new Candidate(id, folder, "", "");
    Isolation isolation = options.isolation(RuleOptions.Level.PROCESS);
    Rules rules =
        options.rules(stage == null ? OptionalInt.empty() : OptionalInt.of(stage), isolation);
    if (isolation == Isolation.BWRAP) {
      SandboxCheck.requireSafe(options.words());
    }
    Result result;
    try (Grader grader = new Grader(rules, options.jobs());
        Saves saves = new Saves(rules.exercises().stream().map(this::sources).toList())) {
      preflight.examine(grader);
      result = grader.gradeFiles(candidate).join();
      ResultFolder.write(result, out);
      show(ResultText.of(result));
      if (watch) {
        watch(candidate, grader, saves, result, rules.exercises());
      }
    }
    if (!result.isGraded()) {
      return ExitStatus.NOT_GRADED;
    }
    return minimum != null && result.earned() < minimum ? ExitStatus.BELOW_MINIMUM : 0;
  }

  /** Until the process, or the thread, is told to end. */
  private void watch(
      Candidate candidate, Grader grader, Saves saves, Result first, List<Course> exercises)
      throws IOException {
    Result result = first;
    try {
      while (true) {
        show(ResultChanges.waiting(result));
        List<Path> saved = saves.next();
        show(ResultChanges.grading(result, saved));
        List<Course> changed =
            exercises.stream()
                .filter(one -> saved.stream().anyMatch(file -> file.startsWith(sources(one))))
                .toList();
        Result again = grader.gradeFiles(candidate, changed).join();
        Result old = result;
        result = Regrading.with(old, again.exercises());
        ResultFolder.write(result, out);
        show(ResultChanges.of(old, again));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path sources(Course exercise) {
    return folder.resolve(exercise.sourceFolder());
  }

  private void show(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }
}
