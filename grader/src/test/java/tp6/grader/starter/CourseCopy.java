package tp6.grader.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The course in another folder, where a test may spoil it. */
final class CourseCopy {
  static final Path ORIGINAL = Path.of("..");
  private static final List<String> PARTS =
      List.of(
          "pom.xml",
          "README.md",
          "README.fr.md",
          "LICENSE",
          "NOTICE",
          ".mvn",
          "common",
          "weather",
          "clock",
          "echo-single",
          "echo-multi",
          "grader/fork");

  private CourseCopy() {}

  static void to(Path folder) throws IOException {
    for (String part : PARTS) {
      try (Stream<Path> files = Files.walk(ORIGINAL.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String path = ORIGINAL.relativize(file).toString();
          if (!path.contains("target")) {
            Path copy = folder.resolve(path);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
          }
        }
      }
    }
  }
}
