package tp6.grader.ci;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stands in for the actions that the workflows use; another one, or another option, is a failure.
 */
final class Actions {
  private final Path repository;
  private final Path artifacts;

  Actions(Path repository, Path artifacts) {
    this.repository = repository;
    this.artifacts = artifacts;
  }

  Path artifact(String name) {
    return artifacts.resolve(name);
  }

  /** Runs one, and tells whether it succeeds. */
  boolean run(String action, Map<String, String> options, Path workspace) throws IOException {
    return switch (action) {
      case "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1" -> {
        know(options, "persist-credentials");
        Copies.copyAll(repository, workspace);
        yield true;
      }
      case "actions/setup-java@b6effb05e454b25005698d916606bdc6ffcbf961" -> {
        know(options, "distribution", "java-version");
        yield true;
      }
      case "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f" ->
          upload(options, workspace);
      case "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c" ->
          download(options, workspace);
      default -> throw new AssertionError("no stand-in for " + action);
    };
  }

  private static void know(Map<String, String> options, String... known) {
    if (!Set.of(known).containsAll(options.keySet())) {
      throw new AssertionError("no stand-in for one of " + options);
    }
  }

  private boolean upload(Map<String, String> options, Path workspace) throws IOException {
    know(options, "name", "path", "if-no-files-found", "retention-days");
    String pattern = options.get("path");
    List<Path> files =
        Copies.matching(workspace, pattern).stream()
            .filter(file -> !isHidden(workspace.relativize(file)))
            .toList();
    if (files.isEmpty()) {
      return options.get("if-no-files-found").equals("ignore");
    }
    Path root = pattern.contains("*") ? workspace : workspace.resolve(pattern);
    Path from = Files.isDirectory(root) ? root : root.getParent();
    Copies.copy(files, from, artifact(options.get("name")));
    return true;
  }

  private static boolean isHidden(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private boolean download(Map<String, String> options, Path workspace) throws IOException {
    know(options, "name", "pattern", "path");
    Path to = workspace.resolve(options.getOrDefault("path", "."));
    if (options.containsKey("name")) {
      Path artifact = artifact(options.get("name"));
      Copies.copyAll(artifact, to.normalize());
      return Files.exists(artifact);
    }
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + options.get("pattern"));
    try (Stream<Path> all = Files.list(artifacts)) {
      for (Path one : all.filter(path -> matcher.matches(path.getFileName())).toList()) {
        Copies.copyAll(one, to.resolve(one.getFileName()));
      }
    }
    return true;
  }
}
