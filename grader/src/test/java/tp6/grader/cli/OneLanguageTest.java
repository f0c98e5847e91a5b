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
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tp6.grader.Exercises;
import tp6.grader.Packed;
import tp6.grader.Project;

/** What a run prints is in the language of its reports, whatever that of the computer is. */
@Tag("once")
class OneLanguageTest {
  private static final Pattern PLACE = Pattern.compile("%(?:\\d\\$)?[\\w.]*");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(the|of|not|graded|grades|submissions|done|passages are|holds?|hand in|cannot|no)\\b");
  private static final Pattern FRENCH =
      Pattern.compile("(?i)\\b(les?|des|sans|notes?|rendus?|rendez|pas|est|contient)\\b");

  @TempDir Path folder;
  private final StringWriter screen = new StringWriter();

  private int run(String... words) {
    screen.getBuffer().setLength(0);
    PrintWriter out = new PrintWriter(screen, true);
    return Main.run(out, out, words);
  }

  /** One of each kind that cannot be graded, and what is left aside. */
  private Path makeAClassOfRefused() throws IOException {
    Path all = makeAClass();
    Map<String, byte[]> file = Map.of(Exercises.CLOCK.studentFile(), new byte[] {'/', '/'});
    Packed.sevenZip(all.resolve("c.7z"), file, "x");
    Packed.folder(all.resolve("d"), Packed.in("x", file));
    Packed.folder(all.resolve("d/y"), Map.of(Exercises.CLOCK.studentFile(), new byte[] {'\n'}));
    Packed.folder(all.resolve("e"), Map.of("README", new byte[0], "x.java", new byte[0]));
    Files.createDirectories(all.resolve("f/.git/objects"));
    Files.createDirectories(all.resolve("f/.git/refs"));
    Files.writeString(all.resolve("f/.git/HEAD"), "ref: refs/heads/x\n");
    Files.writeString(all.resolve("g.rar"), "Rar!\u001a\u0007");
    Files.writeString(all.resolve("h.txt"), "-");
    return all;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void refusesInOneLanguage(String language, Pattern other) throws IOException {
    Path all = makeAClassOfRefused();
    Path out = folder.resolve("o");
    String[] words = {
      "grade", all.toString(), "--out", out.toString(), "--exercise", "clock", "--lang", language
    };

    assertThat(run(with(words, "--isolation", "process"))).isEqualTo(ExitStatus.NOT_GRADED);
    String said = screen.toString().replace(folder.toString(), "");
    assertThat(said).contains("h.txt", "c.7z", "g.rar").doesNotContainPattern(other);
    // What programs read of it is the same in all languages.
    String table = Files.readString(out.resolve("grades.csv"));
    assertThat(table.replaceAll("(not-)?graded|not isolated|(?m)^id,.*", ""))
        .doesNotContainPattern(other);

    assertThat(run("similar", all.toString(), "--lang", language)).isZero();
    said = screen.toString().replace(folder.toString(), "");
    assertThat(said).contains("c.7z", "g.rar").doesNotContainPattern(other);

    assertThat(run(with(words, folder.resolve("xx").toString()))).isEqualTo(ExitStatus.TROUBLE);
    assertThat(screen.toString().lines().findFirst().orElse("").replace(folder.toString(), ""))
        .doesNotContainPattern(other);
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

  /** A class that was graded in the other language, too: what is said is what was asked for. */
  @ParameterizedTest
  @MethodSource("languages")
  void tellsOfWhatIsGradedInOneLanguage(String language, Pattern other) throws IOException {
    String out = folder.resolve("o").toString();
    String[] words = {"grade", makeAClass().toString(), "--out", out, "--exercise", "clock"};
    String graded = language.equals("fr") ? "en" : "fr";
    assertThat(run(with(words, "--isolation", "process", "--lang", graded))).isZero();

    String whole = folder.resolve("w").toString();
    assertThat(run("merge", out, "--out", whole, "--lang", language)).isZero();
    assertThat(screen.toString().replace(whole, "")).hasLineCount(6).doesNotContainPattern(other);
    assertThat(run("compare", out, whole, "--lang", language)).isZero();
    assertThat(screen.toString()).contains(" 2").doesNotContainPattern(other);

    assertThat(run("merge", out, "--out", whole + 2)).isZero();
    assertThat(screen.toString().replace(whole, "")).containsPattern(other);
    assertThat(run("compare", out, whole)).isZero();
    assertThat(screen.toString()).containsPattern(other);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void makesAStarterInOneLanguage(String language, Pattern other) {
    String out = folder.resolve("s").toString();

    assertThat(run("starter", "--from", "..", "--out", out, "--lang", language)).isZero();

    assertThat(screen.toString().replace(out, "")).hasLineCount(3).doesNotContainPattern(other);
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
