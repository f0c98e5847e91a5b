package tp6.grader.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import tp6.common.Server;
import tp6.grader.compile.Compilers;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.process.Jvm;
import tp6.grader.sandbox.Hoarder;
import tp6.grader.sandbox.Spy;
import tp6.stage.host.Host;
import tp6.stage.report.SourceError;
import tp6.stage.text.Visible;

/**
 * The classes of the course that a student's program runs with: no test, no library.
 *
 * @param common what the student's code may use
 * @param kit what runs it
 * @param archive of classes that the JVM finds ready, if there is one
 */
public record HostFiles(Path common, Path kit, Optional<Path> archive) {
  private static final List<Class<?>> REHEARSAL =
      List.of(
          Play.class,
          Rehearsal.class,
          RehearsedProgram.class,
          RehearsedServer.class,
          RehearsedTest.class);

  private static final int LONGEST_SECONDS = 60;

  /** Packs them into jars. */
  public static HostFiles pack(Path folder) throws IOException {
    Path common = folder.resolve("common.jar");
    pack(common, List.of(Server.class), List.of());
    Path kit = folder.resolve("kit.jar");
    pack(kit, List.of(Host.class, Visible.class), REHEARSAL);
    return new HostFiles(common, kit, Optional.empty());
  }

  /** Packs what tries the sandbox. */
  public static Path packSpy(Path folder) throws IOException {
    Path jar = folder.resolve("spy.jar");
    pack(jar, List.of(), List.of(Spy.class, Hoarder.class));
    return jar;
  }

  /** Packs what a compiler's JVM runs. */
  static Path packCompiler(Path folder) throws IOException {
    Path jar = folder.resolve("compiler.jar");
    pack(jar, List.of(Compilers.class, Jvm.class, SourceError.class, Visible.class), List.of());
    return jar;
  }

  /** Packs the packages of some classes, and of others the classes alone. */
  private static void pack(Path jar, List<Class<?>> neighbours, List<Class<?>> alone)
      throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> neighbour : neighbours) {
        pack(neighbour, ".class", out);
      }
      for (Class<?> one : alone) {
        pack(one, fileName(one), out);
      }
    }
  }

  private static void pack(Class<?> type, String ending, JarOutputStream out) throws IOException {
    String name = type.getPackageName().replace('.', '/');
    CourseFiles.visitRoot(type, root -> pack(root.resolve(name), name, ending, out));
  }

  private static String fileName(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1) + ".class";
  }

  private static void pack(Path folder, String name, String ending, JarOutputStream out)
      throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).sorted().toList()) {
        out.putNextEntry(new JarEntry(name + "/" + file.getFileName()));
        Files.copy(file, out);
      }
    }
  }

  /**
   * Writes archives of the classes that programs use: that takes as long as a few starts of a JVM,
   * and makes each later one faster. Where a JVM cannot write one, there is none.
   */
  void writeArchives() throws IOException, InterruptedException {
    List<String> names = classNames();
    Map<Path, Process> writers = new HashMap<>();
    for (Play play : Play.values()) {
      Path file = archive(play);
      List<String> command = new ArrayList<>();
      command.add(Jvm.executable());
      command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.addAll(
          List.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + file, "-cp", classPath()));
      command.addAll(List.of(Rehearsal.class.getName(), play.name()));
      command.addAll(names);
      writers.put(
          file,
          new ProcessBuilder(command)
              .directory(kit.getParent().toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    for (Map.Entry<Path, Process> writer : writers.entrySet()) {
      boolean ended = writer.getValue().waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      writer.getValue().destroyForcibly();
      if (!ended || writer.getValue().exitValue() != 0) {
        Files.deleteIfExists(writer.getKey());
      }
    }
  }

  private Path archive(Play play) {
    return kit.resolveSibling(play + ".jsa");
  }

  /**
   * The same with the archive of what an exercise uses, if there is one: a larger one is slower.
   */
  HostFiles withArchiveFor(Course exercise) {
    Path file = archive(exercise.isOfTheWeb() ? Play.HTTP : Play.LINES);
    return new HostFiles(common, kit, Optional.of(file).filter(Files::exists));
  }

  private String classPath() {
    return kit + File.pathSeparator + common;
  }

  private List<String> classNames() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path jar : List.of(kit, common)) {
      try (JarFile file = new JarFile(jar.toFile())) {
        file.stream()
            .map(entry -> entry.getName().replace('/', '.').replaceAll("\\.class$", ""))
            .filter(name -> !name.endsWith("package-info"))
            .forEach(names::add);
      }
    }
    return names;
  }

  /** All files that such a JVM reads. */
  List<Path> filesWith(Path classes) {
    return Stream.concat(Stream.of(common, kit, classes), archive.stream()).toList();
  }

  /** How a JVM is told to run with these classes and others. */
  List<String> options(Path classes) {
    List<String> options = new ArrayList<>();
    archive.ifPresent(
        file -> options.addAll(List.of("-XX:SharedArchiveFile=" + file, "-Xlog:disable")));
    options.addAll(List.of("-cp", classPath() + File.pathSeparator + classes));
    return options;
  }
}
