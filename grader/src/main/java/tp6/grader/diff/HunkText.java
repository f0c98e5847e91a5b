package tp6.grader.diff;

import java.util.List;

/** How the lines of a hunk are set in a terminal. */
interface HunkText {
  /** Line by line, with colours. */
  List<String> of(Hunk hunk);
}
