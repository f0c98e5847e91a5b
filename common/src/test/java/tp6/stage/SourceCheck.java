package tp6.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Compiles a student's sources before Maven does, and tells what is wrong with them as the report
 * would. Maven runs it, and ends where it throws.
 */
public final class SourceCheck {
  private static final int MAX_TOLD = 5;

  private SourceCheck() {}

  /** Takes the folder of an exercise. */
  public static void main(String[] args) throws IOException, DoesNotCompile {
    Path exercise = Path.of(args[0]);
    Settings settings = Settings.of(name -> Optional.ofNullable(System.getProperty(name)));
    List<SourceError> errors = Sources.of(exercise).errors();
    if (!errors.isEmpty()) {
      String module = exercise.getFileName().toString();
      Words words = Words.of(settings.language());
      tell(module, errors, words);
      throw new DoesNotCompile(words.say("does.not.compile.briefly"));
    }
  }

  private static void tell(String module, List<SourceError> errors, Words words) {
    System.out.println();
    System.out.println(words.say("does.not.compile", module));
    errors.stream()
        .limit(MAX_TOLD)
        .flatMap(error -> error.lines(words).stream())
        .distinct()
        .forEach(line -> System.out.println("  " + line));
    if (errors.size() > MAX_TOLD) {
      System.out.println("  " + words.say("more.errors", errors.size() - MAX_TOLD));
    }
    System.out.println(words.say("does.not.compile.next"));
  }

  /** The sources are not Java; what is wrong with them has been told. */
  static final class DoesNotCompile extends Exception {
    private static final long serialVersionUID = 1;

    DoesNotCompile(String message) {
      super(message);
    }
  }
}
