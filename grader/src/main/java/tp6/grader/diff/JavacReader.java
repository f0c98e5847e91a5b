package tp6.grader.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
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
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Reads sources that nobody has looked at, with javac, and takes them apart. */
final class JavacReader {
  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_BRACKETS = 200;
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
  JavacReader(Path common, String release) throws IOException {
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
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /**
   * Reads a solution.
   *
   * @param given what the course has beside it in its package, by path
   * @throws Unreadable where it does not compile, or is more than anybody writes
   */
  Solution read(Sources sources, Map<String, String> given) throws Unreadable {
    String folder = sources.packageName().replace('.', '/') + "/";
    Map<URI, Memory> files = new HashMap<>();
    for (Map.Entry<String, String> file : sources.files().entrySet()) {
      Memory own = new Memory(folder, file.getKey(), sane(file.getKey(), file.getValue()));
      files.put(own.toUri(), own);
    }
    List<Memory> all = new ArrayList<>(files.values());
    given.forEach(
        (path, text) -> {
          if (!sources.files().containsKey(path)) {
            all.add(new Memory(folder, path, text));
          }
        });
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavacTask task = (JavacTask) javac.getTask(null, manager, found, options, null, all);
    try {
      Map<Memory, CompilationUnitTree> units = new HashMap<>();
      for (CompilationUnitTree unit : task.parse()) {
        Optional.ofNullable(files.get(unit.getSourceFile().toUri()))
            .ifPresent(file -> units.put(file, unit));
      }
      requireNoError(found, sources);
      units.forEach((file, unit) -> new Flat(file.path).scan(unit, null));
      task.analyze();
      requireNoError(found, sources);
      return takeApart(sources, units, Trees.instance(task));
    } catch (TooDeep e) {
      throw Unreadable.tooMuch(e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw Unreadable.tooMuch(sources.firstFile());
    }
  }

  private static Solution takeApart(
      Sources sources, Map<Memory, CompilationUnitTree> units, Trees trees) {
    Map<String, Source> files = new TreeMap<>();
    units.forEach(
        (file, unit) ->
            files.put(file.path, new Source(unit, trees.getSourcePositions(), file.text)));
    Binder.bind(List.copyOf(files.values()), trees, sources);
    Map<String, List<Part>> parts = new TreeMap<>();
    files.forEach((path, file) -> parts.put(path, Parts.of(file)));
    return Solution.of(sources, parts);
  }

  /** The text as the compiler has it. */
  private static String sane(String path, String text) throws Unreadable {
    String unescaped = Lexer.unescaped(text);
    if (text.length() > MAX_LENGTH
        || bracketsIn(unescaped) > MAX_BRACKETS
        || !Lexer.unescaped(unescaped).equals(unescaped)) {
      throw Unreadable.tooMuch(path);
    }
    return unescaped;
  }

  /** How deeply they are nested, those in texts and comments included. */
  private static int bracketsIn(String text) {
    int open = 0;
    int most = 0;
    for (char c : text.toCharArray()) {
      switch (c) {
        case '(', '[', '{' -> most = Math.max(most, ++open);
        case ')', ']', '}' -> open = Math.max(0, open - 1);
        default -> {
          // Nests nothing.
        }
      }
    }
    return most;
  }

  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeep(String path) {
      super(path, null, false, false);
    }
  }

  /** Goes through what is nested as people nest it. */
  private static final class Flat extends TreeScanner<Void, Void> {
    private final String path;
    private int depth;

    Flat(String path) {
      this.path = path;
    }

    @Override
    public Void scan(Tree tree, Void none) {
      if (++depth > MAX_DEPTH) {
        throw new TooDeep(path);
      }
      super.scan(tree, none);
      depth--;
      return null;
    }
  }

  private static void requireNoError(DiagnosticCollector<JavaFileObject> found, Sources sources)
      throws Unreadable {
    for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
      if (one.getKind() == Diagnostic.Kind.ERROR) {
        throw one.getSource() instanceof Memory file
            ? Unreadable.notJava(file.path, (int) Math.max(0, one.getLineNumber()))
            : Unreadable.notJava(sources.firstFile(), 0);
      }
    }
  }
}
