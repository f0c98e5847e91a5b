package tp6.stage.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tp6.stage.setting.Settings;
import tp6.stage.text.Words;

/**
 * Compiles a student's sources before Maven does, and tells what is wrong with them as the report
 * would. Maven runs it, and ends where it throws.
 */
public final class SourceCheck {
  private static final int MAX_TOLD = 5;

  private SourceCheck() {}

  /**
   * Looks at the exercise in the folder that {@code tp6.module} names, whose class {@code tp6.main}
   * does; {@code -Dwatch} waits until its sources are Java.
   */
  public static void main(String[] args) throws IOException, InterruptedException, DoesNotCompile {
    Path module = Path.of(System.getProperty("tp6.module"));
    Settings settings = Settings.of(name -> Optional.ofNullable(System.getProperty(name)));
    Words words = Words.of(settings.language());
    requireFile(module, System.getProperty("tp6.main"), words);
    try (Saves saves = new Saves(List.of(Sources.folder(module)))) {
      while (!passes(Sources.of(module), words)) {
        if (!HomeWatch.isWanted()) {
          throw new DoesNotCompile(words.say("does.not.compile.briefly"));
        }
        System.out.println(words.say("watch.waiting"));
        saves.next();
      }
    }
  }

  /** Without its class there is nothing to compile, and Maven has no word for what is missing. */
  static void requireFile(Path module, String main, Words words) throws DoesNotCompile {
    Path file = Sources.folder(module).resolve(main.replace('.', '/') + ".java");
    if (!Files.isRegularFile(file)) {
      Path root = module.toAbsolutePath().getParent();
      String path = root.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
      System.out.println();
      System.out.println(words.say("does.not.compile", module.getFileName()));
      System.out.println("  " + words.say("source.missing", path));
      System.out.println(words.say("source.missing.next", path));
      throw new DoesNotCompile(words.say("source.missing", path));
    }
  }

  /** Whether they are Java; what is wrong with them is told. */
  static boolean passes(Sources sources, Words words) throws IOException {
    List<SourceError> errors = sources.errors();
    if (!errors.isEmpty()) {
      tell(sources.module().getFileName().toString(), errors, words);
    }
    return errors.isEmpty();
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
