package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import tp6.grader.text.Plain;

/** Cuts what differs out of two texts, with a little around it. */
final class Hunks {
  private static final int AROUND = 3;
  private static final int MAX_LINE = 1_000;
  private static final String TAB = "    ";

  private final String title;
  private final int left;
  private final int right;

  /** Of a member, with the lines where it begins; of a plain text, where it is there. */
  Hunks(String title, int left, int right) {
    this.title = title;
    this.left = left;
    this.right = right;
  }

  List<Hunk> of(List<Script.Step> steps, List<String> lefts, List<String> rights) {
    List<Hunk> hunks = new ArrayList<>();
    int from = 0;
    while (from < steps.size()) {
      if (steps.get(from).kind() == Line.Kind.SAME) {
        from++;
        continue;
      }
      int to = end(steps, from);
      int start = Math.max(0, from - AROUND);
      int end = Math.min(steps.size(), to + AROUND);
      hunks.add(hunk(steps.subList(start, end), lefts, rights));
      from = to;
    }
    return hunks;
  }

  /** Behind the last change that is too near to the one before it for a hunk of its own. */
  private static int end(List<Script.Step> steps, int from) {
    int end = from;
    for (int i = from; i < steps.size() && i <= end + 2 * AROUND; i++) {
      if (steps.get(i).kind() != Line.Kind.SAME) {
        end = i + 1;
      }
    }
    return end;
  }

  private Hunk hunk(List<Script.Step> steps, List<String> lefts, List<String> rights) {
    List<Line> lines = steps.stream().map(step -> line(step, lefts, rights)).toList();
    return title.isEmpty()
        ? new Hunk("", left * (steps.get(0).left() + 1), right * (steps.get(0).right() + 1), lines)
        : new Hunk(title, left, right, lines);
  }

  private static Line line(Script.Step step, List<String> lefts, List<String> rights) {
    return new Line(
        step.kind(),
        step.kind() == Line.Kind.ADDED ? "" : shown(lefts.get(step.left())),
        step.kind() == Line.Kind.REMOVED ? "" : shown(rights.get(step.right())));
  }

  /** Nobody reads on after a thousand characters. */
  private static String shown(String line) {
    String text = Plain.text(line.replace("\t", TAB));
    return text.length() <= MAX_LINE ? text : Plain.start(text, MAX_LINE) + "…";
  }
}
