package tp6.grader.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file that tells a platform what to run. */
record CiFile(String name, JsonNode content) {
  private static final Path ROOT = Path.of("..");
  private static final String GITLAB = ".gitlab-ci.yml";
  private static final List<String> FOLDERS = List.of("", "grader/fork/");

  /** All there are, for the course itself and for the students' copies. */
  static List<CiFile> all() throws IOException {
    List<CiFile> all = new ArrayList<>();
    for (String folder : FOLDERS) {
      all.add(of(folder + GITLAB));
      try (Stream<Path> workflows = Files.list(ROOT.resolve(folder + ".github/workflows"))) {
        for (Path workflow : workflows.sorted().toList()) {
          all.add(of(ROOT.relativize(workflow).toString().replace('\\', '/')));
        }
      }
    }
    return all;
  }

  static CiFile of(String name) throws IOException {
    return new CiFile(name, new YAMLMapper().readTree(Files.readString(ROOT.resolve(name))));
  }

  boolean isGitLab() {
    return name.endsWith(GITLAB);
  }

  String text() throws IOException {
    return Files.readString(ROOT.resolve(name));
  }

  /** The jobs, in the order of the file. */
  List<Map.Entry<String, JsonNode>> jobs() {
    return isGitLab()
        ? content.properties().stream().filter(one -> one.getValue().has("script")).toList()
        : List.copyOf(content.path("jobs").properties());
  }

  /** Every script, by the name that the stand-ins for the platforms call it. */
  Map<String, String> scripts() {
    Map<String, String> scripts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> job : jobs()) {
      if (isGitLab()) {
        scripts.put(job.getKey(), GitLab.script(job.getValue()));
      } else {
        for (JsonNode step : job.getValue().path("steps")) {
          if (step.has("run")) {
            scripts.put(
                job.getKey() + ": " + step.path("name").asString(), step.path("run").asString());
          }
        }
      }
    }
    return scripts;
  }

  @Override
  public String toString() {
    return name;
  }
}
