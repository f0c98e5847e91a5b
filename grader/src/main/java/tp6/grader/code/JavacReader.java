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
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import tp6.grader.code.PlainText.Reason;

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
    Map<URI, SourceText> files = new HashMap<>();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      String text = Lexer.unescaped(file.getValue());
      // What is escaped twice is no escape to javac, and would be one to us.
      if (text.length() > MAX_LENGTH || !Lexer.unescaped(text).equals(text)) {
        return unread(Reason.TOO_MUCH, file.getKey(), 0);
      }
      SourceText source = new SourceText(folder, file.getKey(), text);
      files.put(source.toUri(), source);
    }
    try {
      return analyze(mainClass, own, files);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return unread(Reason.TOO_MUCH, "", 0);
    }
  }

  private static Reading unread(Reason reason, String path, long line) {
    return new Reading(Map.of(), Optional.of(new PlainText(reason, path, (int) Math.max(0, line))));
  }

  private Reading analyze(String mainClass, Map<String, String> own, Map<URI, SourceText> files)
      throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavacTask task = (JavacTask) javac.getTask(null, manager, found, options, null, files.values());
    Map<SourceText, CompilationUnitTree> units = new HashMap<>();
    for (CompilationUnitTree unit : task.parse()) {
      SourceText file = files.get(unit.getSourceFile().toUri());
      if (Depth.of(unit) > MAX_DEPTH) {
        return unread(Reason.TOO_MUCH, file.path(), 0);
      }
      units.put(file, unit);
    }
    if (firstError(found).isEmpty()) {
      task.analyze();
    }
    Optional<Diagnostic<? extends JavaFileObject>> error = firstError(found);
    if (error.isPresent()) {
      boolean isOfFile = error.get().getSource() instanceof SourceText;
      String path = isOfFile ? ((SourceText) error.get().getSource()).path() : "";
      return unread(Reason.NOT_JAVA, path, isOfFile ? error.get().getLineNumber() : 0);
    }
    Trees trees = Trees.instance(task);
    Map<String, Source> sources = new TreeMap<>();
    units.forEach(
        (file, unit) -> {
          if (own.containsKey(file.path())) {
            String text = file.getCharContent(true);
            sources.put(file.path(), new Source(unit, trees.getSourcePositions(), text));
          }
        });
    Binder.bind(sources.values(), trees, mainClass);
    Map<String, List<Part>> parts = new TreeMap<>();
    sources.forEach((path, source) -> parts.put(path, Parts.of(source)));
    return new Reading(parts, Optional.empty());
  }

  private static Optional<Diagnostic<? extends JavaFileObject>> firstError(
      DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .findFirst();
  }

  /** How deeply a file is nested. */
  private static final class Depth extends TreeScanner<Integer, Integer> {
    static int of(Tree tree) {
      return new Depth().scan(tree, 0);
    }

    @Override
    public Integer scan(Tree tree, Integer around) {
      return tree == null ? around : Math.max(around + 1, orZero(super.scan(tree, around + 1)));
    }

    @Override
    public Integer reduce(Integer one, Integer other) {
      return Math.max(orZero(one), orZero(other));
    }

    private static int orZero(Integer depth) {
      return depth == null ? 0 : depth;
    }
  }
}
