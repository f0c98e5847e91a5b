package tp6.grader.cli;

import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;
import tp6.grader.text.UserError;
import tp6.stage.text.Words;

/** The language that is asked for. */
final class LanguageOption {
  private static final Set<String> LANGUAGES = Set.of("en", "fr");

  @Option(
      names = "--lang",
      paramLabel = "en|fr",
      description = "of what is said and written (default: yours, or that of the grades)")
  private String language;

  /** The one asked for, or else that of this computer. */
  Locale get() {
    return language(language);
  }

  /** The one asked for, or else that of what is graded already. */
  Locale or(String graded) {
    return language(language == null ? graded : language);
  }

  /** What is said while something is done. */
  Words words() {
    return words(get());
  }

  /** The one asked for, or else that of this computer. */
  private static Locale language(String language) {
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
    return Words.of(LanguageOption.class, "words", language);
  }
}
