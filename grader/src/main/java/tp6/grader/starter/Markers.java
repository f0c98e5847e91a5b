package tp6.grader.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import tp6.grader.text.Reason;

/**
 * Reads the markers of a file, strictly: a part that is cut at the wrong place would show students
 * a solution, or take away what they need.
 */
final class Markers {
  private static final String WORDS = "(BEGIN|END) SOLUTION(?: (\\S.*?))?";
  private static final Map<String, Pattern> MARKERS =
      Map.of(
          ".java", Pattern.compile("\\s*// " + WORDS),
          ".properties", Pattern.compile("# " + WORDS),
          ".md", Pattern.compile("<!-- " + WORDS + " -->"));
  private static final Pattern ALIKE = Pattern.compile("(?i)\\b(?:begin|end)[\\W_]{0,2}solution");
  private static final Pattern FIRST_WORDS =
      Pattern.compile("\\W*([A-Za-z]+)[\\W_]+([A-Za-z]+)\\b.*");
  private static final LevenshteinDistance MISSPELT = new LevenshteinDistance(2);

  private final TextFile file;
  private final Optional<Pattern> marker;
  private final List<Part> parts = new ArrayList<>();
  private final List<Reason> complaints = new ArrayList<>();
  private int open = -1;
  private String words = "";

  private Markers(TextFile file) {
    this.file = file;
    this.marker =
        MARKERS.entrySet().stream()
            .filter(entry -> file.path().endsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /** The parts of a file, in their order. */
  static List<Part> of(TextFile file) throws BrokenCourse {
    Markers markers = new Markers(file);
    for (int i = 0; i < file.lines().size(); i++) {
      markers.read(i, file.lines().get(i));
    }
    markers.end();
    if (!markers.complaints.isEmpty()) {
      throw new BrokenCourse(markers.complaints);
    }
    return markers.parts;
  }

  private void read(int index, String line) {
    Optional<Matcher> found = marker.map(one -> one.matcher(line)).filter(Matcher::matches);
    if (found.isEmpty()) {
      if (isAlike(line)) {
        complain(index, marker.isEmpty() ? "marker.nowhere" : howToWrite());
      }
      return;
    }
    String after = Optional.ofNullable(found.get().group(2)).orElse("");
    if (found.get().group(1).equals("BEGIN")) {
      begin(index, after);
    } else {
      end(index, after);
    }
  }

  private void begin(int index, String after) {
    if (open >= 0) {
      complain(index, "marker.inside", open + 1);
    } else if (file.isJava() && after.isEmpty()) {
      complain(index, "marker.no.words");
    }
    open = index;
    words = after;
  }

  private void end(int index, String after) {
    if (open < 0) {
      complain(index, "marker.no.begin");
    } else if (!file.isJava() && !after.isEmpty()) {
      complain(index, "marker.words", after);
    } else if (file.lines().subList(open + 1, index).stream().allMatch(String::isBlank)) {
      complain(open, "marker.empty");
    } else if (file.isJava() && after.isEmpty()) {
      complain(index, "marker.no.french");
    } else {
      parts.add(new Part(open, index, words, after));
    }
    open = -1;
  }

  private void end() {
    if (open >= 0) {
      complain(open, "marker.no.end");
    }
  }

  private void complain(int index, String key, Object... values) {
    complaints.add(BrokenCourse.complaint(file.path(), index + 1, key, values));
  }

  private String howToWrite() {
    if (file.isJava()) {
      return "marker.line.java";
    }
    return file.path().endsWith(".md") ? "marker.line.md" : "marker.line.properties";
  }

  private static boolean isAlike(String line) {
    Matcher first = FIRST_WORDS.matcher(line);
    return ALIKE.matcher(line).find()
        || first.matches() && isMisspelt((first.group(1) + " " + first.group(2)));
  }

  private static boolean isMisspelt(String firstWords) {
    String upper = firstWords.toUpperCase(Locale.ROOT);
    return Stream.of("BEGIN SOLUTION", "END SOLUTION")
        .anyMatch(marker -> MISSPELT.apply(marker, upper) >= 0);
  }
}
