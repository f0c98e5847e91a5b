package tp6.grader.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import tp6.grader.process.Answers;
import tp6.grader.process.Background;
import tp6.stage.report.SourceError;

/**
 * A JVM that compiles whatever it is told to, and stays warm for the next time. It runs no code of
 * a student's, annotation processors included, and ends when nobody tells it anything any more.
 * Where it ends without an answer, that is no fault of the sources.
 */
final class CompilerMain {
  /** What javac says of files that it could not read or write. */
  private static final Set<String> OF_FILES =
      Set.of(
          "compiler.err.cant.read.file",
          "compiler.err.class.cant.write",
          "compiler.err.error.reading.file",
          "compiler.err.error.writing.file");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager manager =
      javac.getStandardFileManager(null, Locale.ENGLISH, UTF_8);

  private CompilerMain() {}

  /** Answers each {@link CompilerQuestion}. */
  public static void main(String[] args) throws IOException {
    CompilerMain compiler = new CompilerMain();
    ExecutorService one = Background.thread("compiling");
    one.execute(compiler::warmUp);
    Answers.with(compiler::answer, one);
  }

  /** Compiles nothing of importance, while the first request is still on its way. */
  private void warmUp() {
    JavaFileObject nothing =
        new SimpleJavaFileObject(URI.create("string:///Nothing.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "final class Nothing { static final String NAME = \"none\".trim(); }";
          }
        };
    try {
      ((JavacTask)
              javac.getTask(null, manager, null, List.of("-proc:none"), null, List.of(nothing)))
          .analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] answer(byte[] question) {
    try {
      return answer(CompilerQuestion.of(question)).bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CompilerQuestion.Answer answer(CompilerQuestion request) throws IOException {
    try {
      DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
      boolean compiled = compile(request, found);
      return new CompilerQuestion.Answer(compiled, errors(request, found));
    } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
      return new CompilerQuestion.Answer(false, List.of());
    }
  }

  private static List<SourceError> errors(
      CompilerQuestion request, DiagnosticCollector<JavaFileObject> found) throws IOException {
    List<SourceError> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
      if (one.getKind() == Kind.ERROR && errors.size() < CompilerQuestion.MAX_ERRORS) {
        requireOfSources(one);
        errors.add(SourceError.of(one, request.root()));
      }
    }
    return errors;
  }

  /** A full disk is no mistake in a source; a name that is too long for a file may be one. */
  private static void requireOfSources(Diagnostic<?> error) throws IOException {
    String message = error.getMessage(Locale.ENGLISH);
    if (OF_FILES.contains(error.getCode()) && !message.contains("name too long")) {
      throw new IOException(message);
    }
  }

  private boolean compile(CompilerQuestion request, DiagnosticCollector<JavaFileObject> found)
      throws IOException {
    List<Path> classPath = new ArrayList<>();
    for (String part : request.classPath().split(File.pathSeparator)) {
      classPath.add(Path.of(part));
    }
    manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(request.output()));
    // Nothing but what is named is compiled: sources that lie about are none of the student's.
    manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    List<Path> files = request.files().stream().map(request.root()::resolve).toList();
    return javac
        .getTask(
            null,
            manager,
            found,
            List.of(
                "-proc:none",
                "-implicit:none",
                "-nowarn",
                "-g",
                // As the course's build does: a JVM learns to join strings otherwise, in 50 ms.
                "-XDstringConcat=inline",
                "-encoding",
                "UTF-8",
                "-Xmaxerrs",
                Integer.toString(CompilerQuestion.MAX_ERRORS),
                "--release",
                request.release()),
            null,
            manager.getJavaFileObjectsFromPaths(files))
        .call();
  }
}
