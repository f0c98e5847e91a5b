package tp6.grader.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import tools.jackson.databind.json.JsonMapper;
import tp6.grader.code.SourceText;
import tp6.grader.process.Answers;
import tp6.grader.process.Background;
import tp6.grader.submission.Refused;
import tp6.grader.text.Reason;

/** Turns the sources of programs into tokens, with the parser of this very JDK. */
final class ParserMain {
  static final JsonMapper MAPPER = JsonMapper.shared();

  /** Ten times as many as a long solution has. The time for a comparison may grow with the cube. */
  private static final int MAX_TOKENS = 1_500;

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  private ParserMain() {}

  /** The tokens of one source after the other, or why there are none. */
  record Answer(List<Token> tokens, Optional<Reason> refused) {}

  public static void main(String[] args) throws IOException {
    Answers.with(
        question -> MAPPER.writeValueAsBytes(answer(MAPPER.readValue(question, byte[][].class))),
        Background.thread("parsing"));
  }

  private static Answer answer(byte[][] sources) {
    try {
      return new Answer(
          tokens(
              Stream.of(sources)
                  .map(text -> new SourceText("A.java", new String(text, UTF_8)))
                  .toList()),
          Optional.empty());
    } catch (Refused e) {
      return new Answer(List.of(), Optional.of(e.why()));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Not a fault of Java's, but for a source that is nested as nobody nests it.
      Reason tooMuch = Reason.of("similar.too.much");
      return new Answer(List.of(), Optional.of(tooMuch));
    }
  }

  private static List<Token> tokens(List<SourceText> sources) throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask) JAVAC.getTask(null, null, found, List.of("-proc:none"), null, sources);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<Token> tokens = new TokenScanner(positions).tokens(task.parse());
    if (found.getDiagnostics().stream().anyMatch(one -> one.getKind() == Diagnostic.Kind.ERROR)) {
      throw Refused.because("similar.no.java");
    }
    if (tokens.size() > MAX_TOKENS) {
      throw Refused.because("similar.long", MAX_TOKENS);
    }
    return tokens;
  }
}
