package tp6.grader.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tp6.grader.diff.Solution.File;

/**
 * What two solutions say differently.
 *
 * @param left the exercise that the first one solves
 * @param right the exercise that the second one solves: mostly the same
 */
public record Comparison(String left, String right, List<FileDiff> files) {
  public Comparison {
    files = List.copyOf(files);
  }

  /**
   * Compares what the code says: formatting, comments, the order of imports and members, and the
   * names of what nothing outside can name make no difference.
   */
  public static Comparison of(Sources left, Sources right) {
    return of(left, Solution.of(left), right, Solution.of(right));
  }

  /** Compares the files as plain texts, line by line. */
  public static Comparison ofText(Sources left, Sources right) {
    return of(left, Solution.asText(left), right, Solution.asText(right));
  }

  /** Whether both say the same. */
  @JsonProperty
  public boolean same() {
    return files.stream().allMatch(FileDiff::same);
  }

  /** Whether one has nothing at all to compare with. */
  @JsonIgnore
  public boolean isOneSided() {
    return !files.isEmpty()
        && (files.stream().allMatch(file -> file.left().isEmpty())
            || files.stream().allMatch(file -> file.right().isEmpty()));
  }

  private static Comparison of(Sources left, List<File> lefts, Sources right, List<File> rights) {
    List<Likeness.Pair<File>> pairs = new ArrayList<>();
    List<File> restLeft = new ArrayList<>(lefts);
    List<File> restRight = new ArrayList<>(rights);
    for (File file : lefts) {
      rights.stream()
          .filter(other -> isSame(file.path(), left, other.path(), right))
          .forEach(other -> pairs.add(new Likeness.Pair<>(file, other)));
    }
    remove(pairs, restLeft, restRight);
    pairs.addAll(Likeness.pairs(restLeft, restRight, File::anonymous));
    remove(pairs, restLeft, restRight);
    List<FileDiff> files = new ArrayList<>(compare(pairs, left, right));
    restLeft.forEach(file -> files.add(TextComparison.only(file, true)));
    restRight.forEach(file -> files.add(TextComparison.only(file, false)));
    return new Comparison(left.exercise().module(), right.exercise().module(), files);
  }

  /** The class that the course asks for is compared with itself, whatever the exercises. */
  private static boolean isSame(String path, Sources left, String other, Sources right) {
    boolean isMain = path.equals(left.mainFile());
    boolean isOtherMain = other.equals(right.mainFile());
    return isMain || isOtherMain ? isMain && isOtherMain : path.equals(other);
  }

  private static void remove(
      List<Likeness.Pair<File>> pairs, List<File> restLeft, List<File> restRight) {
    pairs.forEach(
        pair -> {
          restLeft.remove(pair.left());
          restRight.remove(pair.right());
        });
  }

  private static List<FileDiff> compare(
      List<Likeness.Pair<File>> pairs, Sources left, Sources right) {
    TypeNames types =
        TypeNames.in(
            pairs.stream().flatMap(pair -> asJava(pair).stream()).toList(),
            left.mainType(),
            right.mainType());
    return pairs.stream()
        .map(
            pair ->
                asJava(pair)
                    .map(files -> CodeComparison.of(files.left(), files.right(), types))
                    .orElseGet(() -> TextComparison.of(pair.left(), pair.right())))
        .toList();
  }

  /** Where both can be read as Java. */
  private static Optional<Likeness.Pair<JavaFile>> asJava(Likeness.Pair<File> pair) {
    return pair.left()
        .java()
        .flatMap(left -> pair.right().java().map(right -> new Likeness.Pair<>(left, right)));
  }
}
