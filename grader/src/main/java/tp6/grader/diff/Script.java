package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** How one text becomes another one, line by line. */
final class Script {
  /** A line of the first text, of the second, or of both, with its index there. */
  record Step(Line.Kind kind, int left, int right) {}

  private Script() {}

  private static final class Lines extends Sequence {
    final List<String> keys;

    Lines(List<String> keys) {
      this.keys = keys;
    }

    @Override
    public int size() {
      return keys.size();
    }
  }

  private static final class Equality extends SequenceComparator<Lines> {
    @Override
    public boolean equals(Lines left, int one, Lines right, int other) {
      return left.keys.get(one).equals(right.keys.get(other));
    }

    @Override
    public int hash(Lines lines, int index) {
      return lines.keys.get(index).hashCode();
    }
  }

  /** What goes comes before what takes its place. */
  static <T> List<Step> between(List<T> left, List<T> right, Function<T, String> key) {
    HistogramDiff algorithm = new HistogramDiff();
    // Whatever is found nowhere else has changed: to look for more could take minutes.
    algorithm.setFallbackAlgorithm(null);
    Lines before = new Lines(left.stream().map(key).toList());
    Lines after = new Lines(right.stream().map(key).toList());
    List<Step> steps = new ArrayList<>();
    int i = 0;
    int j = 0;
    for (Edit edit : algorithm.diff(new Equality(), before, after)) {
      while (i < edit.getBeginA()) {
        steps.add(new Step(Line.Kind.SAME, i++, j++));
      }
      while (i < edit.getEndA()) {
        steps.add(new Step(Line.Kind.REMOVED, i++, j));
      }
      while (j < edit.getEndB()) {
        steps.add(new Step(Line.Kind.ADDED, i, j++));
      }
    }
    while (i < before.size()) {
      steps.add(new Step(Line.Kind.SAME, i++, j++));
    }
    return steps;
  }
}
