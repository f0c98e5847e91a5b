package tp6.grader.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;

/** How one text becomes another one, line by line. */
final class Script {
  /** Longer texts without a line in common would take minutes. */
  private static final int MAX_LINES = 6_000;

  /**
   * A line of the first text, of the second, or of both.
   *
   * @param left its index in the first text, where it is in that
   * @param right its index in the second text, where it is in that
   */
  record Step(Line.Kind kind, int left, int right) {}

  private final List<Step> steps = new ArrayList<>();
  private int left;
  private int right;
  private int removed;
  private int added;

  private Script() {}

  static List<Step> between(List<String> left, List<String> right) {
    Script script = new Script();
    int start = commonStart(left, right);
    int end = commonEnd(left.subList(start, left.size()), right.subList(start, right.size()));
    script.same(start);
    script.change(left.subList(start, left.size() - end), right.subList(start, right.size() - end));
    script.same(left.size() - script.left);
    script.addChanges();
    return script.steps;
  }

  private static int commonStart(List<String> left, List<String> right) {
    int length = Math.min(left.size(), right.size());
    int common = 0;
    while (common < length && left.get(common).equals(right.get(common))) {
      common++;
    }
    return common;
  }

  private static int commonEnd(List<String> left, List<String> right) {
    int length = Math.min(left.size(), right.size());
    int common = 0;
    while (common < length
        && left.get(left.size() - 1 - common).equals(right.get(right.size() - 1 - common))) {
      common++;
    }
    return common;
  }

  private void change(List<String> before, List<String> after) {
    if (before.size() + after.size() > MAX_LINES) {
      replace(before.size(), after.size());
      return;
    }
    int from = left;
    for (AbstractDelta<String> delta :
        DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
      Chunk<String> source = delta.getSource();
      same(from + source.getPosition() - left);
      replace(source.size(), delta.getTarget().size());
    }
    same(from + before.size() - left);
  }

  private void same(int lines) {
    if (lines > 0) {
      addChanges();
    }
    for (int i = 0; i < lines; i++) {
      steps.add(new Step(Line.Kind.SAME, left++, right++));
    }
  }

  private void replace(int before, int after) {
    removed += before;
    added += after;
    left += before;
    right += after;
  }

  /** What goes comes before what takes its place, however many changes meet there. */
  private void addChanges() {
    for (int i = left - removed; i < left; i++) {
      steps.add(new Step(Line.Kind.REMOVED, i, right - added));
    }
    for (int i = right - added; i < right; i++) {
      steps.add(new Step(Line.Kind.ADDED, left, i));
    }
    removed = 0;
    added = 0;
  }
}
