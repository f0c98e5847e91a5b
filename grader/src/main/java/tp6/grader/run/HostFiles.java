package tp6.grader.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import tp6.common.Server;
import tp6.grader.course.CourseFiles;
import tp6.stage.Launch;

/** The classes of the course that a student's program runs with: no test, no library. */
final class HostFiles {
  private HostFiles() {}

  /** Packs them into a jar. */
  static Path pack(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> neighbour : new Class<?>[] {Server.class, Launch.class}) {
        String folder = neighbour.getPackageName().replace('.', '/');
        CourseFiles.visitRoot(neighbour, root -> pack(root.resolve(folder), folder, out));
      }
    }
    return jar;
  }

  private static void pack(Path folder, String name, JarOutputStream out) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).sorted().toList()) {
        out.putNextEntry(new JarEntry(name + "/" + file.getFileName()));
        Files.copy(file, out);
      }
    }
  }
}
