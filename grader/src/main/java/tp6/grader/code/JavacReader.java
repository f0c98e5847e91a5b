package tp6.grader.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Reads sources that nobody has looked at, with javac, and takes them apart. */
public final class JavacReader {
  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_DEPTH = 400;

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager manager =
      javac.getStandardFileManager(null, Locale.ENGLISH, UTF_8);
  private final List<String> options;

  /**
   * Gets ready.
   *
   * @param common the classes that sources use beside the JDK's
   * @param release of Java that they are written in
   */
  public JavacReader(Path common, String release) throws IOException {
    manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(common));
    manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    options = List.of("-proc:none", "-implicit:none", "-nowarn", "--release", release);
  }

  private static final class Memory extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    Memory(String folder, String path, String text) {
      super(URI.create("memory:///" + folder + path), Kind.SOURCE);
      this.path = path;
      this.text = Lexer.unescaped(text);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    /** What is escaped twice is no escape to javac, and would be one to us. */
    private boolean isTooMuch() {
      return text.length() > MAX_LENGTH || !Lexer.unescaped(text).equals(text);
    }
  }

  /**
   * Reads a program.
   *
   * @param mainClass the class that the course asks for, with its package
   * @param own files, by path as seen from that package
   * @param given what the course has beside them there
   */
  public Reading read(String mainClass, Map<String, String> own, Map<String, String> given) {
    String folder = mainClass.substring(0, mainClass.lastIndexOf('.') + 1).replace('.', '/');
    Map<String, String> texts = new TreeMap<>(given);
    texts.putAll(own);
    Map<URI, Memory> files = new HashMap<>();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Memory memory = new Memory(folder, file.getKey(), file.getValue());
      files.put(memory.toUri(), memory);
      if (memory.isTooMuch()) {
        return new Reading.TooMuch(memory.path);
      }
    }
    try {
      return analyze(mainClass, own.keySet(), files);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new Reading.TooMuch("");
    }
  }

  private Reading analyze(String mainClass, Set<String> own, Map<URI, Memory> files)
      throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavacTask task = (JavacTask) javac.getTask(null, manager, found, options, null, files.values());
    Map<Memory, CompilationUnitTree> units = new HashMap<>();
    for (CompilationUnitTree unit : task.parse()) {
      Memory file = files.get(unit.getSourceFile().toUri());
      if (own.contains(file.path)) {
        units.put(file, unit);
      }
      if (Depth.of(unit) > MAX_DEPTH) {
        return new Reading.TooMuch(file.path);
      }
    }
    if (firstError(found).isEmpty()) {
      task.analyze();
    }
    Optional<Diagnostic<? extends JavaFileObject>> error = firstError(found);
    if (error.isPresent()) {
      return error.get().getSource() instanceof Memory file
          ? new Reading.DoesNotCompile(file.path, (int) Math.max(0, error.get().getLineNumber()))
          : new Reading.DoesNotCompile("", 0);
    }
    return takeApart(mainClass, units, Trees.instance(task));
  }

  private static Optional<Diagnostic<? extends JavaFileObject>> firstError(
      DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .findFirst();
  }

  private static Reading takeApart(
      String mainClass, Map<Memory, CompilationUnitTree> units, Trees trees) {
    Map<String, Source> files = new TreeMap<>();
    units.forEach(
        (file, unit) ->
            files.put(file.path, new Source(unit, trees.getSourcePositions(), file.text)));
    Binder.bind(files.values(), trees, mainClass);
    Map<String, List<Part>> parts = new TreeMap<>();
    files.forEach((path, file) -> parts.put(path, Parts.of(file)));
    return new Reading.Read(parts);
  }

  /** How deeply a file is nested. */
  private static final class Depth extends TreeScanner<Void, Void> {
    private int depth;
    private int most;

    static int of(Tree tree) {
      Depth depth = new Depth();
      depth.scan(tree, null);
      return depth.most;
    }

    @Override
    public Void scan(Tree tree, Void none) {
      most = Math.max(most, ++depth);
      super.scan(tree, none);
      depth--;
      return null;
    }
  }
}
