package tp6.grader.ci;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Copies files as artifacts are copied: without empty folders. */
final class Copies {
  private Copies() {}

  /** All files below a folder. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The files that a pattern of a CI file means: a file, all in a folder, or some with a star. */
  static List<Path> matching(Path workspace, String pattern) throws IOException {
    if (!pattern.contains("*")) {
      return files(workspace.resolve(pattern));
    }
    PathMatcher matcher =
        FileSystems.getDefault()
            .getPathMatcher("glob:" + pattern + (pattern.endsWith("/") ? "**" : ""));
    return files(workspace).stream()
        .filter(file -> matcher.matches(workspace.relativize(file)))
        .toList();
  }

  static void copy(List<Path> files, Path from, Path to) throws IOException {
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  static void copyAll(Path from, Path to) throws IOException {
    copy(files(from), from, to);
  }
}
