package tp6.grader.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import tp6.grader.course.Course;
import tp6.grader.text.UserError;
import tp6.stage.Words;

/** Which exercises, and the language that is asked for. */
final class CommonOptions {
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
    return Course.named(name)
        .orElseThrow(() -> new UserError("no such exercise: " + name + "; there are " + names()));
  }

  private static String names() {
    return String.join(", ", Course.all().stream().map(Course::module).toList());
  }

  /** The one asked for, or else that of this computer. */
  static Locale language(String language) {
    String name = language == null ? Locale.getDefault().getLanguage() : language;
    if (language != null && !name.equals("en") && !name.equals("fr")) {
      throw new UserError("--lang takes en or fr: " + name);
    }
    return name.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
  }

  /** The one that a command was given, or else that of this computer. */
  static Locale languageOf(ParseResult command) {
    ParseResult last = command.subcommands().stream().reduce(command, (one, next) -> next);
    return language(last.matchedOptionValue("--lang", (String) null));
  }

  /** What is said while something is done, in the language of its reports. */
  static Words words(Locale language) {
    return Words.of(CommonOptions.class, "words", language);
  }
}
