package tp6.grader.diff;

import java.util.List;
import tp6.grader.report.Plain;

/** One below the other: what is gone after a minus, what has come after a plus. */
record Unified(Paint paint) implements HunkText {
  @Override
  public List<String> of(Hunk hunk) {
    return hunk.lines().stream().map(this::text).toList();
  }

  private String text(Line line) {
    return switch (line.kind()) {
      case SAME -> Plain.forTerminal(" " + line.left());
      case REMOVED -> paint.removed(Plain.forTerminal("-" + line.left()));
      case ADDED -> paint.added(Plain.forTerminal("+" + line.right()));
    };
  }
}
