package tp6.grader.marking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class HandoutsTest {
  @TempDir Path folder;

  @Test
  void showThePointsOfTheRules() throws IOException {
    Path rules = folder.resolve("marking.properties");
    Files.writeString(rules, "points.clock.3 = 5\npoints.clock.9 = 0,5\n");
    byte[] clock = Files.readAllBytes(Path.of("../clock/README.fr.md"));
    byte[] echo = Files.readAllBytes(Path.of("../echo-single/README.md"));

    Map<String, byte[]> files =
        Handouts.following(
            rules, Map.of("clock/README.fr.md", clock, "echo-single/README.md", echo));

    String before = new String(clock, UTF_8);
    String row = before.lines().filter(line -> line.startsWith("| 3 |")).findFirst().orElseThrow();
    assertThat(new String(files.get("clock/README.fr.md"), UTF_8).lines())
        .hasSameSizeAs(before.lines().toList())
        .contains(row.replace("| 2 |", "| 5 |"), "| | **total** | **22.5** |")
        .anyMatch(line -> line.startsWith("| 9 |") && line.endsWith("| 0.5 |"));
    assertThat(files.get("echo-single/README.md")).isEqualTo(echo);
  }
}
