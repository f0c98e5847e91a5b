package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of threats names all of them, and all that tries them. */
class HostileRowsTest {
  private static final Path BANK = Path.of("src/test/hostile");
  private static final Pattern ROW = Pattern.compile("\\| ([AB]\\d+) \\| [^|]+ \\| ([^|]+) \\|");
  private static final Pattern NAME = Pattern.compile("`([\\w-]+)`");

  @Test
  void hasEveryRow() throws IOException {
    List<String> all = new ArrayList<>();
    IntStream.rangeClosed(1, 30).forEach(number -> all.add("A" + number));
    IntStream.rangeClosed(1, 20).forEach(number -> all.add("B" + number));

    assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void namesOnlyWhatThereIs(@TempDir Path scratch) throws IOException {
    Set<String> known = new TreeSet<>(submissions());
    SourceBombs.all(scratch).forEach(bomb -> known.add(bomb.name()));

    rows()
        .forEach(
            (row, text) -> {
              Set<String> names = names(text);
              assertThat(names.isEmpty()).as(row).isEqualTo(text.startsWith("not tried: "));
              assertThat(names).as(row).allMatch(name -> known.contains(name) || isTest(name));
            });
  }

  /** In the rows that it names itself, and in no others. */
  @Test
  void namesEverySubmission() throws IOException {
    Map<String, String> rows = rows();
    for (String name : submissions()) {
      Set<String> named =
          rows.keySet().stream()
              .filter(row -> names(rows.get(row)).contains(name))
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(named).as(name).isEqualTo(rowsOf(name));
    }
  }

  private static boolean isTest(String name) {
    return Files.exists(Path.of("src/test/java/tp6/grader", name + ".java"));
  }

  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (MatchResult row :
        ROW.matcher(Files.readString(BANK.resolve("README.md"))).results().toList()) {
      rows.put(row.group(1), row.group(2));
    }
    return rows;
  }

  private static Set<String> names(String text) {
    return text.startsWith("not tried: ")
        ? Set.of()
        : NAME.matcher(text)
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> submissions() throws IOException {
    try (Stream<Path> all = Files.list(BANK)) {
      return all.filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Those at the beginning of what it expects: of A and B, for a class may be tried otherwise. */
  private static Set<String> rowsOf(String submission) throws IOException {
    String first =
        Files.readAllLines(BANK.resolve(submission).resolve("expected.properties")).get(0);
    assertThat(first).as(submission).matches("# [ABC]\\d+(, [ABC]\\d+)*: .+");
    return Stream.of(first.substring(2, first.indexOf(':')).split(", "))
        .filter(row -> !row.startsWith("C"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
