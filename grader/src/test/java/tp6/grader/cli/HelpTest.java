package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --help} says in French is all there. */
class HelpTest {
  private static List<String> help(String command, String language) {
    StringWriter screen = new StringWriter();
    PrintWriter out = new PrintWriter(screen, true);
    String[] words =
        Stream.of(command, "--help", "--lang", language)
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new);
    assertThat(Main.run(out, out, words)).isZero();
    return screen.toString().lines().toList();
  }

  /** Left are the names of options, examples, and parts of a wrapped synopsis. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "check",
        "grade",
        "live",
        "merge",
        "diff",
        "compare",
        "similar",
        "doctor",
        "starter",
        "generate-completion"
      })
  void hasNoLineInEnglish(String command) {
    List<String> english = help(command, "en");
    List<String> french = help(command, "fr");

    assertThat(french.get(0)).startsWith("Usage : grader");
    assertThat(french)
        .filteredOn(line -> !line.isBlank() && english.contains(line))
        .allMatch(
            line ->
                line.matches(
                    " +-\\S+|  java -jar .*|      --grader-url .*|Options:| +solutions\\.|  [\\d]+ +"));
    assertThat(french).hasSizeGreaterThanOrEqualTo(english.size() - 5);
    assertThat(String.join(" ", french))
        .doesNotContainPattern("\\b(?:the|of|is|default|Show|Commands|Exit)\\b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "grade", "live", "compare"})
  void tellsAsManyExitStatusesInFrench(String command) {
    String status = "  \\d+ +\\S.*";
    assertThat(help(command, "fr").stream().filter(line -> line.matches(status)).count())
        .isEqualTo(help(command, "en").stream().filter(line -> line.matches(status)).count());
  }
}
