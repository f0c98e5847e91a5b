package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Rules;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;
import tp6.stage.setting.Settings;

/**
 * Known solutions of one exercise each: right, wrong, or partial. The comment at the top of each
 * tells which stages it loses, and why; then which hints its report shows, and why one mistake
 * costs more than {@link #MUCH} points, where there is something to tell.
 *
 * <pre>
 * // Loses 4, 9: the answers have no line end.
 * // Hints unfinished, 4.hint.
 * // Costs much: why it is more than one behaviour that is lost.
 * </pre>
 */
public final class Bank {
  private static final Path FOLDER = Path.of("src/test/bank");
  private static final Pattern PART = Pattern.compile("(Loses|Hints|Costs much:) .+");
  private static final Pattern HEADER =
      Pattern.compile(
          "Loses (\\d+(?:, \\d+)*|nothing): [^\n]+"
              + "(?:\nHints ([\\w.]+(?:, [\\w.]+)*)\\.)?"
              + "(?<much>\nCosts much: [^\n]+)?");

  /** One mistake that costs more than this has to say why. */
  static final int MUCH = 8;

  /**
   * What the comment at the top says.
   *
   * @param hints keys: {@code KEY} of {@code hint.KEY} in the kit's words, or one of the exercise's
   *     own, such as {@code 4.hint.silence}
   */
  public record Header(Set<Integer> loses, Set<String> hints, boolean saysWhyItCostsMuch) {}

  /** One of them. */
  public record Entry(Course exercise, Path file) {
    /** For example {@code clock/wrong/NeverCloses}. */
    public String name() {
      return FOLDER.relativize(file).toString().replace('\\', '/').replaceAll("\\.java$", "");
    }

    public Header header() {
      try (Stream<String> lines = Files.lines(file)) {
        List<String> parts = new ArrayList<>();
        lines
            .takeWhile(line -> line.startsWith("//"))
            .map(line -> line.substring(2).strip())
            .forEach(line -> join(parts, line));
        Matcher header = HEADER.matcher(String.join("\n", parts));
        assertThat(header.matches()).as("the comment at the top of " + file).isTrue();
        return new Header(
            header.group(1).equals("nothing")
                ? Set.of()
                : listed(header.group(1)).map(Integer::valueOf).collect(sorted()),
            Stream.ofNullable(header.group(2)).flatMap(Bank::listed).collect(sorted()),
            header.group("much") != null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The stages that it loses, as its first line says. */
    public Set<Integer> loses() {
      return header().loses();
    }

    /** Right, wrong, or partial. */
    public boolean isIn(String folder) {
      return file.getParent().endsWith(folder);
    }

    /** Puts it where a student would have written it. */
    public void copyInto(Path fork) throws IOException {
      Path target = fork.resolve(exercise.studentFile());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private Bank() {}

  /** A line that begins no part belongs to the part before it. */
  private static void join(List<String> parts, String line) {
    if (parts.isEmpty() || PART.matcher(line).matches()) {
      parts.add(line);
    } else {
      parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " " + line);
    }
  }

  private static Stream<String> listed(String values) {
    return Stream.of(values.split(", "));
  }

  private static <T> Collector<T, ?, TreeSet<T>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  public static List<Entry> of(Course exercise) {
    try (Stream<Path> files = Files.walk(FOLDER.resolve(exercise.module()))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(file -> new Entry(exercise, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of that name. */
  public static Entry entry(String name) {
    return new Entry(
        Course.of(name.substring(0, name.indexOf('/'))), FOLDER.resolve(name + ".java"));
  }

  /** The stages that were lost. */
  public static Set<Integer> lost(ExerciseResult result) {
    return result.stages().stream()
        .filter(stage -> stage.outcome() != Outcome.PASSED)
        .map(StageResult::number)
        .collect(sorted());
  }

  /** Ordinary rules for some exercises. */
  public static Rules rules(Locale language, Course... exercises) {
    return rules(language, List.of(exercises));
  }

  public static Rules rules(Locale language, List<Course> exercises) {
    return rules(
        Isolation.valueOf(System.getProperty("isolation", "process").toUpperCase(Locale.ROOT)),
        language,
        exercises);
  }

  static Rules rules(Isolation isolation, Locale language, List<Course> exercises) {
    return new Rules(
        exercises,
        language,
        "4711",
        Duration.ofSeconds(Settings.LIMIT_SECONDS),
        OptionalInt.empty(),
        "17",
        isolation);
  }
}
