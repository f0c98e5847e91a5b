package tp6.grader.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;
import tp6.grader.course.Course;
import tp6.grader.text.UserError;
import tp6.stage.text.Words;

/** Which exercises, and the language that is asked for. */
final class CommonOptions {
  private static final Set<String> LANGUAGES = Set.of("en", "fr");

  @Option(
      names = "--exercise",
      split = ",",
      paramLabel = "NAME",
      completionCandidates = ExerciseNames.class,
      description = "only these: ${COMPLETION-CANDIDATES} (default: all)")
  private List<String> exercises = List.of();

  /** The exercises asked for, in that order; none where none was. */
  List<Course> named() {
    return exercises.stream().map(CommonOptions::exercise).distinct().toList();
  }

  /** Those asked for in the order of the course, or all where none was. */
  List<Course> exercises() {
    return exercises.isEmpty() ? Course.all() : named().stream().sorted().toList();
  }

  static Course exercise(String name) {
    return Course.named(name).orElseThrow(() -> new UserError("no.such.exercise", name, names()));
  }

  private static String names() {
    return String.join(", ", Course.all().stream().map(Course::module).toList());
  }

  /** The one asked for, or else that of this computer. */
  static Locale language(String language) {
    String name = language == null ? Locale.getDefault().getLanguage() : language;
    if (language != null && !LANGUAGES.contains(name)) {
      throw new UserError("lang", name);
    }
    return name.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
  }

  /** The one that a command line asks for, right or wrong, or else that of this computer. */
  static Locale languageIn(String... args) {
    String asked = "";
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--lang=")) {
        asked = args[i].substring("--lang=".length());
      } else if (args[i].equals("--lang") && i + 1 < args.length) {
        asked = args[i + 1];
      }
    }
    return language(LANGUAGES.contains(asked) ? asked : null);
  }

  /** What is said while something is done, in the language of its reports. */
  static Words words(Locale language) {
    return Words.of(CommonOptions.class, "words", language);
  }
}
