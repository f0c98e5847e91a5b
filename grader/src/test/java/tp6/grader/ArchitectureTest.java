package tp6.grader;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rooms of the grader and of the stage kit: the arrows are those of the maps. They run in no
 * circle, nor do those between the grader's files.
 */
@Tag("once")
class ArchitectureTest {
  private static final String GRADER = "tp6.grader";
  private static final String KIT = "tp6.stage";

  @ParameterizedTest
  @ValueSource(strings = {GRADER, KIT})
  void isAsTheMapShows(String root) throws Exception {
    String map =
        arrows(root, "package").entrySet().stream()
            .map(room -> room.getKey() + " → " + String.join(", ", room.getValue()))
            .collect(joining("\n"));

    assertThat(Files.readString(Path.of("../docs/ARCHITECTURE.md")))
        .as("the map of the rooms of %s, which is now\n%s", root, map)
        .contains("```text\n" + map + "\n```");
  }

  /** Nested classes belong to their file. */
  @ParameterizedTest
  @CsvSource({GRADER + ",package,10", GRADER + ",class,100", KIT + ",package,5"})
  void hasNoCircle(String root, String each, int atLeast) {
    Map<String, Set<String>> arrows = arrows(root, each);
    assertThat(arrows).hasSizeGreaterThan(atLeast);
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
  private static Map<String, Set<String>> arrows(String root, String each) {
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
            root.equals(KIT) ? "../common/target/test-classes" : "target/classes");
    String name = Pattern.quote(root) + "(?:\\.([\\w.]+))?\\S*";
    Matcher arrow = Pattern.compile("(?m)^ +" + name + " +-> " + name).matcher(told.toString());
    Map<String, Set<String>> arrows = new TreeMap<>();
    while (arrow.find()) {
      String from = Objects.requireNonNullElse(arrow.group(1), "stage");
      String to = Objects.requireNonNullElse(arrow.group(2), "stage");
      if (!from.equals(to)) {
        arrows.computeIfAbsent(from, one -> new TreeSet<>()).add(to);
      }
    }
    return arrows;
  }
}
