package tp6.grader.page;

import java.io.IOException;
import java.util.List;
import tp6.grader.diff.Comparison;
import tp6.grader.grade.Result;

/** Knows how submissions differ from a reference. */
@FunctionalInterface
public interface Differences {
  /** Where there is no reference. */
  Differences NONE = result -> List.of();

  /** How the submission of this result differs from it, exercise by exercise. */
  List<Comparison> of(Result result) throws IOException;
}
