package tp6.grader.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.run.NeedsSandbox;

/** The jobs that grade a class, every script of them run here, with stand-ins for the platforms. */
@Tag("once")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the scripts are written for Linux")
@Execution(ExecutionMode.CONCURRENT)
class WorkflowsClassTest {
  @TempDir Path folder;
  private Platforms platforms;

  @BeforeEach
  void makePlatforms() throws IOException {
    platforms = new Platforms(folder);
  }

  @Test
  void fetchesWithATokenThatNoArtifactHas() throws Exception {
    GitHub github =
        platforms.github(makeClass("ann", "missing", "cleo")).with("secrets.FORKS_TOKEN", "s3cret");
    inputs(github, "2");

    github.run(CiFile.of(".github/workflows/grade-class.yml"), "fetch");

    JobRun run = github.runs().get(0);
    assertThat(run.succeeded()).as(run.log()).isTrue();
    assertThat(LogCommands.in(run.log()))
        .singleElement()
        .asString()
        .startsWith("warning: this fork cannot be cloned");
    String header = "Authorization: Basic eC1hY2Nlc3MtdG9rZW46czNjcmV0";
    assertThat(platforms.programs().calls())
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
    GitHub github = platforms.github(course);
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
    GitLab gitlab = platforms.gitlab(course).with("CLASS_LIST", "class.csv").with(name, value);

    gitlab.run(CiFile.of(".gitlab-ci.yml"), "fetch-class");

    JobRun run = gitlab.runs().get(0);
    assertThat(run.succeeded()).isFalse();
    assertThat(run.log().lines()).singleElement().asString().contains(complaint);
  }

  @Test
  void takesNoPartThatIsTooLarge() throws Exception {
    byte[] large = new byte[8 * 1024 * 1024 + 1];
    GitHub github = platforms.github(new Fork(folder.resolve("course")).write("pom.xml", ""));
    List.of("build", "fetch", "grade")
        .forEach(job -> github.with("needs." + job + ".result", "success"));
    StandInGrader.jar(Files.createDirectories(github.artifact("grader")).resolve("grader.jar"));
    Files.write(Files.createDirectories(github.artifact("part-1")).resolve("run.json"), large);
    GitLab gitlab =
        platforms
            .gitlab(new Fork(folder.resolve("course2")).write("pom.xml", ""))
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
    GitHub github = platforms.github(new Fork(folder.resolve("course")).write("pom.xml", ""));
    for (String need : List.of("build", "fetch", "grade")) {
      github.with("needs." + need + ".result", "success");
    }
    inputs(github, "1").with("needs.fetch.outputs.shards", "[1]");
    Path grader = Files.createDirectories(github.artifact("grader"));
    StandInGrader.jar(grader.resolve("grader.jar"));
    String orders = "out=" + Fork.FORGED + "::error::\nerr=::error::forged";
    Files.writeString(grader.resolve(StandInGrader.ORDERS), orders);
    new Fork(folder.resolve("class")).write("class.csv", "").write("seed", "2026");
    Path tar = Files.createDirectories(github.artifact("class")).resolve("class.tar.gz");
    new Shell(platforms.programs().bin(), folder)
        .run("tar -czf '" + tar + "' class", folder, Map.of());
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
  void gradesOnGitLabWithoutSandboxesOnlyWhereItIsAskedTo() throws Exception {
    CiFile pipeline = CiFile.of(".gitlab-ci.yml");

    assertThat(pipeline.content().at("/variables/ISOLATION/value").asString()).isEqualTo("auto");
    assertThat(CiFile.of(".github/workflows/grade-class.yml").text()).doesNotContain("--isolation");
  }

  @Test
  @Tag("jar")
  @NeedsSandbox
  void gradesAClassInPartsAsInOnePiece() throws Exception {
    platforms.programs().maven(Fork.GRADER, 0);
    Fork course = makeClass("ann", "bob");
    CiFile workflow = CiFile.of(".github/workflows/grade-class.yml");
    GitHub github = platforms.github(course);
    inputs(github, "2").run(workflow);
    CiFile pipeline = CiFile.of(".gitlab-ci.yml");
    GitLab gitlab =
        platforms
            .gitlab(course)
            .withSecret("FORKS_TOKEN", "s3cret")
            .with("CLASS_LIST", "class.csv")
            .with("SEED", "2026");
    gitlab.run(pipeline);

    assertThat(github.runs()).hasSize(5).allMatch(JobRun::succeeded);
    assertThat(github.scripts()).isEqualTo(workflow.scripts().keySet());
    assertThat(github.runs()).allMatch(run -> LogCommands.in(run.log()).isEmpty());
    assertThat(github.runs().get(4).summary()).contains("submissions: 2, graded: 2");
    assertThat(gitlab.runs()).hasSize(7).allMatch(JobRun::succeeded);
    assertThat(gitlab.scripts())
        .containsExactlyInAnyOrder("build-grader", "fetch-class", "grade-class", "merge-grades");
    String header = "[https] [http.https://gitlab.com/.extraHeader: Authorization: Basic ";
    assertThat(platforms.programs().calls())
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
    assertThat(whole.resolve("grades.csv"))
        .content()
        .contains("ann", "bob", ",20,80,")
        .doesNotContain("not isolated");
    assertThat(platforms.programs().calls())
        .filteredOn(call -> call.matches("(sudo )?apt-get install .*bubblewrap.*"))
        .hasSize(2 + 4);
  }

  private Path gradeInOnePiece(Path workspace) throws Exception {
    String script = "java -jar grader.jar grade class/class.csv --out whole --seed 2026 --lang en";
    Shell.Ran ran = new Shell(platforms.programs().bin(), folder).run(script, workspace, Map.of());
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
        new Fork(folder.resolve("forks").resolve(id)).withClock(clock, Fork.FORGED).commit();
      }
    }
    platforms.programs().git(folder.resolve("forks"));
    return new Fork(folder.resolve("course")).write("class.csv", list.toString());
  }

  private static GitHub inputs(GitHub github, String shards) {
    return github
        .with("inputs.list", "class.csv")
        .with("inputs.shards", shards)
        .with("inputs.seed", "2026")
        .with("inputs.language", "en");
  }
}
