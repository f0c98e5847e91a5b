package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.course.Course;

/** What the handouts show on a terminal is played once more, and looks the same. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConsolesTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```console\\n\\$ (.*?)\\n(.*?)```");
  private static final Pattern MAVEN =
      Pattern.compile("mvn -q -pl (\\S+) compile exec:java(?: -Dexec.args=\"(.*)\")?");
  private static final Pattern JAVA = Pattern.compile("java -cp common/target/classes (\\S+)");
  private static final Pattern TAKEN =
      Pattern.compile("(?m)^(?:le )?port \\d+ (?:is taken|est pris).*$");

  @ParameterizedTest
  @CsvSource({
    "clock, README.md",
    "clock, README.fr.md",
    "echo-single, README.md",
    "echo-single, README.fr.md",
    "echo-multi, README.md",
    "echo-multi, README.fr.md"
  })
  void playAServerAndItsClient(Course exercise, String file) throws Exception {
    String handout = Files.readString(Project.ROOT.resolve(exercise.module()).resolve(file));
    String language = file.contains(".fr.") ? "fr" : "en";
    List<String> played = new ArrayList<>();
    try (RunningProgram server =
        RunningProgram.startIn(language, exercise.module(), exercise.studentClass(), "0")) {
      String started = server.line();
      String port = started.replaceAll("\\D+", "");
      for (Matcher block : blocks(handout)) {
        Matcher client = JAVA.matcher(block.group(1));
        String expected = block.group(2);
        if (client.matches()) {
          assertThat(screen(language, client.group(1), port, expected)).isEqualTo(normal(expected));
        } else {
          assertThat(block.group(1)).isEqualTo(command(exercise));
          assertThat(normal(started + "\n")).isEqualTo(normal(expected));
        }
        played.add(block.group(1));
      }
      Matcher taken = TAKEN.matcher(handout);
      if (taken.find()) {
        try (RunningProgram second =
            RunningProgram.startIn(language, exercise.module(), exercise.studentClass(), port)) {
          assertThat(normal(second.line())).isEqualTo(normal(taken.group()));
        }
      }
    }
    assertThat(played).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"README.md", "README.fr.md"})
  void playTheWeather(String file) throws Exception {
    List<Matcher> blocks = blocks(Files.readString(Project.ROOT.resolve("weather").resolve(file)));
    assertThat(blocks).isNotEmpty();
    for (Matcher block : blocks) {
      Matcher maven = MAVEN.matcher(block.group(1));
      assertThat(maven.matches()).isTrue();
      String[] args = maven.group(2).split(" ");
      try (RunningProgram weather =
          RunningProgram.start("weather", Exercises.WEATHER.studentClass(), args)) {
        assertThat(weather.rest()).isEqualTo(List.of(block.group(2).strip(), "exit status 0"));
      }
    }
  }

  /** What a client shows, and what is typed between. */
  private static String screen(String language, String type, String port, String expected)
      throws IOException {
    StringBuilder screen = new StringBuilder();
    try (RunningProgram client =
        RunningProgram.startIn(language, "common", type, "localhost", port)) {
      for (String line : expected.lines().toList()) {
        if (line.matches("[a-z]+")) {
          client.type(line);
          screen.append(line).append('\n');
        } else {
          screen.append(client.line()).append('\n');
        }
      }
    }
    return normal(screen.toString());
  }

  private static String command(Course exercise) {
    return "mvn -q -pl " + exercise.module() + " compile exec:java";
  }

  private static List<Matcher> blocks(String handout) {
    Matcher matcher = BLOCK.matcher(handout);
    List<Matcher> blocks = new ArrayList<>();
    while (matcher.find()) {
      Matcher block = BLOCK.matcher(matcher.group());
      block.matches();
      blocks.add(block);
    }
    return blocks;
  }

  /** The port of a test is not that of the handout, and its time is another. */
  private static String normal(String screen) {
    return screen.replaceAll("port \\d+", "port 1").replaceAll("\\d\\d:\\d\\d:\\d\\d", "00:00:00");
  }
}
