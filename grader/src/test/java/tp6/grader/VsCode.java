package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code launch.json} and {@code tasks.json} in {@code .vscode} start, by name. */
final class VsCode {
  private static final Path FOLDER = Project.asStudentsHaveIt().resolve(".vscode");
  private static final List<String> EXEC = List.of("-q", "-pl", "compile", "exec:java");
  static final String PICKED = "${input:exercise}";
  private static final String CLASSES = "/target/classes";

  private final Map<String, JsonNode> launches = new LinkedHashMap<>();
  private final Map<String, JsonNode> tasks = new LinkedHashMap<>();

  VsCode() throws IOException {
    JsonNode launch = read("launch.json");
    List.of("configurations", "compounds")
        .forEach(kind -> launch.get(kind).forEach(one -> put(launches, one, "name")));
    read("tasks.json").get("tasks").forEach(task -> put(tasks, task, "label"));
  }

  /** Strict JSON: no comments, no comma too many. */
  static JsonNode read(String file) throws IOException {
    return new JsonMapper().readTree(Files.readString(FOLDER.resolve(file)));
  }

  private static void put(Map<String, JsonNode> all, JsonNode one, String name) {
    assertThat(all.put(one.get(name).asString(), one)).isNull();
  }

  /** The programs of each entry of <em>Run and Debug</em>, in the order in which they start. */
  Map<String, List<Start>> launched() {
    Map<String, List<Start>> launched = new TreeMap<>();
    launches.forEach(
        (name, one) -> {
          if (!one.at("/presentation/hidden").asBoolean(false)) {
            launched.put(name, launched(name));
          }
        });
    return launched;
  }

  private List<Start> launched(String name) {
    JsonNode one = find(launches, name);
    List<Start> starts = new ArrayList<>();
    if (one.has("mainClass")) {
      assertThat(one.get("type").asString()).isEqualTo("java");
      assertThat(one.get("request").asString()).isEqualTo("launch");
      assertThat(one.get("console").asString()).isEqualTo("integratedTerminal");
      String arguments = one.path("args").asString("");
      starts.add(new Start(text(one, "projectName"), text(one, "mainClass"), arguments));
    }
    one.path("configurations").forEach(member -> starts.addAll(launched(member.asString())));
    if (one.has("serverReadyAction")) {
      assertThat(one.at("/serverReadyAction/action").asString()).isEqualTo("startDebugging");
      starts.addAll(launched(one.at("/serverReadyAction/name").asString()));
    }
    return starts;
  }

  /** What the clients of an entry of <em>Run and Debug</em> wait for. */
  List<String> launchPatterns() {
    return launches.values().stream()
        .filter(one -> one.has("serverReadyAction"))
        .map(one -> one.at("/serverReadyAction/pattern").asString())
        .toList();
  }

  /** The programs of each entry of <em>Run Task</em>, in the order in which they start. */
  Map<String, List<Start>> started() throws Exception {
    Map<String, List<Start>> started = new TreeMap<>();
    for (Map.Entry<String, JsonNode> task : tasks.entrySet()) {
      if (!isGrading(task.getValue()) && !task.getValue().path("hide").asBoolean(false)) {
        started.put(task.getKey(), started(task.getKey()));
      }
    }
    return started;
  }

  private List<Start> started(String label) throws Exception {
    JsonNode task = find(tasks, label);
    if (!task.has("dependsOn")) {
      return List.of(start(arguments(task)));
    }
    List<Start> starts = new ArrayList<>();
    for (JsonNode member : task.get("dependsOn")) {
      starts.addAll(started(member.asString()));
    }
    return starts;
  }

  private static Start start(List<String> arguments) throws Exception {
    if (arguments.get(0).equals("-cp")) {
      String classes = arguments.get(1);
      assertThat(classes).endsWith(CLASSES);
      String module = classes.substring(0, classes.length() - CLASSES.length());
      return new Start(module, arguments.get(2), "");
    }
    assertThat(arguments).containsSubsequence(EXEC);
    String last = arguments.get(arguments.size() - 1);
    String told = last.startsWith("-Dexec.args=") ? last.substring(last.indexOf('=') + 1) : "";
    return Start.byMaven(arguments.get(2), told);
  }

  /** What Maven is told by each of the tasks that are tests. */
  Map<String, List<String>> grading() {
    Map<String, List<String>> grading = new TreeMap<>();
    tasks.forEach(
        (label, task) -> {
          if (isGrading(task) && !arguments(task).contains(PICKED)) {
            grading.put(label, arguments(task));
          }
        });
    return grading;
  }

  private static boolean isGrading(JsonNode task) {
    JsonNode group = task.path("group");
    return group.asString("").equals("test") || group.path("kind").asString("").equals("test");
  }

  /** What the one task starts that VS Code takes for the test task. */
  JsonNode testTask() {
    List<JsonNode> defaults =
        tasks.values().stream()
            .filter(task -> task.at("/group/isDefault").asBoolean(false))
            .toList();
    assertThat(defaults).hasSize(1);
    return defaults.get(0);
  }

  /** What stands where a student is asked for an exercise, and what may be picked. */
  static Stream<String> picked() throws IOException {
    JsonNode input = read("tasks.json").at("/inputs/0");
    assertThat("${input:" + text(input, "id") + "}").isEqualTo(PICKED);
    return StreamSupport.stream(input.get("options").spliterator(), false).map(JsonNode::asString);
  }

  /** Those that type a command: the others only start these. */
  Stream<JsonNode> commands() {
    return tasks.values().stream().filter(task -> task.has("command"));
  }

  /** Those that start one task, wait for it, and start another. */
  Stream<JsonNode> sequences() {
    return tasks.values().stream()
        .filter(task -> task.path("dependsOrder").asString("").equals("sequence"));
  }

  JsonNode task(String label) {
    return find(tasks, label);
  }

  static List<String> arguments(JsonNode task) {
    List<String> arguments = new ArrayList<>();
    for (JsonNode one : task.get("args")) {
      arguments.add(one.isString() ? one.asString() : text(one, "value"));
    }
    return arguments;
  }

  static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  private static JsonNode find(Map<String, JsonNode> all, String name) {
    assertThat(all).containsKey(name);
    return all.get(name);
  }
}
