package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tp6.grader.report.ResultFolder;
import tp6.grader.report.ResultText;
import tp6.grader.run.Grader;
import tp6.grader.run.Result;
import tp6.grader.submission.Candidate;

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
      "  java -jar grader.jar check . --exercise clock --stage 3"
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

  @Mixin private RuleOptions options;

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(folder)) {
      throw new UserError("no such file or folder: " + folder);
    }
    String id = folder.toAbsolutePath().normalize().getFileName().toString();
    Result result;
    try (Grader grader =
        new Grader(
            options.rules(stage == null ? OptionalInt.empty() : OptionalInt.of(stage)),
            options.jobs())) {
      result = grader.gradeFiles(new Candidate(id, folder, "", "")).join();
    }
    ResultFolder.write(result, out);
    spec.commandLine().getOut().println(ResultText.of(result));
    spec.commandLine().getOut().flush();
    if (!result.isGraded()) {
      return Main.NOT_GRADED;
    }
    return minimum != null && result.earned() < minimum ? Main.BELOW_MINIMUM : 0;
  }
}
