package tp6.grader.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** One run of a job. */
final class GitHubJob {
  private final String name;
  private final JsonNode job;
  private final Expressions expressions;
  private final Shell shell;
  private final Actions actions;
  private final Path place;
  private final Path workspace;
  private final StringBuilder log = new StringBuilder();
  private final StringBuilder summary = new StringBuilder();
  private final Set<String> scripts = new TreeSet<>();
  private boolean hasFailed;

  GitHubJob(
      String name,
      JsonNode job,
      Expressions expressions,
      Shell shell,
      Actions actions,
      Path place) {
    this.name = name;
    this.job = job;
    this.expressions = expressions;
    this.shell = shell;
    this.actions = actions;
    this.place = place;
    this.workspace = place.resolve("work");
  }

  JobRun run() throws Exception {
    Files.createDirectories(workspace);
    Files.createDirectories(place.resolve("temp"));
    for (JsonNode step : job.path("steps")) {
      if (expressions.isTrue(step.path("if").asString(""), hasFailed)) {
        boolean succeeded = step.has("run") ? runScript(step) : runAction(step);
        hasFailed |= !succeeded;
      }
    }
    return new JobRun(name, !hasFailed, log.toString(), summary.toString(), workspace);
  }

  private boolean runAction(JsonNode step) throws IOException {
    return actions.run(step.path("uses").asString(), filled(step.path("with")), workspace);
  }

  private boolean runScript(JsonNode step) throws Exception {
    String label = name + ": " + step.path("name").asString();
    assertThat(job.path("defaults").path("run").path("shell").asString("")).isEqualTo("bash");
    Map<String, String> environment = new TreeMap<>(filled(job.path("env")));
    environment.putAll(filled(step.path("env")));
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_SERVER_URL", "https://github.com");
    environment.put("RUNNER_TEMP", place.resolve("temp").toString());
    List<String> files = List.of("STEP_SUMMARY", "OUTPUT", "ENV", "PATH");
    for (String file : files) {
      Path empty = Files.writeString(place.resolve(file), "");
      environment.put("GITHUB_" + file, empty.toString());
    }
    Shell.Ran ran = shell.run(step.path("run").asString(), workspace, environment);
    log.append(ran.log());
    scripts.add(label);
    summary.append(Files.readString(place.resolve("STEP_SUMMARY")));
    for (String output : Files.readAllLines(place.resolve("OUTPUT"))) {
      int sign = output.indexOf('=');
      expressions.put(
          "steps.%s.outputs.%s".formatted(step.path("id").asString(), output.substring(0, sign)),
          output.substring(sign + 1));
    }
    // No step of ours changes the environment of the next ones, and no student's program may.
    assertThat(place.resolve("ENV")).as(label).isEmptyFile();
    assertThat(place.resolve("PATH")).as(label).isEmptyFile();
    return ran.status() == 0;
  }

  private Map<String, String> filled(JsonNode values) {
    Map<String, String> filled = new TreeMap<>();
    values.properties().forEach(one -> filled.put(one.getKey(), fill(one.getValue())));
    return filled;
  }

  private String fill(JsonNode value) {
    return expressions.fill(value.asString());
  }

  Set<String> scripts() {
    return scripts;
  }

  /** What it tells other jobs; nothing once it has failed. */
  Map<String, String> outputs() {
    return hasFailed ? Map.of() : filled(job.path("outputs"));
  }
}
