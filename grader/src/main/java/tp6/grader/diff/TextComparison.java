package tp6.grader.diff;

import java.util.List;
import java.util.Optional;

/** Compares two files as what they are: lines of text. */
final class TextComparison {
  private TextComparison() {}

  static FileDiff of(Solution.File left, Solution.File right, PlainText why) {
    return new FileDiff(
        left.path(),
        right.path(),
        Optional.of(why),
        List.of(),
        Hunks.ofText().of(Script.between(left.text(), right.text()), left.text(), right.text()));
  }

  /** A file that the other solution has not. */
  static FileDiff only(Solution.File file, boolean isLeft) {
    List<String> none = List.of();
    List<String> left = isLeft ? file.text() : none;
    List<String> right = isLeft ? none : file.text();
    List<Hunk> hunks =
        Hunks.ofText().of(Script.between(left, right), left, right).stream()
            .map(hunk -> new Hunk("", isLeft ? 1 : 0, isLeft ? 0 : 1, hunk.lines()))
            .toList();
    return new FileDiff(
        isLeft ? file.path() : "", isLeft ? "" : file.path(), Optional.empty(), List.of(), hunks);
  }
}
