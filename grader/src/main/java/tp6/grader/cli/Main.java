package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tp6.grader.submission.Refused;
import tp6.grader.text.Reason;
import tp6.grader.text.UserError;

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
      "3:fewer points than --min asks for"
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
    Locale language = CommonOptions.languageIn(args);
    grader.setParameterExceptionHandler(
        (wrong, words) -> complain(wrong.getCommandLine(), why(wrong).in(language)));
    grader.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof UserError error) {
            return complain(command, error.in(language));
          }
          if (exception instanceof Refused refused) {
            return complain(command, refused.in(language));
          }
          if (exception instanceof Unwritable unwritable) {
            return fail(command, unwritable.in(language));
          }
          if (exception instanceof IOException) {
            return fail(command, exception.getMessage());
          }
          throw exception;
        });
    return args.length == 0
        ? complain(grader, Reason.of("command.none").in(language))
        : grader.execute(args);
  }

  private static Reason why(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String unknown = String.join(" ", unmatched.getUnmatched());
      return unmatched.getSuggestions().stream()
          .findFirst()
          .map(close -> Reason.of("command.unknown.close", unknown, close))
          .orElse(Reason.of("command.unknown", unknown));
    }
    if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return Reason.of(
          "command.missing",
          missing.getMissing().stream().map(Main::asTyped).collect(Collectors.joining(" ")));
    }
    if (wrong instanceof OverwrittenOptionException twice) {
      return Reason.of("command.twice", nameOf(twice.getOverwritten()));
    }
    if (wrong.getArgSpec() instanceof OptionSpec option) {
      return wrong.getValue() == null
          ? Reason.of("command.no.value", option.longestName())
          : Reason.of("command.value", option.longestName(), wrong.getValue(), option.paramLabel());
    }
    return Reason.said(wrong.getMessage());
  }

  private static String asTyped(ArgSpec argument) {
    String name = nameOf(argument);
    return argument.isOption() ? name + "=" + argument.paramLabel() : name;
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static int fail(CommandLine command, String message) {
    command.getErr().println("grader: " + message);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static int complain(CommandLine command, String message) {
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("grader: " + message);
    command
        .getErr()
        .println("see: java -jar " + name.replaceFirst("grader", "grader.jar") + " --help");
    return ExitStatus.TROUBLE;
  }
}
