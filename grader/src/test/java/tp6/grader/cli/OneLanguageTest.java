package tp6.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tp6.grader.Exercises;
import tp6.grader.Project;

/** What a run prints is in the language of its reports, whatever that of the computer is. */
class OneLanguageTest {
  private static final Pattern PLACE = Pattern.compile("%(?:\\d\\$)?[\\w.]*");
  private static final Pattern ENGLISH =
      Pattern.compile("(?i)\\b(the|of|not|graded|grades|submissions|done|passages are)\\b");
  private static final Pattern FRENCH = Pattern.compile("(?i)\\b(les?|des|sans|notes?|rendus)\\b");

  @TempDir Path folder;
  private final StringWriter screen = new StringWriter();

  private int run(String... words) {
    screen.getBuffer().setLength(0);
    PrintWriter out = new PrintWriter(screen, true);
    return Main.run(out, out, words);
  }

  private Path makeAClass() throws IOException {
    Path all = folder.resolve("c");
    for (String student : List.of("a", "b")) {
      Path file = all.resolve(student).resolve(Exercises.CLOCK.studentFile());
      Files.createDirectories(file.getParent());
      Files.copy(Project.solution(Exercises.CLOCK), file);
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void gradesAClassInOneLanguage(String language, Pattern other) throws IOException {
    Path all = makeAClass();
    String out = folder.resolve("o").toString();
    String[] words = {
      "grade", all.toString(), "--out", out, "--exercise", "clock", "--isolation", "process"
    };

    assertThat(run(with(words, "--lang", language, "--shard", "1/1"))).isZero();
    assertThat(screen.toString().replace(out, "")).doesNotContainPattern(other);
    assertThat(run(with(words, "--lang", language, "--shard", "1/1", "--resume"))).isZero();
    assertThat(screen.toString().replace(out, "")).doesNotContainPattern(other);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void comparesAClassInOneLanguage(String language, Pattern other) throws IOException {
    String out = folder.resolve("o").toString();

    assertThat(run("similar", makeAClass().toString(), "--out", out, "--lang", language)).isZero();

    assertThat(screen.toString().replace(out, "")).doesNotContainPattern(other);
  }

  static Stream<Arguments> languages() {
    return Stream.of(Arguments.of("fr", ENGLISH), Arguments.of("en", FRENCH));
  }

  private static String[] with(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void hasTheSameSentencesWithTheSamePlacesInBoth() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      List<Path> french = files.filter(one -> one.toString().endsWith("_fr.properties")).toList();
      assertThat(french).hasSizeGreaterThanOrEqualTo(4);
      for (Path file : french) {
        Properties in = read(file);
        Properties english =
            read(Path.of(file.toString().replace("_fr.properties", ".properties")));
        assertThat(in.keySet()).as("%s", file).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
          assertThat(places(in.getProperty(key)))
              .as(key)
              .containsExactlyInAnyOrderElementsOf(places(english.getProperty(key)));
        }
      }
    }
  }

  private static Properties read(Path file) throws IOException {
    Properties sentences = new Properties();
    try (Reader in = Files.newBufferedReader(file, UTF_8)) {
      sentences.load(in);
    }
    return sentences;
  }

  private static List<String> places(String sentence) {
    return PLACE.matcher(sentence).results().map(MatchResult::group).toList();
  }
}
