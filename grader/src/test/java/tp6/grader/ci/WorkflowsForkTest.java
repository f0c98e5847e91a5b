package tp6.grader.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jobs of a student's copy, every script of them run here, with stand-ins for the platforms.
 */
@Tag("once")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the scripts are written for Linux")
class WorkflowsForkTest {
  @TempDir Path folder;
  private Platforms platforms;

  @BeforeEach
  void makePlatforms() throws IOException {
    platforms = new Platforms(folder);
  }

  @Test
  void obeysNoCommandOfAStudentsProgram() throws Exception {
    JobRun run =
        gradeFork(forkWith("out=a line\\n" + Fork.FORGED + "::error::\nerr=::error::forged"));

    assertThat(run.succeeded()).isTrue();
    assertThat(run.log()).contains("::error::forged", "##[error]forged");
    assertThat(LogCommands.in(run.log())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void showsNothingOfTheJobToAStudentsProgram(boolean onGitLab) throws Exception {
    Fork fork = forkWith("");
    JobRun run = onGitLab ? gradeForkOnGitLab(fork) : gradeFork(fork);

    assertThat(run.log().lines().filter(line -> line.startsWith("variables:")))
        .singleElement()
        .asString()
        .contains("PATH")
        .doesNotContain("GITHUB", "RUNNER", "CI_");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "1, false", "2, false"})
  void failsWhereSomethingCouldNotBeGraded(int status, boolean onGitLab) throws Exception {
    Fork fork = forkWith("lines=0\nstatus=" + status);
    JobRun run = onGitLab ? gradeForkOnGitLab(fork) : gradeFork(fork);

    assertThat(run.succeeded()).isFalse();
    assertThat(run.log()).contains("not everything could be graded (status " + status + ")");
    if (!onGitLab) {
      assertThat(LogCommands.in(run.log())).hasSize(1);
      assertThat(run.summary()).startsWith("There is no report");
    }
  }

  @Test
  void cutsAReportThatIsTooLongForASummary() throws Exception {
    JobRun run = gradeFork(forkWith("lines=60000"));

    assertThat(run.summary().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(900_000, 1024 * 1024);
    assertThat(run.summary())
        .startsWith("This report is too long")
        .endsWith("\na line of this report: é\n");
  }

  @ParameterizedTest
  @CsvSource({
    "true, '', 00, GRADER_URL is empty",
    "false, '', 00, GRADER_URL is empty",
    "true, file:///nowhere/grader.jar, 00, nothing can be fetched from GRADER_URL",
    "false, file:///nowhere/grader.jar, 00, nothing can be fetched from GRADER_URL",
    "true, http://127.0.0.1:9/grader.jar, 00, nothing can be fetched from GRADER_URL",
    "false, http://127.0.0.1:9/grader.jar, 00, nothing can be fetched from GRADER_URL",
    "true, JAR, 00, another SHA-256 than GRADER_SHA256",
    "false, JAR, '', another SHA-256 than GRADER_SHA256",
  })
  void runsNoOtherGraderThanTheCourses(
      boolean onGitLab, String address, String sum, String complaint) throws Exception {
    Path jar = StandInGrader.jar(folder.resolve("other.jar"));
    String url = address.replace("JAR", jar.toUri().toString());
    Fork fork = forkWith("").withGrader(url, sum);

    JobRun run = onGitLab ? gradeForkOnGitLab(fork) : gradeFork(fork);

    assertThat(run.succeeded()).isFalse();
    assertThat(run.log()).contains(".grader.env: ", complaint).doesNotContain("variables:");
    assertThat(LogCommands.in(run.log())).hasSize(onGitLab ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void saysThatTheNameOfTheGraderIsMissing(boolean onGitLab) throws Exception {
    Fork fork = new Fork(folder.resolve("fork")).write("README.md", "");

    JobRun run = onGitLab ? gradeForkOnGitLab(fork) : gradeFork(fork);

    assertThat(run.succeeded()).isFalse();
    assertThat(run.log().lines()).singleElement().asString().contains(".grader.env is missing");
  }

  @Test
  @Tag("jar")
  void gradesAForkThatHasLostPoints() throws Exception {
    CiFile workflow = CiFile.of("grader/fork/.github/workflows/grade.yml");
    GitHub github = platforms.github(losing());

    github.run(workflow);

    JobRun run = github.runs().get(0);
    assertThat(github.scripts()).isEqualTo(workflow.scripts().keySet());
    assertThat(run.log()).contains("clock");
    assertThat(run.succeeded()).isTrue();
    assertThat(LogCommands.in(run.log())).isEmpty();
    assertThat(run.summary()).contains("| 1 | answers a client | 3 / 3 |").contains(" 0 / 2 |");
    assertThat(github.artifact("grade").resolve("grade.json")).content().contains("\"earned\"");
    assertThat(github.artifact("grade").resolve("TEST-clock.xml")).content().contains("<failure");
    assertThat(run.workspace().resolve("result.json")).content().contains("\"max-score\"");
  }

  @Test
  @Tag("jar")
  void gradesAForkThatHasLostPointsOnGitLab() throws Exception {
    CiFile pipeline = CiFile.of("grader/fork/.gitlab-ci.yml");
    GitLab gitlab = platforms.gitlab(losing());

    gitlab.run(pipeline);

    JobRun run = gitlab.runs().get(0);
    assertThat(gitlab.scripts()).isEqualTo(pipeline.scripts().keySet());
    assertThat(run.succeeded()).as(run.log()).isTrue();
    Path grade = gitlab.artifacts("grade").resolve("grade");
    assertThat(grade.resolve("grade.md")).content().contains("| 1 | answers a client | 3 / 3 |");
    String reports = pipeline.content().at("/grade/artifacts/reports/junit").asString();
    assertThat(Copies.matching(run.workspace(), reports)).hasSize(4);
    assertThat(grade.resolve("TEST-clock.xml")).content().contains("<failure");
  }

  private Fork losing() throws IOException {
    return new Fork(folder.resolve("fork"))
        .withClock("wrong/OneDigitHours", Fork.FORGED)
        .withGrader(Fork.GRADER.toAbsolutePath());
  }

  /** A fork for the stand-in for the grader. */
  private Fork forkWith(String orders) throws IOException {
    return new Fork(folder.resolve("fork"))
        .write(StandInGrader.ORDERS, orders)
        .withGrader(StandInGrader.jar(folder.resolve("grader.jar")));
  }

  private JobRun gradeFork(Fork fork) throws Exception {
    GitHub github = platforms.github(fork);
    github.run(CiFile.of("grader/fork/.github/workflows/grade.yml"));
    return github.runs().get(0);
  }

  private JobRun gradeForkOnGitLab(Fork fork) throws Exception {
    GitLab gitlab = platforms.gitlab(fork);
    gitlab.run(CiFile.of("grader/fork/.gitlab-ci.yml"));
    return gitlab.runs().get(0);
  }
}
