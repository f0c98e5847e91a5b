package tp6.grader;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rooms of the grader: the arrows are those of the map. Those, and its files, run in no circle.
 */
@Tag("once")
class ArchitectureTest {
  private static final Pattern ARROW =
      Pattern.compile("(?m)^ +tp6\\.grader\\.([\\w.]+)\\S* +-> tp6\\.grader\\.([\\w.]+)");

  @Test
  void isAsTheMapShows() throws Exception {
    String map =
        arrows("package").entrySet().stream()
            .map(room -> room.getKey() + " → " + String.join(", ", room.getValue()))
            .collect(joining("\n"));

    assertThat(Files.readString(Path.of("../docs/ARCHITECTURE.md")))
        .as("the map of the rooms, which is now\n" + map)
        .contains("```text\n" + map + "\n```");
  }

  /** Nested classes belong to their file. */
  @ParameterizedTest
  @ValueSource(strings = {"package", "class"})
  void hasNoCircle(String each) {
    Map<String, Set<String>> arrows = arrows(each);
    assertThat(arrows).hasSizeGreaterThan(10);
    boolean goesOn = true;
    while (goesOn) {
      // Who leads nowhere is in no circle.
      goesOn =
          arrows.values().removeIf(Set::isEmpty)
              | arrows.values().stream()
                  .map(one -> one.retainAll(arrows.keySet()))
                  .reduce(false, Boolean::logicalOr);
    }

    assertThat(arrows).isEmpty();
  }

  /** From each package, or from each class, to those that it needs. */
  private static Map<String, Set<String>> arrows(String each) {
    StringWriter told = new StringWriter();
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(told),
            new PrintWriter(System.err),
            "-verbose:" + each,
            "-filter:none",
            "-cp",
            "../common/target/classes",
            "target/classes");
    Map<String, Set<String>> arrows = new TreeMap<>();
    Matcher arrow = ARROW.matcher(told.toString());
    while (arrow.find()) {
      if (!arrow.group(1).equals(arrow.group(2))) {
        arrows.computeIfAbsent(arrow.group(1), one -> new TreeSet<>()).add(arrow.group(2));
      }
    }
    return arrows;
  }
}
