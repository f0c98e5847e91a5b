package tp6.grader.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tp6.grader.text.Sha256;

/** The files that students were given, by path: all but their own classes and the handouts. */
public final class CourseFiles {
  private static final String FOLDER = "course";

  private final Map<String, byte[]> files;

  private CourseFiles(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Those that are packed with the grader. */
  public static CourseFiles packed() {
    Map<String, byte[]> files = new TreeMap<>();
    visitRoot(
        CourseFiles.class,
        root -> {
          Path folder = root.resolve(FOLDER);
          try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
              String name = folder.relativize(path).toString().replace('\\', '/');
              files.put(name, Files.readAllBytes(path));
            }
          }
        });
    return new CourseFiles(StudentsBuild.of(files));
  }

  /** Something to do with a folder. */
  @FunctionalInterface
  public interface Visit {
    void to(Path root) throws IOException;
  }

  /** Visits the folder, or the inside of the jar, that a class was loaded from. */
  public static void visitRoot(Class<?> type, Visit visit) {
    Path root = rootOf(type);
    try {
      if (Files.isDirectory(root)) {
        visit.to(root);
        return;
      }
      try (FileSystem jar = FileSystems.newFileSystem(root)) {
        visit.to(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("what the grader carries cannot be read", e);
    }
  }

  /** A digest of them all: another one where the course is not quite the same. */
  public String digest() {
    MessageDigest digest = Sha256.begin();
    files.forEach(
        (path, content) -> {
          digest.update(path.getBytes(UTF_8));
          digest.update(content);
        });
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /** The folder or jar that a class was loaded from. */
  public static Path rootOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The course's own file of that path. */
  public Optional<byte[]> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The sources beside the student's in an exercise, by their path below its source root. */
  public Map<String, byte[]> given(Course exercise) {
    Map<String, byte[]> given = new TreeMap<>();
    files.forEach(
        (path, content) -> {
          if (path.startsWith(exercise.sourceRoot()) && path.endsWith(".java")) {
            given.put(path.substring(exercise.sourceRoot().length()), content);
          }
        });
    return given;
  }
}
