package tp6.grader.compile;

import java.util.stream.Collectors;
import tp6.stage.Visible;

/**
 * A compile error, in the words of javac.
 *
 * @param file its path below the source root; empty where javac names none
 * @param line from 1; 0 where javac names none
 * @param column from 1; 0 where javac names none
 * @param source the line that it is about; empty where there is none
 */
public record Diagnostic(String file, long line, long column, String message, String source) {
  /** Makes what stood in the student's source fit to be read. */
  public Diagnostic {
    file = Visible.line(file);
    line = Math.max(0, line);
    column = Math.max(0, column);
    message =
        Visible.line(
            message
                .lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("; ")));
    source = Visible.line(source.replace("\t", "    "));
  }
}
