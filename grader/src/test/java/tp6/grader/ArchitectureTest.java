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
import org.junit.jupiter.api.Test;

/** The rooms of the grader: the arrows are those of the map, and run in no circle. */
class ArchitectureTest {
  private static final Pattern ARROW =
      Pattern.compile("(?m)^ +tp6\\.grader\\.(\\w+) +-> tp6\\.grader\\.(\\w+) ");

  @Test
  void isAsTheMapShows() throws Exception {
    String map =
        arrows().entrySet().stream()
            .map(room -> room.getKey() + " → " + String.join(", ", room.getValue()))
            .collect(joining("\n"));

    assertThat(Files.readString(Path.of("../docs/ARCHITECTURE.md")))
        .as("the map of the rooms, which is now\n" + map)
        .contains("```text\n" + map + "\n```");
  }

  @Test
  void hasNoCircle() {
    Map<String, Set<String>> arrows = arrows();
    boolean goesOn = true;
    while (goesOn) {
      // Who leads nowhere is in no circle.
      goesOn =
          arrows.values().removeIf(Set::isEmpty)
              | arrows.values().stream()
                  .map(room -> room.retainAll(arrows.keySet()))
                  .reduce(false, Boolean::logicalOr);
    }

    assertThat(arrows).isEmpty();
  }

  /** From each room to those that it needs. */
  private static Map<String, Set<String>> arrows() {
    StringWriter told = new StringWriter();
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(told),
            new PrintWriter(System.err),
            "-verbose:package",
            "-filter:none",
            "-cp",
            "../common/target/classes",
            "target/classes");
    Map<String, Set<String>> arrows = new TreeMap<>();
    Matcher arrow = ARROW.matcher(told.toString());
    while (arrow.find()) {
      if (!arrow.group(1).equals(arrow.group(2))) {
        arrows.computeIfAbsent(arrow.group(1), room -> new TreeSet<>()).add(arrow.group(2));
      }
    }
    return arrows;
  }
}
