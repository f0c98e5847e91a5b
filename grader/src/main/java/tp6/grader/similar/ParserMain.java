package tp6.grader.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A JVM that turns sources into tokens, with the parser of this very JDK. It runs nothing of a
 * student's, looks at no file, and ends with its standard input.
 */
final class ParserMain {
  /** Ten times as many as a long solution has. The time for a comparison grows with the square. */
  static final int MAX_TOKENS = 1_500;

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  private ParserMain() {}

  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    System.setOut(new PrintStream(System.err));
    try {
      while (true) {
        answer(read(in), out);
      }
    } catch (EOFException e) {
      // Nobody asks any more.
    }
  }

  private static List<Source> read(DataInputStream in) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      sources.add(new Source(sources.size(), new String(in.readNBytes(in.readInt()), UTF_8)));
    }
    return sources;
  }

  private static void answer(List<Source> sources, DataOutputStream out) throws IOException {
    try {
      List<Token> tokens = tokens(sources);
      out.writeUTF("");
      out.writeInt(tokens.size());
      for (Token token : tokens) {
        out.writeInt(token.kind());
        out.writeInt(token.member());
        out.writeInt(token.file());
        out.writeInt(token.line());
      }
    } catch (Unreadable e) {
      out.writeUTF(e.getMessage());
    }
    out.flush();
  }

  private static List<Token> tokens(List<Source> sources) throws IOException, Unreadable {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask) JAVAC.getTask(null, null, found, List.of("-proc:none"), null, sources);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<Token> tokens = new ArrayList<>();
    try {
      int file = 0;
      for (CompilationUnitTree unit : task.parse()) {
        tokens.addAll(new TokenScanner(unit, positions, file++).tokens());
      }
    } catch (RuntimeException | StackOverflowError e) {
      // Not a fault of Java's, but for a source that is nested as nobody nests it.
      throw new Unreadable("is more than the parser can take");
    }
    if (found.getDiagnostics().stream().anyMatch(one -> one.getKind() == Diagnostic.Kind.ERROR)) {
      throw new Unreadable("does not parse as Java");
    }
    if (tokens.size() > MAX_TOKENS) {
      throw new Unreadable("is longer than " + MAX_TOKENS + " tokens");
    }
    return tokens;
  }

  /** A source in memory, under a number instead of its name. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(int number, String text) {
      super(URI.create("source:///" + number + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
