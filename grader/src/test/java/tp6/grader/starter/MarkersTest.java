package tp6.grader.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markers that cannot be followed are errors, each with its file and line. */
class MarkersTest {
  private static final String CLOCK = "clock/src/main/java/tp6/clock/ClockServer.java";
  private static final String BEGIN =
      "    // BEGIN SOLUTION accept one client after the other, and tell each the time";
  private static final String END =
      "    // END SOLUTION accepter un client après l'autre, et donner l'heure à chacun";

  private static final String HOW =
      "a marker is a line of its own: // BEGIN SOLUTION words, or // END SOLUTION words";

  @TempDir Path course;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nested | BEGIN | @/    // BEGIN SOLUTION more | 42 "
            + "| BEGIN SOLUTION inside the part that begins in line 41",
        "unclosed | END | '' | 41 | BEGIN SOLUTION without an END SOLUTION after it",
        "unopened | BEGIN | '' | 51 | END SOLUTION without a BEGIN SOLUTION before it",
        "misspelt | BEGIN | // BEGIN SOLUTON accept clients | 41 | " + HOW,
        "in lowercase | END | // end solution | 51 | " + HOW,
        "behind code | BEGIN | int i; // BEGIN SOLUTION count | 41 | " + HOW,
        "in a string | BEGIN | String s = \"// BEGIN SOLUTION\"; | 41 | " + HOW,
        "without words | BEGIN | // BEGIN SOLUTION | 41 "
            + "| BEGIN SOLUTION lacks the words that tell a student what to do",
        "without French | END | '    // END SOLUTION' | 51 "
            + "| END SOLUTION lacks the words of BEGIN SOLUTION in French",
        "empty | BEGIN | // BEGIN SOLUTION a/    // END SOLUTION/@ | 41 "
            + "| nothing stands between BEGIN SOLUTION and END SOLUTION",
        "too early | END | @/    listener.close(); | 51 "
            + "| a part has to reach the end of its method",
      })
  void areErrorsWithFileAndLine(
      String kind, String marker, String replacement, int line, String complaint) throws Exception {
    CourseCopy.to(course);
    String original = marker.equals("BEGIN") ? BEGIN : END;
    String text = replacement.replaceAll("(?<!/)/(?!/)", "\n");
    edit(CLOCK, original, text.replace("@", original));

    assertComplaint(CLOCK + ":" + line + ": " + complaint);
  }

  @Test
  void insideATextBlockAreErrors() throws Exception {
    CourseCopy.to(course);
    edit(CLOCK, BEGIN, "    String text = \"\"\"\n" + BEGIN + "\n");
    edit(CLOCK, END, END + "\n    \"\"\";");

    assertComplaint(CLOCK + ":42: a marker inside a string or a longer comment");
  }

  @Test
  void inAGivenClassAreErrors() throws Exception {
    CourseCopy.to(course);
    String given = "common/src/main/java/tp6/common/Ports.java";
    Files.writeString(
        course.resolve(given), "// BEGIN SOLUTION a\nclass Ports {}\n// END SOLUTION b\n");

    assertComplaint(given + ":1: a marker in a class that students are given");
  }

  @Test
  void inAnotherKindOfFileAreErrors() throws Exception {
    CourseCopy.to(course);
    edit("clock/pom.xml", "</project>", "<!-- BEGIN SOLUTION -->\n</project>");

    int line = (int) Files.readString(course.resolve("clock/pom.xml")).lines().count() - 1;
    assertComplaint("clock/pom.xml:" + line + ": no marker is followed in such a file");
  }

  @Test
  void areAllToldAtOnce() throws Exception {
    CourseCopy.to(course);
    edit(CLOCK, END, "");
    edit("clock/README.md", "# ", "<!-- END SOLUTION -->\n# ");

    assertThatThrownBy(() -> Starter.of(course, new TreeSet<>()))
        .isInstanceOf(BrokenCourse.class)
        .satisfies(
            thrown ->
                assertThat(((BrokenCourse) thrown).complaints())
                    .extracting(one -> one.where().split(":")[0])
                    .contains(CLOCK, "clock/README.md"))
        .satisfies(
            thrown ->
                assertThat(((BrokenCourse) thrown).in(Locale.FRENCH).lines())
                    .contains(CLOCK + ":41: BEGIN SOLUTION sans END SOLUTION après"));
  }

  private void edit(String path, String text, String replacement) throws Exception {
    Path file = course.resolve(path);
    String before = Files.readString(file);
    int at = before.indexOf(text);
    assertThat(at).as(text).isNotNegative();
    Files.writeString(
        file, before.substring(0, at) + replacement + before.substring(at + text.length()));
  }

  private void assertComplaint(String complaint) {
    assertThatThrownBy(() -> Starter.of(course, new TreeSet<>()))
        .isInstanceOf(BrokenCourse.class)
        .satisfies(
            thrown -> assertThat(List.of(thrown.getMessage().split("\n"))).contains(complaint));
  }
}
