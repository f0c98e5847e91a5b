package tp6.grader;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.stage.Story;
import tp6.stage.report.StageResult;
import tp6.stage.text.Words;

/** The hints that a report may show, known by their keys. */
final class BankHints {
  private static final Pattern OWN = Pattern.compile("(\\d+)\\.hint(\\.[\\w.]+)?");
  private static final String COMMON = "hint.";
  private static final Pattern VALUE = Pattern.compile("%(?:\\d+\\$)?[sd]");

  private BankHints() {}

  /** Those that all exercises have in common, as headers of the bank name them. */
  static Set<String> common() throws IOException {
    return CourseTest.properties(
            Project.testResources("common").resolve("tp6/stage/text/words.properties"))
        .stringPropertyNames()
        .stream()
        .filter(key -> key.startsWith(COMMON))
        .map(key -> key.substring(COMMON.length()))
        .collect(toCollection(TreeSet::new));
  }

  /** Those of one exercise. */
  static Set<String> of(Course exercise) throws IOException {
    Properties words = CourseTest.properties(Project.words(exercise).resolve("stages.properties"));
    return words.stringPropertyNames().stream()
        .filter(key -> OWN.matcher(key).matches())
        .collect(toCollection(TreeSet::new));
  }

  /** Whether one of the stories has the sentence; an exercise's own, whether that stage's has. */
  static boolean shows(ExerciseResult result, String key) {
    boolean own = OWN.matcher(key).matches();
    Words words =
        own
            ? Words.of(
                Course.named(result.exercise()).orElseThrow().stages(), "stages", Locale.ENGLISH)
            : Words.of(Words.class, "words", Locale.ENGLISH);
    Pattern sentence = sentence(words.say(own ? key : COMMON + key));
    return result.stages().stream()
        .filter(stage -> !own || key.startsWith(stage.number() + "."))
        .map(StageResult::story)
        .flatMap(story -> story.map(Story::hint).stream())
        .anyMatch(hint -> sentence.matcher(hint).find());
  }

  /** With any text in the place of each value. */
  private static Pattern sentence(String words) {
    return Pattern.compile(
        Stream.of(VALUE.split(words, -1)).map(Pattern::quote).collect(joining(".*")),
        Pattern.DOTALL);
  }
}
