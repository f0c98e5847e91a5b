package tp6.stage.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import tp6.stage.text.Visible;

/**
 * The end of what a program has printed, as lines. Of a stack trace stay what it is about, what it
 * was caused by, and the student's own calls; and its first line is never cut off.
 */
final class Printed {
  private static final int LINES = 5;
  private static final int KEPT = 50;
  private static final int LONGEST = 400;

  /** Of the course, of the JDK, or of nobody. */
  private static final Pattern NOT_THE_STUDENTS =
      Pattern.compile(
          "\\s+(?:at (?:tp6\\.(?:stage|common)\\.|(?:java|jdk)[\\w.]*(?:@[^/]*)?/).*"
              + "|\\.\\.\\. \\d+ (?:more|common frames omitted))");

  private static final Pattern CAUSE = Pattern.compile("\\s*(?:Caused by|Suppressed): .*");
  private static final Pattern CALL = Pattern.compile("\\s+at \\S.*");

  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();

  void add(char c) {
    if (c == '\n') {
      endLine();
    } else if (line.length() < LONGEST) {
      line.append(c);
    }
  }

  private void endLine() {
    boolean crlf = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
    String ended = line.substring(0, line.length() - (crlf ? 1 : 0));
    line.setLength(0);
    if (NOT_THE_STUDENTS.matcher(ended).matches()) {
      return;
    }
    lines.add(ended);
    if (lines.size() > KEPT) {
      lines.remove();
    }
  }

  void forget() {
    lines.clear();
    line.setLength(0);
  }

  /** At most five, made visible. */
  List<String> lastLines() {
    List<String> all = new ArrayList<>(lines);
    if (line.length() > 0) {
      all.add(line.toString());
    }
    List<String> last = new ArrayList<>();
    int end = all.size();
    while (end > 0 && last.size() < LINES) {
      int start = end - 1;
      while (start > 0 && isOfATrace(all.get(start))) {
        start--;
      }
      last.addAll(0, shortened(all.subList(start, end), LINES - last.size()));
      end = start;
    }
    return last.stream().map(text -> Visible.line(text.replace("\t", "    "))).toList();
  }

  private static boolean isOfATrace(String text) {
    return CAUSE.matcher(text).matches() || CALL.matcher(text).matches();
  }

  /** A line with its trace, in a few lines: of the calls those that come last go first. */
  private static List<String> shortened(List<String> trace, int most) {
    List<String> left = new ArrayList<>(trace);
    for (int i = left.size() - 1; i > 0 && left.size() > most; i--) {
      if (CALL.matcher(left.get(i)).matches()) {
        left.remove(i);
      }
    }
    return left.subList(0, Math.min(left.size(), most));
  }
}
