package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tp6.grader.submission.Refused;
import tp6.grader.text.Reason;
import tp6.grader.text.UserError;

/** Why a command was not carried out: one line, and where to read on. */
record Complaints(Locale language) {
  private static final int MOST_CAUSES = 10;
  private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class);

  /** Returns the exit status. What nobody expects is thrown again. */
  int about(CommandLine command, Exception failure) throws Exception {
    if (failure instanceof UserError error) {
      return about(command, error.why());
    }
    if (failure instanceof Refused refused) {
      return about(command, refused.why());
    }
    if (failure instanceof InterruptedException || LastWord.isEnding()) {
      return ExitStatus.INTERRUPTED;
    }
    Optional<IOException> cause = ofInputOrOutput(failure);
    if (cause.isPresent()) {
      say(command, said(command, cause.get()));
      return command.getCommandSpec().exitCodeOnExecutionException();
    }
    throw failure;
  }

  /** What Java says of a file is its path alone. */
  private String said(CommandLine command, IOException failure) {
    Optional<Reason> full = FullDisk.why(command, failure);
    if (full.isPresent()) {
      return full.get().in(language);
    }
    if (failure instanceof Unwritable place) {
      return place.in(language);
    }
    if (!(failure instanceof FileSystemException file) || file.getFile() == null) {
      return failure.getMessage();
    }
    String why =
        file instanceof NoSuchFileException
            ? "file.none"
            : file instanceof AccessDeniedException
                ? "file.denied"
                : isOther(file) ? "file.exists" : "file.other";
    return Reason.of(why, file.getFile(), Objects.requireNonNullElse(file.getReason(), "?"))
        .in(language);
  }

  private static boolean isOther(FileSystemException file) {
    return file instanceof FileAlreadyExistsException || file instanceof NotDirectoryException;
  }

  /** Also in what others have made of it, as those do that write pages. */
  private static Optional<IOException> ofInputOrOutput(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .findFirst();
  }

  /** Returns the exit status of a wrong command line. */
  int about(CommandLine command, Reason why) {
    say(command, why.in(language));
    String name = command.getCommandSpec().qualifiedName().replaceFirst("grader", "grader.jar");
    command.getErr().println(Reason.of("command.see", name).in(language));
    return ExitStatus.TROUBLE;
  }

  private static void say(CommandLine command, String message) {
    command.getErr().println("grader: " + message);
  }

  static Reason why(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched);
    }
    List<String> others = wrong.getCommandLine().getUnmatchedArguments();
    if (wrong instanceof MissingParameterException && !others.isEmpty()) {
      // What is missing may be there under a name that is not known.
      return unknown(new UnmatchedArgumentException(wrong.getCommandLine(), others));
    }
    if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return Reason.of(
          "command.missing",
          missing.getMissing().stream().map(Complaints::asTyped).collect(Collectors.joining(" ")));
    }
    if (wrong instanceof OverwrittenOptionException twice) {
      return Reason.of("command.twice", nameOf(twice.getOverwritten()));
    }
    if (wrong.getArgSpec() instanceof OptionSpec option && wrong.getValue() != null) {
      return isNumber(option)
          ? Reason.of("command.value.number", option.longestName(), wrong.getValue())
          : Reason.of("command.value", option.longestName(), wrong.getValue(), option.paramLabel());
    }
    return Reason.said(wrong.getMessage());
  }

  private static Reason unknown(UnmatchedArgumentException unmatched) {
    String unknown = String.join(" ", unmatched.getUnmatched());
    return unmatched.getSuggestions().stream()
        .findFirst()
        .map(close -> Reason.of("command.unknown.close", unknown, close))
        .orElse(Reason.of("command.unknown", unknown));
  }

  private static boolean isNumber(OptionSpec option) {
    return NUMBERS.containsAll(Arrays.asList(option.auxiliaryTypes()));
  }

  private static String asTyped(ArgSpec argument) {
    String name = nameOf(argument);
    return argument.isOption() ? name + "=" + argument.paramLabel() : name;
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
