package tp6.grader.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The manifests for Kubernetes say nothing that its API does not know. */
@Tag("once")
class KubernetesTest {
  private static final Path FOLDER = Path.of("kubernetes");
  private static final YAMLMapper YAML = new YAMLMapper();

  private interface Validation {
    void of(JsonElement manifest) throws IOException;
  }

  private static final Map<String, Validation> KINDS =
      Map.of(
          "batch/v1 Job", KubernetesTest::validateJob,
          "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement);

  /** Fields that there are and that are needed, then their types. */
  private static void validateJob(JsonElement manifest) throws IOException {
    V1Job.validateJsonElement(manifest);
    V1Job.fromJson(manifest.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"grade-class.yaml", "merge-parts.yaml"})
  void fitTheApi(String file) throws IOException {
    for (JsonNode manifest : manifests(file)) {
      String kind = text(manifest, "/apiVersion") + " " + text(manifest, "/kind");
      KINDS.get(kind).of(JsonParser.parseString(manifest.toString()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "completionMode:, completionsMode:, completionsMode",
    "procMount:, procMounts:, procMounts",
    "restartPolicy: Never, restartPolicy: [Never], restartPolicy",
    "completions: 4, completions: four, four",
    "'- name: grader\n', '- args: []\n', name",
  })
  void wouldBeFoundOutOtherwise(String right, String wrong, String named) throws IOException {
    String text = Files.readString(FOLDER.resolve("grade-class.yaml"));
    assertThat(text).contains(right);
    JsonElement manifest =
        JsonParser.parseString(
            YAML.readTree(text.substring(0, text.indexOf("\n---")).replace(right, wrong))
                .toString());

    assertThatThrownBy(() -> validateJob(manifest))
        .isInstanceOfAny(IllegalArgumentException.class, JsonParseException.class)
        .hasMessageContaining(named);
  }

  @Test
  void gradeAsManyPartsAsAreMerged() throws IOException {
    JsonNode job = manifests("grade-class.yaml").get(0);
    int parts = job.at("/spec/completions").asInt();

    assertThat(text(job, "/spec/completionMode")).isEqualTo("Indexed");
    assertThat(arguments(job))
        .contains("--shard=/" + parts, "--out=/grades/part-$(JOB_COMPLETION_INDEX)");
    assertThat(arguments(manifests("merge-parts.yaml").get(0)))
        .filteredOn(argument -> argument.startsWith("/grades/"))
        .containsExactlyElementsOf(
            IntStream.range(0, parts).mapToObj(part -> "/grades/part-" + part).toList());
  }

  /** A student's program is kept from the cluster, should it ever leave its sandbox. */
  @Test
  void giveAPodNothingToReach() throws IOException {
    List<JsonNode> manifests = manifests("grade-class.yaml");
    JsonNode pod = manifests.get(0).at("/spec/template");

    assertThat(pod.at("/spec/automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.at("/spec/hostUsers").asBoolean(true)).isFalse();
    assertThat(pod.at("/spec/enableServiceLinks").asBoolean(true)).isFalse();
    assertThat(manifests.get(1).at("/spec/podSelector/matchLabels"))
        .isEqualTo(pod.at("/metadata/labels"));
    assertThat(manifests.get(1).path("spec").propertyNames())
        .containsExactlyInAnyOrder("podSelector", "policyTypes");
  }

  private static List<JsonNode> manifests(String file) throws IOException {
    List<JsonNode> manifests = new ArrayList<>();
    try (MappingIterator<JsonNode> all =
        YAML.readerFor(JsonNode.class).readValues(Files.readString(FOLDER.resolve(file)))) {
      all.forEachRemaining(manifests::add);
    }
    return manifests;
  }

  private static List<String> arguments(JsonNode job) {
    List<String> arguments = new ArrayList<>();
    job.at("/spec/template/spec/containers/0/args").forEach(one -> arguments.add(one.asString()));
    return arguments;
  }

  private static String text(JsonNode manifest, String path) {
    return manifest.at(path).asString();
  }
}
