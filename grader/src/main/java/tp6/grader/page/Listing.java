package tp6.grader.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;
import tp6.grader.course.Course;
import tp6.grader.grade.Result;
import tp6.stage.text.Visible;

/** What a student has written for an exercise, as far as a page can show it. */
public final class Listing {
  private static final int MOST_LINES = 600;
  private static final int LONG_LINE = 100;
  private static final Pattern PLACE = Pattern.compile("([a-zA-Z_]\\w{0,60}\\.java):(\\d{1,4})");

  /** What a program has printed says nothing about its source. */
  private static final String PRINTED = "  | ";

  private final List<SourceFile> files = new ArrayList<>();
  private int rest;

  /** A part of a text; without a link, it has an empty one. */
  public record Span(String text, String href) {}

  /** A stage that names a line of the source. */
  public record Mention(String label, String href) {}

  /** A line of a source; it has a place of its own where a stage names it. */
  public record Line(String anchor, String text, List<Mention> mentions) {}

  /**
   * A source of the student's.
   *
   * @param more how many lines of it are not shown
   */
  public record SourceFile(String name, List<Line> lines, int more) {}

  private Listing() {}

  static Listing of(Result result, String exercise) {
    Listing listing = new Listing();
    Course.named(exercise).ifPresent(course -> listing.take(result.sources(), course));
    return listing;
  }

  private void take(Map<String, String> sources, Course course) {
    rest = MOST_LINES;
    sources.keySet().stream()
        .filter(path -> path.startsWith(course.sourceFolder()))
        .sorted(Comparator.comparing(path -> !path.equals(course.studentFile())))
        .forEach(
            path ->
                take(
                    path.substring(course.sourceFolder().length()),
                    sources.get(path),
                    course.module()));
  }

  private void take(String name, String text, String exercise) {
    List<String> all = text.replace("\t", "    ").lines().toList();
    List<Line> lines = new ArrayList<>();
    for (String line : all.subList(0, Math.min(all.size(), rest))) {
      String anchor = "%s-%s-%d".formatted(exercise, name.replace('/', '.'), lines.size() + 1);
      lines.add(new Line(anchor, Visible.line(line), new ArrayList<>()));
    }
    rest -= lines.size();
    files.add(new SourceFile(name, lines, all.size() - lines.size()));
  }

  /** The answers to an exercise's questions, in lines that fit on a page. */
  static String answers(Result result, String exercise) {
    return Course.named(exercise)
        .map(course -> result.sources().getOrDefault(course.answers(), ""))
        .orElse("")
        .lines()
        .flatMap(line -> Stream.of(WordUtils.wrap(line, LONG_LINE, "\n", true).split("\n")))
        .limit(MOST_LINES)
        .map(Visible::line)
        .collect(Collectors.joining("\n"));
  }

  /** Those of the exercise, that which it asks for first. */
  List<SourceFile> files() {
    return files;
  }

  /** A text with links to the lines that it names, which from now on lead to where it stands. */
  List<Span> link(String text, Mention from) {
    List<Span> spans = new ArrayList<>();
    int end = 0;
    Matcher places = PLACE.matcher(text);
    while (!text.startsWith(PRINTED) && places.find()) {
      for (Line line : named(places.group(1), Integer.parseInt(places.group(2)))) {
        spans.add(new Span(text.substring(end, places.start()), ""));
        spans.add(new Span(places.group(), "#" + line.anchor()));
        end = places.end();
        if (!line.mentions().contains(from)) {
          line.mentions().add(from);
        }
      }
    }
    spans.add(new Span(text.substring(end), ""));
    return spans;
  }

  private List<Line> named(String name, int number) {
    return files.stream()
        .filter(file -> file.name().equals(name) || file.name().endsWith("/" + name))
        .filter(file -> number >= 1 && number <= file.lines().size())
        .map(file -> file.lines().get(number - 1))
        .limit(1)
        .toList();
  }
}
