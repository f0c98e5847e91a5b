package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Isolation;
import tp6.grader.run.Rules;
import tp6.stage.Outcome;
import tp6.stage.StageResult;

/**
 * Known solutions of one exercise each: right, wrong, or partial. The first line of each tells
 * which stages it loses, and why.
 */
public final class Bank {
  private static final Path FOLDER = Path.of("src/test/bank");
  private static final Pattern HEADER = Pattern.compile("// Loses ((\\d+)(, \\d+)*|nothing): .+");

  /** One of them. */
  public record Entry(Course exercise, Path file) {
    /** For example {@code clock/wrong/NeverCloses}. */
    public String name() {
      return FOLDER.relativize(file).toString().replace('\\', '/').replaceAll("\\.java$", "");
    }

    /** The stages that it loses, as its first line says. */
    public Set<Integer> loses() {
      try {
        Matcher header = HEADER.matcher(Files.readAllLines(file).get(0));
        assertThat(header.matches()).as("the first line of " + file).isTrue();
        return header.group(1).equals("nothing")
            ? Set.of()
            : Stream.of(header.group(1).split(", "))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Puts it where a student would have written it. */
    public void copyInto(Path fork) throws IOException {
      Path target = fork.resolve(exercise.studentFile());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private Bank() {}

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
        Course.named(name.substring(0, name.indexOf('/'))).orElseThrow(),
        FOLDER.resolve(name + ".java"));
  }

  /** The stages that were lost. */
  public static Set<Integer> lost(ExerciseResult result) {
    return result.stages().stream()
        .filter(stage -> stage.outcome() != Outcome.PASSED)
        .map(StageResult::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ordinary rules for some exercises. */
  public static Rules rules(Locale language, Course... exercises) {
    return rules(
        Isolation.valueOf(System.getProperty("isolation", "process").toUpperCase(Locale.ROOT)),
        language,
        exercises);
  }

  static Rules rules(Isolation isolation, Locale language, Course... exercises) {
    return new Rules(
        List.of(exercises),
        language,
        4711,
        Duration.ofSeconds(90),
        OptionalInt.empty(),
        "17",
        isolation);
  }
}
