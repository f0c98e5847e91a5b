package tp6.grader;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import tp6.stage.Grade;

/** The exercises of the course, and how one of them is graded with other classes than its own. */
enum Course {
  WEATHER("weather", "tp6.weather", "Weather"),
  CLOCK("clock", "tp6.clock", "ClockServer"),
  ECHO_SINGLE("echo-single", "tp6.echosingle", "EchoServer"),
  ECHO_MULTI("echo-multi", "tp6.echomulti", "EchoServer");

  /** The folder of the whole project, seen from the module that runs the tests. */
  static final Path ROOT = Path.of("..");

  final String module;
  final String studentClass;

  Course(String module, String packageName, String simpleName) {
    this.module = module;
    this.studentClass = packageName + "." + simpleName;
  }

  String testClass() {
    return studentClass + "Test";
  }

  String packagePath() {
    return studentClass.substring(0, studentClass.lastIndexOf('.')).replace('.', '/');
  }

  /** The file that the student writes. */
  Path studentFile() {
    return sources().resolve(studentClass.replace('.', '/') + ".java");
  }

  private Path sources() {
    return ROOT.resolve(module).resolve("src/main/java");
  }

  /** Compiles another file in place of the student's, with the given classes of the module. */
  void compile(Path file, Path scratch) throws IOException {
    Path source =
        Files.createDirectories(scratch.resolve("src")).resolve(studentFile().getFileName());
    Files.copy(file, source);
    List<Path> files = new ArrayList<>(List.of(source));
    try (Stream<Path> given = Files.walk(sources())) {
      given
          .filter(path -> path.toString().endsWith(".java") && !path.equals(studentFile()))
          .forEach(files::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-encoding",
              "UTF-8",
              "-d",
              Files.createDirectories(classes(scratch)).toString(),
              "-cp",
              ROOT.resolve("common/target/classes").toString());
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IllegalArgumentException(file + " does not compile:\n" + messages);
      }
    }
  }

  /** Grades what {@link #compile} has left in a scratch folder, as at home. */
  Grade grade(Path scratch, Map<String, String> parameters) {
    Map<String, String> set = new HashMap<>(parameters);
    set.put("tp6.classes", classes(scratch).toString());
    set.put("tp6.jvm", "child");
    return Grading.of(testClass(), set).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("the stages of " + module + " could not be run"));
  }

  private static Path classes(Path scratch) {
    return scratch.resolve("classes").toAbsolutePath();
  }
}
