package tp6.grader.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tp6.grader.diff.Solution.File;

/**
 * What two solutions say differently.
 *
 * @param left the exercise that the first one solves
 * @param right the exercise that the second one solves: mostly the same
 */
public record Comparison(String left, String right, List<FileDiff> files) {
  private static final Optional<?> ANY = Optional.of("");

  public Comparison {
    files = List.copyOf(files);
  }

  /**
   * Compares what the code says: formatting, comments, the order of imports and members, and the
   * names of what nothing outside can name make no difference.
   */
  static Comparison of(Solution left, Solution right) {
    CodeComparison code = new CodeComparison(left.sources(), right.sources());
    Pairing<File> files = pairing(left, right);
    files.forBoth(code::joinTypes);
    return of(left.sources(), right.sources(), files, code::compare);
  }

  /** Compares the files as plain texts, line by line. */
  public static Comparison ofText(Sources left, Sources right) {
    return ofText(left, right, new PlainText(PlainText.Reason.ASKED, left.mainFile(), 0));
  }

  /** The same where more could not be done. */
  static Comparison ofText(Sources left, Sources right, PlainText why) {
    Pairing<File> files = pairing(Solution.asText(left), Solution.asText(right));
    return of(left, right, files, (one, other) -> TextComparison.of(one, other, why));
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

  private static Pairing<File> pairing(Solution left, Solution right) {
    return new Pairing<>(left.files(), right.files())
        .byName(left::key, right::key)
        .byLikeness(file -> ANY, file -> ANY, File::anonymous);
  }

  private static Comparison of(
      Sources left,
      Sources right,
      Pairing<File> pairing,
      BiFunction<File, File, FileDiff> comparing) {
    List<FileDiff> files = new ArrayList<>();
    pairing.forBoth((one, other) -> files.add(comparing.apply(one, other)));
    for (Pairing.Pair<File> pair : pairing.pairs()) {
      if (pair.right().isEmpty()) {
        files.add(TextComparison.only(pair.left().get(), true));
      } else if (pair.left().isEmpty()) {
        files.add(TextComparison.only(pair.right().get(), false));
      }
    }
    return new Comparison(left.exercise().module(), right.exercise().module(), files);
  }
}
