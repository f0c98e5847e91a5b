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
  private final List<Complaint> complaints = new ArrayList<>();
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
        complain(index, marker.isEmpty() ? "no marker is followed in such a file" : howToWrite());
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
      complain(index, "BEGIN SOLUTION inside the part that begins in line " + (open + 1));
    } else if (file.isJava() && after.isEmpty()) {
      complain(index, "BEGIN SOLUTION lacks the words that tell a student what to do");
    }
    open = index;
    words = after;
  }

  private void end(int index, String after) {
    if (open < 0) {
      complain(index, "END SOLUTION without a BEGIN SOLUTION before it");
    } else if (!file.isJava() && !after.isEmpty()) {
      complain(index, "END SOLUTION takes no words: " + after);
    } else if (file.lines().subList(open + 1, index).stream().allMatch(String::isBlank)) {
      complain(open, "nothing stands between BEGIN SOLUTION and END SOLUTION");
    } else if (file.isJava() && after.isEmpty()) {
      complain(index, "END SOLUTION lacks the words of BEGIN SOLUTION in French");
    } else {
      parts.add(new Part(open, index, words, after));
    }
    open = -1;
  }

  private void end() {
    if (open >= 0) {
      complain(open, "BEGIN SOLUTION without an END SOLUTION after it");
    }
  }

  private void complain(int index, String what) {
    complaints.add(new Complaint(file.path(), index + 1, what));
  }

  private String howToWrite() {
    if (file.isJava()) {
      return "a marker is a line of its own: // BEGIN SOLUTION words, or // END SOLUTION words";
    }
    return file.path().endsWith(".md")
        ? "a marker is a line of its own: <!-- BEGIN SOLUTION --> or <!-- END SOLUTION -->"
        : "a marker is a line of its own: # BEGIN SOLUTION or # END SOLUTION";
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
