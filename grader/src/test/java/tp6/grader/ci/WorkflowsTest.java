package tp6.grader.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The CI files, every script of them run here, with stand-ins for the platforms. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the scripts are written for Linux")
class WorkflowsTest {
  private static final Path JAR = Path.of("target/grader.jar");
  private static final String FORGED = "::stop-commands::x\\n::error::forged\\n##[error]forged\\n";

  @TempDir Path folder;
  private Programs programs;

  @BeforeEach
  void makePrograms() throws IOException {
    programs = new Programs(folder);
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
        assertThat(action).matches("|actions/[a-z-]+@v\\d+");
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
  void verifiesOnEverySystemAndJdk() throws Exception {
    CiFile workflow = CiFile.of(".github/workflows/verify.yml");
    programs.maven(StandInGrader.jar(folder.resolve("any.jar")), 0);
    GitHub github = github(new Fork(folder.resolve("course")).write("pom.xml", ""));

    github.run(workflow);

    assertThat(github.runs()).hasSize(9).allMatch(JobRun::succeeded);
    assertThat(github.scripts()).isEqualTo(workflow.scripts().keySet());
    assertThat(programs.calls()).hasSize(9).containsOnly("mvn --batch-mode verify");
  }

  @Test
  void keepsTheReportsOfACourseThatFails() throws Exception {
    programs.maven(StandInGrader.jar(folder.resolve("any.jar")), 1);
    Fork course = new Fork(folder.resolve("course"));
    GitHub github = github(course.write("clock/target/surefire-reports/TEST-a.xml", ""));

    github.run(CiFile.of(".github/workflows/verify.yml"));

    assertThat(github.runs()).hasSize(9).noneMatch(JobRun::succeeded);
    assertThat(github.artifact("surefire-windows-latest-25"))
        .isDirectoryRecursivelyContaining("glob:**/TEST-a.xml");
  }

  @Test
  void verifiesOnGitLab() throws Exception {
    programs.maven(StandInGrader.jar(folder.resolve("any.jar")), 0);
    GitLab gitlab = gitlab(new Fork(folder.resolve("course")).write("pom.xml", ""));

    gitlab.run(CiFile.of(".gitlab-ci.yml"));

    assertThat(gitlab.scripts()).containsExactly("verify");
    assertThat(programs.calls()).hasSize(3).containsOnly("mvn --batch-mode verify");
  }

  @Test
  void obeysNoCommandOfAStudentsProgram() throws Exception {
    JobRun run = gradeFork(forkWith("out=a line\\n" + FORGED + "::error::\nerr=::error::forged"));

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
    GitHub github = github(losing());

    github.run(workflow);

    JobRun run = github.runs().get(0);
    assertThat(github.scripts()).isEqualTo(workflow.scripts().keySet());
    assertThat(run.log()).contains("clock");
    assertThat(run.succeeded()).isTrue();
    assertThat(LogCommands.in(run.log())).isEmpty();
    assertThat(run.summary()).contains("| 1 | accepts a client | 2 / 2 |").contains(" 0 / 6 |");
    assertThat(github.artifact("grade").resolve("grade.json")).content().contains("\"earned\"");
    assertThat(github.artifact("grade").resolve("TEST-clock.xml")).content().contains("<failure");
    assertThat(run.workspace().resolve("result.json")).content().contains("\"max-score\"");
  }

  @Test
  @Tag("jar")
  void gradesAForkThatHasLostPointsOnGitLab() throws Exception {
    CiFile pipeline = CiFile.of("grader/fork/.gitlab-ci.yml");
    GitLab gitlab = gitlab(losing());

    gitlab.run(pipeline);

    JobRun run = gitlab.runs().get(0);
    assertThat(gitlab.scripts()).isEqualTo(pipeline.scripts().keySet());
    assertThat(run.succeeded()).as(run.log()).isTrue();
    Path grade = gitlab.artifacts("grade").resolve("grade");
    assertThat(grade.resolve("grade.md")).content().contains("| 1 | accepts a client | 2 / 2 |");
    String reports = pipeline.content().at("/grade/artifacts/reports/junit").asString();
    assertThat(Copies.matching(run.workspace(), reports)).hasSize(4);
    assertThat(grade.resolve("TEST-clock.xml")).content().contains("<failure");
  }

  @Test
  void fetchesWithATokenThatNoArtifactHas() throws Exception {
    GitHub github =
        github(makeClass("ann", "missing", "cleo")).with("secrets.FORKS_TOKEN", "s3cret");
    inputs(github, "2");

    github.run(CiFile.of(".github/workflows/grade-class.yml"), "fetch");

    JobRun run = github.runs().get(0);
    assertThat(run.succeeded()).as(run.log()).isTrue();
    assertThat(LogCommands.in(run.log()))
        .singleElement()
        .asString()
        .startsWith("warning: this fork cannot be cloned");
    String header = "Authorization: Basic eC1hY2Nlc3MtdG9rZW46czNjcmV0";
    assertThat(programs.calls())
        .hasSize(3)
        .allMatch(call -> call.contains("clone --quiet --bare --depth 1"))
        .allMatch(
            call ->
                call.endsWith("[https] [http.https://github.com/.extraHeader: " + header + "]"));
    Path unpacked = run.workspace().resolve("class");
    assertThat(unpacked.resolve("class.csv"))
        .hasContent(
            """
            ann,forks/2.git,"A, ann",ann@example.org
            missing,forks/3.git,"A, missing",missing@example.org
            cleo,forks/4.git,"A, cleo",cleo@example.org
            """);
    assertThat(unpacked.resolve("forks/2.git/HEAD")).exists();
    assertThat(unpacked.resolve("forks/2.git/hooks")).doesNotExist();
    for (Path file : Copies.files(unpacked)) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .doesNotContain("s3cret", "eC1hY2Nlc3MtdG9rZW46czNjcmV0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "github.event.repository.private, false, run this in a private repository",
    "inputs.shards, 0, takes a number from 1 to 99",
    "inputs.shards, '2]; touch x', takes a number from 1 to 99",
    "inputs.list, none.csv, there is no such file in this repository",
    "inputs.list, folder.csv, has to be an address that begins with https://",
    "inputs.list, empty.csv, there is no submission in the list",
  })
  void refusesAClassThatCannotBeGraded(String name, String value, String complaint)
      throws Exception {
    Fork course = makeClass("ann");
    course.write("folder.csv", "ann,../ann\n").write("empty.csv", "id,path,name,email\n");
    GitHub github = github(course);
    inputs(github, "2").with(name, value);

    github.run(CiFile.of(".github/workflows/grade-class.yml"), "fetch");

    JobRun run = github.runs().get(0);
    assertThat(run.succeeded()).isFalse();
    assertThat(LogCommands.in(run.log())).singleElement().asString().contains(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "CI_PROJECT_VISIBILITY, public, run this in a private project",
    "CLASS_LIST, none.csv, there is no such file in this repository",
    "CLASS_LIST, folder.csv, has to be an address that begins with https://",
    "CLASS_LIST, empty.csv, there is no submission in the list",
  })
  void refusesAClassThatCannotBeGradedOnGitLab(String name, String value, String complaint)
      throws Exception {
    Fork course = makeClass("ann");
    course.write("folder.csv", "ann,../ann\n").write("empty.csv", "id,path,name,email\n");
    GitLab gitlab = gitlab(course).with("CLASS_LIST", "class.csv").with(name, value);

    gitlab.run(CiFile.of(".gitlab-ci.yml"), "fetch-class");

    JobRun run = gitlab.runs().get(0);
    assertThat(run.succeeded()).isFalse();
    assertThat(run.log().lines()).singleElement().asString().contains(complaint);
  }

  @Test
  void takesNoPartThatIsTooLarge() throws Exception {
    byte[] large = new byte[8 * 1024 * 1024 + 1];
    GitHub github = github(new Fork(folder.resolve("course")).write("pom.xml", ""));
    List.of("build", "fetch", "grade")
        .forEach(job -> github.with("needs." + job + ".result", "success"));
    StandInGrader.jar(Files.createDirectories(github.artifact("grader")).resolve("grader.jar"));
    Files.write(Files.createDirectories(github.artifact("part-1")).resolve("run.json"), large);
    GitLab gitlab =
        gitlab(new Fork(folder.resolve("course2")).write("pom.xml", ""))
            .with("CLASS_LIST", "class.csv");
    Path part = Files.createDirectories(gitlab.artifacts("grade-class").resolve("part-1"));
    Files.write(part.resolve("run.json"), large);

    github.run(CiFile.of(".github/workflows/grade-class.yml"), "merge");
    gitlab.run(CiFile.of(".gitlab-ci.yml"), "merge-grades");

    assertThat(github.runs().get(0).succeeded()).isFalse();
    assertThat(github.runs().get(0).log())
        .isEqualTo("::error::not a file of at most 8 MiB: 'parts/part-1/run.json'\n");
    assertThat(gitlab.runs().get(0).succeeded()).isFalse();
    assertThat(gitlab.runs().get(0).log())
        .isEqualTo("not a file of at most 8 MiB: 'part-1/run.json'\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grade", "merge"})
  void obeysNoCommandThatAClassPrints(String job) throws Exception {
    GitHub github = github(new Fork(folder.resolve("course")).write("pom.xml", ""));
    for (String need : List.of("build", "fetch", "grade")) {
      github.with("needs." + need + ".result", "success");
    }
    inputs(github, "1").with("needs.fetch.outputs.shards", "[1]");
    Path grader = Files.createDirectories(github.artifact("grader"));
    StandInGrader.jar(grader.resolve("grader.jar"));
    String orders = "out=" + FORGED + "::error::\nerr=::error::forged";
    Files.writeString(grader.resolve(StandInGrader.ORDERS), orders);
    new Fork(folder.resolve("class")).write("class.csv", "");
    Path tar = Files.createDirectories(github.artifact("class")).resolve("class.tar.gz");
    new Shell(programs.bin(), folder).run("tar -czf '" + tar + "' class", folder, Map.of());
    new Fork(github.artifact("part-1")).write("run.json", "{}");

    github.run(CiFile.of(".github/workflows/grade-class.yml"), job);

    JobRun run = github.runs().get(0);
    assertThat(run.succeeded()).as(run.log()).isTrue();
    assertThat(run.log()).contains("::error::forged", "##[error]forged");
    assertThat(LogCommands.in(run.log())).isEmpty();
    boolean hidesTheJob = !run.log().contains("GITHUB");
    assertThat(hidesTheJob).isEqualTo(job.equals("grade"));
  }

  @Test
  @Tag("jar")
  void gradesAClassInPartsAsInOnePiece() throws Exception {
    programs.maven(JAR, 0);
    Fork course = makeClass("ann", "bob");
    CiFile workflow = CiFile.of(".github/workflows/grade-class.yml");
    GitHub github = github(course);
    inputs(github, "2").run(workflow);
    CiFile pipeline = CiFile.of(".gitlab-ci.yml");
    GitLab gitlab =
        gitlab(course).withSecret("FORKS_TOKEN", "s3cret").with("CLASS_LIST", "class.csv");
    gitlab.run(pipeline);

    assertThat(github.runs()).hasSize(5).allMatch(JobRun::succeeded);
    assertThat(github.scripts()).isEqualTo(workflow.scripts().keySet());
    assertThat(github.runs()).allMatch(run -> LogCommands.in(run.log()).isEmpty());
    assertThat(github.runs().get(4).summary()).contains("submissions: 2, graded: 2");
    assertThat(gitlab.runs()).hasSize(7).allMatch(JobRun::succeeded);
    assertThat(gitlab.scripts())
        .containsExactlyInAnyOrder("build-grader", "fetch-class", "grade-class", "merge-grades");
    String header = "[https] [http.https://gitlab.com/.extraHeader: Authorization: Basic ";
    assertThat(programs.calls())
        .filteredOn(call -> call.endsWith(header + "b2F1dGgyOnMzY3JldA==]"))
        .hasSize(2);

    Path whole = gradeInOnePiece(github.runs().get(2).workspace());
    for (String file : List.of("grades.json", "grades.csv")) {
      String expected = Files.readString(whole.resolve(file));
      assertThat(github.artifact("grades").resolve(file)).content().isEqualTo(expected);
      assertThat(gitlab.artifacts("merge-grades").resolve("grades").resolve(file))
          .content()
          .isEqualTo(expected);
    }
    assertThat(whole.resolve("grades.csv")).content().contains("ann", "bob", ",20,80,");
  }

  private Path gradeInOnePiece(Path workspace) throws Exception {
    String script = "java -jar grader.jar grade class/class.csv --out whole --seed 2026 --lang en";
    Shell.Ran ran = new Shell(programs.bin(), folder).run(script, workspace, Map.of());
    assertThat(ran.status()).as(ran.log()).isZero();
    return workspace.resolve("whole");
  }

  /** A repository with the list of a class in it, whose forks are elsewhere. */
  private Fork makeClass(String... ids) throws Exception {
    StringBuilder list = new StringBuilder("id,path,name,email\n");
    for (String id : ids) {
      list.append("%s,%s%1$s,\"A, %1$s\",%1$s@example.org\n".formatted(id, Programs.FORKS));
      if (!id.equals("missing")) {
        String clock = id.equals("bob") ? "wrong/OneDigitHours" : "right/Recursion";
        new Fork(folder.resolve("forks").resolve(id)).withClock(clock, FORGED).commit();
      }
    }
    programs.git(folder.resolve("forks"));
    return new Fork(folder.resolve("course")).write("class.csv", list.toString());
  }

  private static GitHub inputs(GitHub github, String shards) {
    return github
        .with("inputs.list", "class.csv")
        .with("inputs.shards", shards)
        .with("inputs.seed", "2026")
        .with("inputs.language", "en");
  }

  private Fork losing() throws IOException {
    return new Fork(folder.resolve("fork"))
        .withClock("wrong/OneDigitHours", FORGED)
        .withGrader(JAR.toAbsolutePath());
  }

  /** A fork for the stand-in for the grader. */
  private Fork forkWith(String orders) throws IOException {
    return new Fork(folder.resolve("fork"))
        .write(StandInGrader.ORDERS, orders)
        .withGrader(StandInGrader.jar(folder.resolve("grader.jar")));
  }

  private JobRun gradeFork(Fork fork) throws Exception {
    GitHub github = github(fork);
    github.run(CiFile.of("grader/fork/.github/workflows/grade.yml"));
    return github.runs().get(0);
  }

  private JobRun gradeForkOnGitLab(Fork fork) throws Exception {
    GitLab gitlab = gitlab(fork);
    gitlab.run(CiFile.of("grader/fork/.gitlab-ci.yml"));
    return gitlab.runs().get(0);
  }

  private GitHub github(Fork repository) throws IOException {
    return new GitHub(folder.resolve("github"), repository.folder(), programs.bin());
  }

  private GitLab gitlab(Fork repository) throws IOException {
    return new GitLab(folder.resolve("gitlab"), repository.folder(), programs.bin());
  }
}
