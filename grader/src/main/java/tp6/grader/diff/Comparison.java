package tp6.grader.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tp6.grader.code.PlainText;
import tp6.grader.diff.Solution.File;

/**
 * What two solutions say differently.
 *
 * @param left the exercise that the first one solves
 * @param right the exercise that the second one solves: mostly the same
 */
public record Comparison(String left, String right, List<FileDiff> files) {
  private static final Optional<?> ANY = Optional.of("");
  private static final File NONE = new File("", List.of(), List.of());

  public Comparison {
    files = List.copyOf(files);
  }

  /**
   * Compares what the code says: formatting, comments, the order of imports and members, and the
   * names of what nothing outside can name make no difference. Where one is but a text, so are
   * both.
   */
  static Comparison of(Solution left, Solution right) {
    Optional<PlainText> why = left.why().or(right::why);
    CodeComparison code = new CodeComparison(left.sources(), right.sources());
    Pairing<File> files =
        new Pairing<>(left.files(), right.files())
            .byName(left::key, right::key)
            .byLikeness(file -> ANY, file -> ANY, File::anonymous);
    files.forBoth(code::joinTypes);
    List<FileDiff> diffs = new ArrayList<>();
    files.forBoth(
        (one, other) ->
            diffs.add(why.isPresent() ? ofText(one, other, why) : code.compare(one, other)));
    for (Pairing.Pair<File> pair : files.pairs()) {
      if (pair.left().isEmpty() || pair.right().isEmpty()) {
        diffs.add(ofText(pair.left().orElse(NONE), pair.right().orElse(NONE), Optional.empty()));
      }
    }
    String exercise = left.sources().exercise().module();
    return new Comparison(exercise, right.sources().exercise().module(), diffs);
  }

  /** Compares the files as plain texts, line by line. */
  public static Comparison ofText(Sources left, Sources right) {
    return ofText(left, right, new PlainText(PlainText.Reason.ASKED, left.mainFile(), 0));
  }

  static Comparison ofText(Sources left, Sources right, PlainText why) {
    return of(Solution.asText(left, why), Solution.asText(right, why));
  }

  private static FileDiff ofText(File left, File right, Optional<PlainText> why) {
    List<Hunk> hunks =
        new Hunks("", left == NONE ? 0 : 1, right == NONE ? 0 : 1)
            .of(
                Script.between(left.text(), right.text(), Function.identity()),
                left.text(),
                right.text());
    return new FileDiff(left.path(), right.path(), why, List.of(), hunks);
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
}
