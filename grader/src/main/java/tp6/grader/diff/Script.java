package tp6.grader.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** How one text becomes another one, line by line. */
final class Script {
  /** Longer texts without a line in common would take minutes. */
  private static final int MAX_LINES = 6_000;

  /** A line of the first text, of the second, or of both, with its index there. */
  record Step(Line.Kind kind, int left, int right) {}

  private Script() {}

  /** What goes comes before what takes its place, however many changes meet there. */
  static <T> List<Step> between(List<T> left, List<T> right, Function<T, String> key) {
    List<String> before = left.stream().map(key).toList();
    List<String> after = right.stream().map(key).toList();
    BitSet gone = new BitSet();
    BitSet come = new BitSet();
    compare(before, after, gone, come);
    List<Step> steps = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (gone.get(i)) {
        steps.add(new Step(Line.Kind.REMOVED, i++, j));
      } else if (come.get(j)) {
        steps.add(new Step(Line.Kind.ADDED, i, j++));
      } else {
        steps.add(new Step(Line.Kind.SAME, i++, j++));
      }
    }
    return steps;
  }

  private static void compare(List<String> before, List<String> after, BitSet gone, BitSet come) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = before.size();
    int otherEnd = after.size();
    while (end > start && otherEnd > start && before.get(end - 1).equals(after.get(otherEnd - 1))) {
      end--;
      otherEnd--;
    }
    if (end + otherEnd - 2 * start > MAX_LINES) {
      gone.set(start, end);
      come.set(start, otherEnd);
      return;
    }
    for (AbstractDelta<String> delta :
        DiffUtils.diff(
                before.subList(start, end),
                after.subList(start, otherEnd),
                new MyersDiffWithLinearSpace<String>())
            .getDeltas()) {
      mark(gone, start, delta.getSource());
      mark(come, start, delta.getTarget());
    }
  }

  private static void mark(BitSet lines, int start, Chunk<String> chunk) {
    lines.set(start + chunk.getPosition(), start + chunk.getPosition() + chunk.size());
  }
}
