package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tp6.grader.rerun.Comparison;
import tp6.grader.rerun.ComparisonText;
import tp6.grader.store.GradedClass;

/** A class that was graded twice. */
@Command(
    name = "compare",
    description =
        "Shows whose results changed between two runs, at which stages, and why: another seed, a"
            + " changed test, another JDK.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeOnExecutionException = ExitStatus.TROUBLE,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing has moved",
      "1:a stage has ended otherwise, or somebody was added or is missing",
      "2:wrong command line, or a result that cannot be read or written"
    },
    footer = {"", "Example:", "  java -jar grader.jar compare grades-monday grades-tuesday"})
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "a folder that grade has written, or its grades.json, which has no stories")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "another one")
  private Path now;

  @Option(names = "--json", paramLabel = "FILE", description = "write it here, too")
  private Optional<Path> json = Optional.empty();

  @Mixin private LanguageOption language;

  @Override
  public Integer call() throws IOException {
    Comparison comparison = Comparison.of(GradedClass.at(old), GradedClass.at(now));
    if (json.isPresent()) {
      OutputFile.write(json.get(), comparison.json());
    }
    Locale said = language.or(comparison.language());
    spec.commandLine().getOut().print(ComparisonText.of(comparison, said));
    spec.commandLine().getOut().flush();
    return comparison.nothingMoved() ? 0 : ExitStatus.DIFFERENT;
  }
}
