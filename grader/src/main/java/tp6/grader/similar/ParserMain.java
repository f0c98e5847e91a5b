package tp6.grader.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import tools.jackson.databind.json.JsonMapper;
import tp6.grader.submission.Refused;

/**
 * A JVM that turns sources into tokens, with the parser of this very JDK: the sources of a program,
 * in UTF-8, and the answer are a line of JSON each. It runs nothing of a student's, looks at no
 * file, and ends with its standard input.
 */
final class ParserMain {
  static final JsonMapper MAPPER = JsonMapper.shared();

  /** Ten times as many as a long solution has. The time for a comparison may grow with the cube. */
  private static final int MAX_TOKENS = 1_500;

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  private ParserMain() {}

  /** The tokens of one source after the other, or why there are none; empty where there are. */
  record Answer(List<Token> tokens, String failure) {}

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    System.setOut(new PrintStream(System.err));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(MAPPER.writeValueAsString(answer(MAPPER.readValue(line, byte[][].class))));
    }
  }

  private static Answer answer(byte[][] sources) throws IOException {
    try {
      return new Answer(tokens(Stream.of(sources).map(ParserMain::source).toList()), "");
    } catch (Refused e) {
      return new Answer(List.of(), e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      // Not a fault of Java's, but for a source that is nested as nobody nests it.
      return new Answer(List.of(), "is more than the parser can take");
    }
  }

  private static List<Token> tokens(List<JavaFileObject> sources) throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask) JAVAC.getTask(null, null, found, List.of("-proc:none"), null, sources);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<Token> tokens = new TokenScanner(positions).tokens(task.parse());
    if (found.getDiagnostics().stream().anyMatch(one -> one.getKind() == Diagnostic.Kind.ERROR)) {
      throw new Refused("does not parse as Java");
    }
    if (tokens.size() > MAX_TOKENS) {
      throw new Refused("is longer than " + MAX_TOKENS + " tokens");
    }
    return tokens;
  }

  private static JavaFileObject source(byte[] text) {
    return new SimpleJavaFileObject(URI.create("source:///A.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return new String(text, UTF_8);
      }
    };
  }
}
