package tp6.grader.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The CI files themselves, and those jobs that verify the course. */
@Tag("once")
class WorkflowsTest {
  @TempDir Path folder;
  private Platforms platforms;

  @BeforeEach
  void makePlatforms() throws IOException {
    platforms = new Platforms(folder);
  }

  static Stream<CiFile> all() throws IOException {
    return CiFile.all().stream();
  }

  static Stream<CiFile> workflows() throws IOException {
    return all().filter(file -> !file.isGitLab());
  }

  /** A new file needs a test below that runs it. */
  @Test
  void knowsEveryFile() throws IOException {
    assertThat(all().map(CiFile::name))
        .containsExactly(
            ".gitlab-ci.yml",
            ".github/workflows/grade-class.yml",
            ".github/workflows/verify.yml",
            "grader/fork/.gitlab-ci.yml",
            "grader/fork/.github/workflows/grade.yml");
  }

  @ParameterizedTest
  @MethodSource("all")
  void putsNothingForeignIntoAScript(CiFile file) {
    assertThat(file.scripts().values())
        .isNotEmpty()
        .noneMatch(script -> script.contains("${{") || script.contains("$[["));
  }

  @ParameterizedTest
  @MethodSource("all")
  void limitsTheTimeOfEachJob(CiFile file) {
    assertThat(file.jobs())
        .isNotEmpty()
        .allMatch(job -> job.getValue().has("timeout-minutes") || job.getValue().has("timeout"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void trustsNobodyWithMoreThanReading(CiFile workflow) throws IOException {
    assertThat(workflow.text()).doesNotContain("pull_request_target", "workflow_run:");
    assertThat(workflow.content().path("permissions").isObject()).isTrue();
    for (Map.Entry<String, JsonNode> job : workflow.jobs()) {
      JsonNode permissions = job.getValue().path("permissions");
      assertThat(permissions.isObject()).as(job.getKey()).isTrue();
      assertThat(permissions.toString()).isIn("{}", "{\"contents\":\"read\"}");
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void leavesNoTokenInACheckout(CiFile workflow) {
    for (Map.Entry<String, JsonNode> job : workflow.jobs()) {
      for (JsonNode step : job.getValue().path("steps")) {
        String action = step.path("uses").asString("");
        assertThat(action).matches("|actions/[a-z-]+@[0-9a-f]{40}");
        if (action.startsWith("actions/checkout@")) {
          assertThat(step.path("with").path("persist-credentials").toString()).isEqualTo("false");
        }
      }
    }
  }

  @Test
  void givesASecretOnlyToTheStepThatFetches() throws IOException {
    for (CiFile workflow : workflows().toList()) {
      for (Map.Entry<String, JsonNode> job : workflow.jobs()) {
        boolean fetches = job.getKey().equals("fetch");
        assertThat(job.getValue().toString().contains("secrets."))
            .as(workflow + " " + job.getKey())
            .isEqualTo(fetches);
      }
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the scripts are written for Linux")
  void verifiesOnEverySystemAndJdk() throws Exception {
    CiFile workflow = CiFile.of(".github/workflows/verify.yml");
    platforms.programs().maven(StandInGrader.jar(folder.resolve("any.jar")), 0);
    GitHub github = platforms.github(new Fork(folder.resolve("course")).write("pom.xml", ""));

    github.run(workflow);

    assertThat(github.runs()).hasSize(9).allMatch(JobRun::succeeded);
    assertThat(github.scripts()).isEqualTo(workflow.scripts().keySet());
    Map<String, Long> calls =
        platforms.programs().calls().stream()
            .filter(call -> call.startsWith("mvn"))
            .collect(Collectors.groupingBy(call -> call, Collectors.counting()));
    assertThat(calls).isEqualTo(Map.of("mvn --batch-mode verify", 9L));
    assertThat(workflow.scripts().values())
        .anyMatch(script -> script.contains("TP6_SANDBOX=required mvn --batch-mode verify"));
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the scripts are written for Linux")
  void keepsTheReportsOfACourseThatFails() throws Exception {
    platforms.programs().maven(StandInGrader.jar(folder.resolve("any.jar")), 1);
    Fork course = new Fork(folder.resolve("course"));
    GitHub github = platforms.github(course.write("clock/target/surefire-reports/TEST-a.xml", ""));

    github.run(CiFile.of(".github/workflows/verify.yml"));

    assertThat(github.runs()).hasSize(9).noneMatch(JobRun::succeeded);
    assertThat(github.artifact("surefire-windows-latest-25"))
        .isDirectoryRecursivelyContaining("glob:**/TEST-a.xml");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the scripts are written for Linux")
  void verifiesOnGitLab() throws Exception {
    platforms.programs().maven(StandInGrader.jar(folder.resolve("any.jar")), 0);
    GitLab gitlab = platforms.gitlab(new Fork(folder.resolve("course")).write("pom.xml", ""));

    gitlab.run(CiFile.of(".gitlab-ci.yml"));

    assertThat(gitlab.scripts()).containsExactly("verify");
    assertThat(platforms.programs().calls()).hasSize(3).containsOnly("mvn --batch-mode verify");
  }
}
