package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tp6.grader.course.Course;
import tp6.stage.Stage;
import tp6.stage.Stages;

/** What every exercise promises: its points, its words in two languages, its bank, its size. */
class CourseTest {
  private static final Pattern PLACE = Pattern.compile("%(?:\\d\\$)?\\d*[sd]");

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void isWorthTwentyPointsInStagesFromOneOn(Course exercise) throws Exception {
    List<Stage> stages = stages(exercise);

    assertThat(stages.stream().mapToInt(Stage::points).sum()).isEqualTo(20);
    for (int i = 0; i < stages.size(); i++) {
      int number = stages.get(i).number();
      assertThat(number).isEqualTo(i + 1);
      assertThat(Arrays.stream(stages.get(i).needs()).boxed())
          .allMatch(need -> need <= stages.size())
          .doesNotContain(number);
    }
  }

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void hasATitleAndAHintForEachStageInBothLanguages(Course exercise) throws Exception {
    Path words = Project.words(exercise);
    Properties english = properties(words.resolve("stages.properties"));
    Properties french = properties(words.resolve("stages_fr.properties"));

    assertThat(english.keySet()).isEqualTo(french.keySet());
    for (Stage stage : stages(exercise)) {
      assertThat(english.stringPropertyNames())
          .contains(stage.number() + ".title", stage.number() + ".hint");
      assertThat(english.getProperty(stage.number() + ".title")).hasSizeLessThan(54);
      assertThat(french.getProperty(stage.number() + ".title")).hasSizeLessThan(54);
    }
  }

  @Test
  void speaksBothLanguagesWithTheSameKeysAndPlaces() throws IOException {
    Path words = Project.testResources("common").resolve("tp6/stage/text");
    Properties english = properties(words.resolve("words.properties"));
    Properties french = properties(words.resolve("words_fr.properties"));

    assertThat(english.keySet()).isEqualTo(french.keySet());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(english.getProperty(key)))
          .as(key)
          .isEqualTo(places(french.getProperty(key)));
    }
  }

  private static List<String> places(String sentence) {
    return PLACE.matcher(sentence).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void hasABankOfRightAndWrongSolutions(Course exercise) {
    assertThat(lost(exercise, "right")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(lost(exercise, "wrong")).hasSizeGreaterThanOrEqualTo(12);
    assertThat(lost(exercise, "partial")).hasSizeGreaterThanOrEqualTo(5);
  }

  /** A stage, those that need it, those that need these, and so on. */
  static Set<Integer> withThoseThatNeed(int number, List<Stage> stages) {
    Set<Integer> lost = new TreeSet<>(Set.of(number));
    int before = 0;
    while (lost.size() > before) {
      before = lost.size();
      for (Stage stage : stages) {
        if (Arrays.stream(stage.needs()).anyMatch(lost::contains)) {
          lost.add(stage.number());
        }
      }
    }
    return lost;
  }

  /** What each solution in a folder of the bank loses: nothing if it is right. */
  private static List<Set<Integer>> lost(Course exercise, String folder) {
    List<Set<Integer>> lost = new ArrayList<>();
    for (Bank.Entry entry : Bank.of(exercise)) {
      if (entry.file().getParent().endsWith(folder)) {
        assertThat(entry.loses().isEmpty()).as(entry.name()).isEqualTo(folder.equals("right"));
        lost.add(entry.loses());
      }
    }
    return lost;
  }

  @Test
  void teachesThreadsInADozenChangedLines() throws IOException {
    List<String> single = Files.readAllLines(Project.solution(Exercises.ECHO_SINGLE));
    List<String> multi = Files.readAllLines(Project.solution(Exercises.ECHO_MULTI));

    long changed =
        single.stream().filter(line -> !multi.contains(line)).count()
            + multi.stream().filter(line -> !single.contains(line)).count();

    assertThat(changed).isBetween(1L, 12L);
  }

  @Test
  void canBeReadInHalfAnHour() throws IOException {
    long lines = 0;
    for (String module : List.of("common", "weather", "clock", "echo-single", "echo-multi")) {
      try (Stream<Path> files = Files.walk(Project.ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          lines += Files.readAllLines(file).size();
        }
      }
    }

    assertThat(lines).isLessThan(700);
  }

  static List<Stage> stages(Course exercise) {
    return Stages.of(exercise.stages());
  }

  static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
