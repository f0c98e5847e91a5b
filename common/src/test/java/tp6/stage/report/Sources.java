package tp6.stage.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import tp6.common.Server;

/**
 * The sources of an exercise.
 *
 * @param module the folder of the exercise
 */
record Sources(Path module, List<Path> files) {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:none", "-nowarn", "-g", "--release", "17");

  static Sources of(Path module) throws IOException {
    try (Stream<Path> found = Files.walk(folder(module))) {
      return new Sources(
          module, found.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    }
  }

  static Path folder(Path module) {
    return module.resolve("src/main/java");
  }

  /** What javac has against them, in their order; classes are not written. */
  List<SourceError> errors() throws IOException {
    if (JAVAC == null) {
      // Not a JDK: Maven says so in a moment.
      return List.of();
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = manager()) {
      task(manager, found).analyze();
    }
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Kind.ERROR)
        .sorted(Comparator.comparing(Sources::file).thenComparing(Diagnostic::getLineNumber))
        .map(one -> SourceError.of(one, module.toAbsolutePath().getParent()))
        .toList();
  }

  /** As Maven does: in place of the classes that are there. They have no errors. */
  void compile() throws IOException {
    Path classes = Files.createDirectories(module.resolve("target/classes"));
    try (Stream<Path> old = Files.walk(classes)) {
      for (Path file : old.filter(one -> one.toString().endsWith(".class")).toList()) {
        Files.delete(file);
      }
    }
    try (StandardJavaFileManager manager = manager()) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      task(manager, null).call();
    }
  }

  private static StandardJavaFileManager manager() throws IOException {
    StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, Locale.ENGLISH, UTF_8);
    manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(given()));
    manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    return manager;
  }

  private JavacTask task(
      StandardJavaFileManager manager, DiagnosticCollector<JavaFileObject> found) {
    return (JavacTask)
        JAVAC.getTask(
            null, manager, found, OPTIONS, null, manager.getJavaFileObjectsFromPaths(files));
  }

  private static String file(Diagnostic<? extends JavaFileObject> error) {
    return error.getSource() == null ? "" : error.getSource().getName();
  }

  /** The classes of {@code common}. */
  private static Path given() {
    return Path.of(
        URI.create(Server.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
