package tp6.grader.submission;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.grader.course.Course;

/** What one student calls the folders of several exercises, or of one in several versions. */
final class ExerciseName {
  private static final int SHORTEST_WORD = 4;
  private static final Set<String> OTHER_WORDS =
      Set.of("horloge", "meteo", "uhr", "wetter", "reloj", "tiempo", "orologio", "src");

  /** An id of a student has more digits, and other letters before them. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:tp|td|exo?|exercice|exercise|aufgabe|ejercicio|esercizio|question|q|partie|part|v|version)?"
              + "[ ._-]*\\d{1,2}[a-z]?");

  private ExerciseName() {}

  /** Whether a folder is hardly called after a student. */
  static boolean is(String folder) {
    String plain =
        Normalizer.normalize(folder.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{InCombiningDiacriticalMarks}", "");
    return NUMBERED.matcher(plain).matches()
        || Arrays.stream(plain.split("[^a-z]+")).anyMatch(ExerciseName::isWord);
  }

  private static boolean isWord(String word) {
    return OTHER_WORDS.contains(word)
        || Course.all().stream()
            .flatMap(exercise -> Stream.of(exercise.module().split("-")))
            .anyMatch(part -> part.length() >= SHORTEST_WORD && word.startsWith(part));
  }
}
