package tp6.grader.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Stands in for GitLab: runs the jobs of a pipeline here, each in a folder of its own. */
final class GitLab {
  private static final Set<String> KNOWN =
      Set.of(
          "allow_failure",
          "artifacts",
          "before_script",
          "environment",
          "image",
          "interruptible",
          "needs",
          "parallel",
          "rules",
          "script",
          "stage",
          "timeout",
          "variables");
  private static final Pattern RULE = Pattern.compile("\\$(\\w+) (==|!=) \"(.*)\"");

  private final Path folder;
  private final Path repository;
  private final Shell shell;
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> secrets = new HashMap<>();
  private final List<JobRun> runs = new ArrayList<>();
  private final Set<String> scripts = new TreeSet<>();
  private final Set<String> failed = new TreeSet<>();

  GitLab(Path folder, Path repository, Path bin) throws IOException {
    this.folder = folder;
    this.repository = repository;
    this.shell = new Shell(bin, Files.createDirectories(folder.resolve("home")));
    with("CI_PROJECT_VISIBILITY", "private");
    with("CI_SERVER_URL", "https://gitlab.com");
  }

  /** What a job runs, in one shell. */
  static String script(JsonNode job) {
    List<String> lines = new ArrayList<>();
    job.path("before_script").forEach(line -> lines.add(line.asString()));
    job.path("script").forEach(line -> lines.add(line.asString()));
    return String.join("\n", lines);
  }

  GitLab with(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** A variable for those jobs alone that are in the environment {@code forks}. */
  GitLab withSecret(String name, String value) {
    secrets.put(name, value);
    return this;
  }

  /** Runs all jobs that the rules let run; the file has those first that others need. */
  void run(CiFile pipeline) throws Exception {
    for (Map.Entry<String, JsonNode> job : pipeline.jobs()) {
      run(pipeline, job.getKey());
    }
  }

  /** Runs one job, as often as it is to run in parallel. */
  void run(CiFile pipeline, String name) throws Exception {
    JsonNode job = pipeline.content().path(name);
    if (!KNOWN.containsAll(job.propertyNames())) {
      throw new AssertionError("no stand-in for one of " + job.propertyNames());
    }
    Map<String, String> known = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : pipeline.content().path("variables").properties()) {
      known.put(one.getKey(), one.getValue().path("value").asString());
    }
    known.putAll(variables);
    job.path("variables")
        .properties()
        .forEach(one -> known.put(one.getKey(), one.getValue().asString()));
    if (isRuledOut(job, known) || needsWhatFailed(job)) {
      return;
    }
    if (job.path("environment").path("name").asString("").equals("forks")) {
      known.putAll(secrets);
    }
    for (Map<String, String> copy : copies(job.path("parallel"))) {
      Map<String, String> environment = new TreeMap<>(known);
      environment.putAll(copy);
      run(name, job, environment);
    }
  }

  private static boolean isRuledOut(JsonNode job, Map<String, String> known) {
    for (JsonNode rule : job.path("rules")) {
      Matcher matcher = RULE.matcher(rule.path("if").asString());
      if (!matcher.matches()) {
        throw new AssertionError("no stand-in for the rule " + rule);
      }
      boolean isEqual = known.get(matcher.group(1)).equals(matcher.group(3));
      if (isEqual == matcher.group(2).equals("==")) {
        return false;
      }
    }
    return job.has("rules");
  }

  private boolean needsWhatFailed(JsonNode job) {
    for (JsonNode need : job.path("needs")) {
      if (failed.contains(need.asString())) {
        return true;
      }
    }
    return false;
  }

  private static List<Map<String, String>> copies(JsonNode parallel) {
    List<Map<String, String>> copies = new ArrayList<>();
    for (int i = 1; i <= parallel.asInt(0); i++) {
      copies.add(Map.of("CI_NODE_INDEX", "" + i, "CI_NODE_TOTAL", parallel.asString()));
    }
    for (JsonNode choice : parallel.path("matrix")) {
      for (Map.Entry<String, JsonNode> variable : choice.properties()) {
        variable
            .getValue()
            .forEach(value -> copies.add(Map.of(variable.getKey(), value.asString())));
      }
    }
    return copies.isEmpty() ? List.of(Map.of()) : copies;
  }

  private void run(String name, JsonNode job, Map<String, String> environment) throws Exception {
    Path workspace = Files.createDirectories(folder.resolve("job" + runs.size()));
    if (!environment.getOrDefault("GIT_STRATEGY", "").equals("none")) {
      Copies.copyAll(repository, workspace);
    }
    for (JsonNode need : job.path("needs")) {
      Copies.copyAll(artifacts(need.asString()), workspace);
    }
    Shell.Ran ran = shell.run(script(job), workspace, environment);
    boolean isForgiven = ran.status() == job.path("allow_failure").path("exit_codes").asInt(0);
    if (ran.status() != 0 && !isForgiven) {
      failed.add(name);
    }
    if (ran.status() == 0 || job.path("artifacts").path("when").asString("").equals("always")) {
      keep(name, job.path("artifacts"), workspace, environment);
    }
    scripts.add(name);
    runs.add(new JobRun(name, ran.status() == 0, ran.log(), "", workspace));
  }

  private void keep(
      String name, JsonNode artifacts, Path workspace, Map<String, String> environment)
      throws IOException {
    for (JsonNode path : artifacts.path("paths")) {
      String pattern = path.asString();
      for (Map.Entry<String, String> one : environment.entrySet()) {
        pattern = pattern.replace("$" + one.getKey(), one.getValue());
      }
      Copies.copy(Copies.matching(workspace, pattern), workspace, artifacts(name));
    }
  }

  /** What a job has left for others, and for people. */
  Path artifacts(String job) {
    return folder.resolve("artifacts").resolve(job);
  }

  List<JobRun> runs() {
    return runs;
  }

  /** The jobs that have run. */
  Set<String> scripts() {
    return scripts;
  }
}
