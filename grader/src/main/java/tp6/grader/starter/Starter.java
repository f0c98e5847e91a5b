package tp6.grader.starter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.course.StudentsBuild;
import tp6.grader.text.Reason;

/** What students fork, made from the course. */
public final class Starter {
  private static final List<String> TOP =
      List.of(
          "pom.xml",
          "README.md",
          "README.fr.md",
          "LICENSE",
          "NOTICE",
          "mvnw",
          "mvnw.cmd",
          ".editorconfig",
          ".gitattributes",
          ".gitignore",
          ".mvn",
          ".run",
          ".vscode");
  private static final List<String> OF_A_MODULE =
      List.of("pom.xml", "README.md", "README.fr.md", "answers.md", "src");

  /** What only forks have. */
  private static final String FORK = "grader/fork";

  private final Path course;
  private final Set<Course> solved;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<Reason> complaints = new ArrayList<>();

  private Starter(Path course, Set<Course> solved) {
    this.course = course;
    this.solved = Set.copyOf(solved);
  }

  /** Whether a folder holds the course, with its solutions. */
  public static boolean isCourse(Path folder) {
    return Course.all().stream()
            .allMatch(exercise -> Files.isRegularFile(folder.resolve(exercise.studentFile())))
        && Files.isDirectory(folder.resolve(FORK));
  }

  /**
   * Makes the starter.
   *
   * @param course the folder with the solutions
   * @param solved what comes with its solution
   * @return its files by path, with slashes
   * @throws BrokenCourse where parts of the solutions are not marked as they should be
   */
  public static Map<String, byte[]> of(Path course, Set<Course> solved)
      throws IOException, BrokenCourse {
    return new Starter(course, solved).make();
  }

  private Map<String, byte[]> make() throws IOException, BrokenCourse {
    for (String name : TOP) {
      read(course.resolve(name), course);
    }
    read(course.resolve(FORK), course.resolve(FORK));
    for (String module : modules()) {
      for (String name : OF_A_MODULE) {
        read(course.resolve(module).resolve(name), course);
      }
    }
    if (!complaints.isEmpty()) {
      throw new BrokenCourse(complaints);
    }
    return StudentsBuild.of(files);
  }

  private static List<String> modules() {
    return Stream.concat(Stream.of("common"), Course.all().stream().map(Course::module)).toList();
  }

  private void read(Path start, Path root) throws IOException {
    if (!Files.exists(start)) {
      return;
    }
    try (Stream<Path> found = Files.walk(start)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        try {
          files.put(path, asStudentsSee(path, Files.readAllBytes(file)));
        } catch (BrokenCourse e) {
          complaints.addAll(e.complaints());
        }
      }
    }
  }

  private byte[] asStudentsSee(String path, byte[] content) throws BrokenCourse {
    if (!isText(content)) {
      return content;
    }
    TextFile file = TextFile.of(path, content);
    List<Part> parts = Markers.of(file);
    if (parts.isEmpty()) {
      return content;
    }
    return less(file, parts).text().getBytes(UTF_8);
  }

  private TextFile less(TextFile file, List<Part> parts) throws BrokenCourse {
    if (!file.isJava()) {
      return Cut.parts(file, parts);
    }
    Course exercise =
        Course.all().stream()
            .filter(one -> one.studentFile().equals(file.path()))
            .findFirst()
            .orElseThrow(() -> inGiven(file, parts));
    TextFile stub = JavaStub.of(file, parts);
    return solved.contains(exercise) ? Cut.markers(file, parts) : stub;
  }

  private static BrokenCourse inGiven(TextFile file, List<Part> parts) {
    return new BrokenCourse(
        List.of(BrokenCourse.complaint(file.path(), parts.get(0).begin() + 1, "marker.given")));
  }

  private static boolean isText(byte[] content) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).chars().noneMatch(one -> one == 0);
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
