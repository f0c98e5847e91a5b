package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the documents point to is there, and what their badges say is so. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

  /** All but those of the banks, which nobody reads as documents of the course. */
  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String folder :
        List.of(".", "docs", "grader", "weather", "clock", "echo-single", "echo-multi")) {
      try (Stream<Path> files = Files.list(Project.ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    assertThat(documents).hasSizeGreaterThan(15);
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void pointToWhatIsThere(Path document) throws IOException {
    for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
      String[] target = link.group(1).split("#", 2);
      if (target[0].startsWith("https://")) {
        continue;
      }
      Path file = target[0].isEmpty() ? document : document.resolveSibling(target[0]);
      assertThat(file).as("%s points to %s", document, link.group(1)).exists();
      if (target.length > 1) {
        assertThat(anchors(file)).as("%s points to it", document).contains(target[1]);
      }
    }
  }

  /** As GitHub and GitLab make them of headings. */
  private static List<String> anchors(Path file) throws IOException {
    return HEADING
        .matcher(Files.readString(file))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /** The course is verified where the badges say, and is under the licence that they name. */
  @Test
  void haveTrueBadges() throws IOException {
    Path workflow = Project.ROOT.resolve(".github/workflows/verify.yml");
    JsonNode matrix =
        new YAMLMapper().readTree(Files.readString(workflow)).at("/jobs/verify/strategy/matrix");
    List<String> systems = new ArrayList<>();
    matrix.path("os").forEach(one -> systems.add(one.asString().replace("-latest", "")));
    List<String> jdks = new ArrayList<>();
    matrix.path("java").forEach(one -> jdks.add(one.asString()));

    assertThat(badge("jdk")).isEqualTo("JDK: " + String.join(", ", jdks));
    assertThat(badge("systems")).isEqualTo("tested on: Linux, macOS, Windows");
    assertThat(systems).containsExactly("ubuntu", "macos", "windows");
    assertThat(badge("licence")).isEqualTo("licence: Apache 2.0");
    assertThat(Project.ROOT.resolve("LICENSE"))
        .content()
        .contains("Apache License", "Version 2.0, January 2004");
  }

  private static String badge(String name) throws IOException {
    String svg = Files.readString(Project.ROOT.resolve("docs/badges/" + name + ".svg"));
    String title = svg.replaceAll("(?s).*<title>(.*)</title>.*", "$1");
    assertThat(
            Pattern.compile(">([^<>\n]+)</text>").matcher(svg).results().map(one -> one.group(1)))
        .containsExactly(title.split(": "));
    return title;
  }
}
