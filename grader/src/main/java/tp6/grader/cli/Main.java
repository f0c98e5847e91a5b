package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tp6.grader.text.Reason;

/** The grader as a program. */
@Command(
    name = "grader",
    description = "Grades forks of TP 6.",
    version = "TP 6 grader 1.0",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      CheckCommand.class,
      GradeCommand.class,
      LiveCommand.class,
      MergeCommand.class,
      DiffCommand.class,
      CompareCommand.class,
      SimilarCommand.class,
      DoctorCommand.class,
      StarterCommand.class,
      GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done: graded, whatever the points",
      "1:something could not be graded (or is out of time), or not be written",
      "2:wrong command line, or a Java without a compiler",
      "3:fewer points than --min asks for",
      "130:ended before its time, as by Ctrl-C"
    },
    footer = {
      "",
      "Examples:",
      "  java -jar grader.jar check .",
      "  java -jar grader.jar grade forks/ --out grades",
      "  java -jar grader.jar starter --out ../tp6-starter"
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (Relaunch.isNeeded()) {
      System.exit(Relaunch.run(Main.class, args));
    }
    Relaunch.endWithParent();
    PrintWriter out = printer(System.out, "stdout.encoding");
    PrintWriter err = printer(System.err, "stderr.encoding");
    System.exit(run(out, err, Relaunch.asTyped(args)));
  }

  /** What a terminal takes; where that would be ASCII alone, UTF-8 is the better guess. */
  private static PrintWriter printer(PrintStream stream, String property) {
    String name = System.getProperty(property, System.getProperty("native.encoding", "UTF-8"));
    Charset charset = Charset.forName(name);
    boolean poor = charset.equals(StandardCharsets.US_ASCII);
    return new PrintWriter(stream, true, poor ? StandardCharsets.UTF_8 : charset);
  }

  /** Everything but the exit. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine grader = new CommandLine(new Main());
    grader.setOut(out);
    grader.setErr(err);
    grader.setCaseInsensitiveEnumValuesAllowed(true);
    Locale language = LanguageOption.languageIn(args);
    Complaints complaints = new Complaints(language);
    Help.in(language, grader);
    grader.setParameterExceptionHandler(
        (wrong, words) -> complaints.about(wrong.getCommandLine(), Complaints.why(wrong)));
    grader.setExecutionExceptionHandler(
        (exception, command, parsed) -> complaints.about(command, exception));
    return args.length == 0
        ? complaints.about(grader, Reason.of("command.none"))
        : grader.execute(args);
  }
}
