package tp6.grader.compile;

import java.nio.file.Path;
import java.util.List;
import tp6.stage.report.SourceError;

/** What came of compiling an exercise. */
public sealed interface Compilation {
  /** There are classes. */
  record Compiled(Path classes) implements Compilation {}

  /** The student's sources are not Java. */
  record DidNotCompile(List<SourceError> errors) implements Compilation {}

  /** The compiler was lost over these sources, or worked on them for too long. */
  record GaveUp() implements Compilation {}
}
