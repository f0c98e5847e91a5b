package tp6.grader.similar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * A passage that two solutions share.
 *
 * @param tokens how long it is
 * @param sharedBy in how many solutions of the class its rarest part is found, these two included
 */
public record Passage(Excerpt first, Excerpt second, int tokens, int sharedBy) {
  /** Side by side. */
  public List<Excerpt> both() {
    return List.of(first, second);
  }

  /**
   * Where it stands.
   *
   * @param file below the source root
   * @param from its first line, from 1
   * @param to its last line
   * @param lines their text
   */
  @JsonIgnoreProperties("lines")
  public record Excerpt(String file, int from, int to, List<String> lines) {
    static Excerpt of(Program program, int token, int length) {
      List<Token> tokens = program.tokens().subList(token, token + length);
      IntSummaryStatistics lines = tokens.stream().mapToInt(Token::line).summaryStatistics();
      Program.SourceFile file = program.files().get(tokens.get(0).file());
      return new Excerpt(
          file.path(),
          lines.getMin(),
          lines.getMax(),
          file.lines().subList(lines.getMin() - 1, lines.getMax()));
    }
  }
}
