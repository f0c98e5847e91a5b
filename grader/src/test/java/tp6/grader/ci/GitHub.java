package tp6.grader.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for GitHub: runs the jobs of a workflow here, each in a folder of its own. */
final class GitHub {
  private final Path folder;
  private final Shell shell;
  private final Actions actions;
  private final Expressions expressions = new Expressions(Map.of());
  private final List<JobRun> runs = new ArrayList<>();
  private final Set<String> scripts = new TreeSet<>();

  GitHub(Path folder, Path repository, Path bin) throws IOException {
    this.folder = folder;
    this.shell = new Shell(bin, Files.createDirectories(folder.resolve("home")));
    this.actions = new Actions(repository, folder.resolve("artifacts"));
    with("github.event.repository.private", "true");
    with("secrets.FORKS_TOKEN", "");
  }

  /** Gives something a value, such as {@code inputs.seed}. */
  GitHub with(String name, String value) {
    expressions.put(name, value);
    return this;
  }

  /** Runs all jobs; the file has those first that others need. */
  void run(CiFile workflow) throws Exception {
    for (Map.Entry<String, JsonNode> job : workflow.jobs()) {
      run(workflow, job.getKey());
    }
  }

  /** Runs one job, as often as its matrix says. */
  void run(CiFile workflow, String name) throws Exception {
    JsonNode job = workflow.content().path("jobs").path(name);
    if (!expressions.isTrue(job.path("if").asString(""), needsWhatFailed(job))) {
      with("needs." + name + ".result", "skipped");
      return;
    }
    boolean succeeded = true;
    for (Map<String, String> choice : choices(job.path("strategy").path("matrix"))) {
      Expressions known = expressions.copy();
      choice.forEach((key, value) -> known.put("matrix." + key, value));
      Path place = folder.resolve("job" + runs.size());
      GitHubJob run = new GitHubJob(name, job, known, shell, actions, place);
      runs.add(run.run());
      scripts.addAll(run.scripts());
      run.outputs().forEach((key, value) -> with("needs." + name + ".outputs." + key, value));
      succeeded &= runs.get(runs.size() - 1).succeeded();
    }
    with("needs." + name + ".result", succeeded ? "success" : "failure");
  }

  private boolean needsWhatFailed(JsonNode job) {
    for (JsonNode need : job.path("needs")) {
      if (!expressions.value("needs." + need.asString() + ".result").equals("success")) {
        return true;
      }
    }
    return false;
  }

  private List<Map<String, String>> choices(JsonNode matrix) {
    List<Map<String, String>> choices = new ArrayList<>(List.of(Map.of()));
    for (Map.Entry<String, JsonNode> variable : matrix.properties()) {
      JsonNode values =
          variable.getValue().isArray()
              ? variable.getValue()
              : new JsonMapper().readTree(expressions.fill(variable.getValue().asString()));
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> choice : choices) {
        for (JsonNode value : values) {
          Map<String, String> longer = new TreeMap<>(choice);
          longer.put(variable.getKey(), value.asString());
          more.add(longer);
        }
      }
      choices = more;
    }
    return choices;
  }

  /** What has run, in this order. */
  List<JobRun> runs() {
    return runs;
  }

  /** The scripts that have run, by job and step. */
  Set<String> scripts() {
    return scripts;
  }

  /** An artifact; its folder is there only if it was uploaded. */
  Path artifact(String name) {
    return actions.artifact(name);
  }
}
