package tp6.grader.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import tp6.grader.code.PlainText;

/**
 * What differs in one file of each solution.
 *
 * @param left path of the first one's, as seen from its package; empty where it has none such
 * @param right path of the second one's; empty where it has none such
 * @param plainText why it was compared as plain text, if it was
 * @param renamings names that differ and make no difference
 */
public record FileDiff(
    String left,
    String right,
    Optional<PlainText> plainText,
    List<Renaming> renamings,
    List<Hunk> hunks) {

  public FileDiff {
    renamings = List.copyOf(renamings);
    hunks = List.copyOf(hunks);
  }

  /** Whether both say the same, whatever their names. */
  @JsonProperty
  public boolean same() {
    return hunks.isEmpty() && !left.isEmpty() && !right.isEmpty();
  }
}
