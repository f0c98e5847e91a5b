package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.cli.Main;
import tp6.grader.compile.Compilation;
import tp6.grader.compile.Compilers;
import tp6.grader.doctor.Doctor;
import tp6.grader.process.Jvm;
import tp6.grader.sandbox.Sandbox;
import tp6.grader.sandbox.Tools;
import tp6.stage.text.Words;

/** The pitfalls of sandboxes that THREATS 4.4 lists, each tried in a real one. */
@NeedsSandbox
@Timeout(60)
class PitfallsTest {
  private static final Words WORDS = Words.of(Main.class, "words", Locale.ENGLISH);

  @TempDir private Path scratch;
  private Sandbox sandbox;
  private Path classes;

  /** Sandboxes end with the thread that has started them. */
  private final ExecutorService starters = Executors.newFixedThreadPool(3);

  @BeforeEach
  void makeSandbox() throws IOException {
    sandbox = Sandbox.in(scratch, Set.of());
    classes = scratch.resolve("probe");
    Path file = classes.resolve("tp6/grader/run/Probe.class");
    Files.createDirectories(file.getParent());
    Files.copy(Path.of("target/test-classes/tp6/grader/run/Probe.class"), file);
    try (Stream<Path> all = Files.walk(classes)) {
      for (Path one : all.toList()) {
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  @AfterEach
  void end() {
    starters.shutdownNow();
  }

  @Test
  void clearenvLeavesTheEnvironmentOfBubblewrapItself() throws Exception {
    assertThat(System.getenv()).isNotEmpty();

    String[] questions = {"lines /proc/1/environ", "lines /proc/self/environ"};
    List<String> command = sandbox.aroundStudent(probing(questions), List.of(classes));
    List<String> answers = answers(sandbox.around(command), questions.length);

    // Which are the language, and the folder that its shell was started in.
    assertThat(answers.get(0))
        .startsWith("LANG=C.UTF-8")
        .doesNotContain("canary", "HOME=", "USER=");
    assertThat(answers.get(1).split("\0"))
        .containsExactlyInAnyOrder("HOME=/w", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "PWD=/w");
  }

  @Test
  void rootsBubblewrapLeavesAllCapabilities() throws Exception {
    assertThat(ask("lines /proc/self/status").get(0))
        .contains("CapEff:\t0000000000000000; ", "CapPrm:\t0000000000000000; ")
        .contains("CapInh:\t0000000000000000; ", "NoNewPrivs:\t1; ");
  }

  @Test
  void anOuterProcKeepsTheInnerOneFromStarting() throws Exception {
    assertThat(ask("lines /proc/self/stat").get(0)).startsWith("2 (java)");
  }

  @Test
  void anOuterWithoutCapabilitiesCanMapNoUserInside() throws Exception {
    assertThat(ask("lines /proc/self/uid_map").get(0).strip()).matches("1000 +\\d+ +1");
  }

  /** Three at a time have more threads than one of them may have. */
  @Test
  void aLimitOutsideCountsEverybodysProcesses() throws Exception {
    List<Future<List<String>>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(starters.submit(() -> ask("threads 300")));
    }

    for (Future<List<String>> one : all) {
      assertThat(one.get()).containsExactly("300");
    }
    assertThat(Integer.parseInt(ask("threads 3000").get(0))).isLessThan(700);
  }

  @Test
  void withoutHostsALocalAddressIsUnknown() throws Exception {
    assertThat(ask("host")).containsExactly("sandbox/127.0.0.1 localhost/127.0.0.1");
  }

  @Test
  void withoutPasswdNobodyHasAName() throws Exception {
    assertThat(ask("property user.name", "property user.home")).containsExactly("student", "/w");
  }

  @Test
  void argumentsFromTheInputTakeTheInputAway() throws Exception {
    assertThat(ask("input", "open").get(0)).isEqualTo("for the program; and nobody else");
    assertThat(ask("open").get(0).split(" ")).allMatch(file -> file.matches("pipe:\\[\\d+]"));
  }

  @Test
  void theRootAndSharedMemoryAreWritableWithoutEnd() throws Exception {
    assertThat(ask("write /", "write /dev", "write /dev/shm", "write /etc", "write /usr"))
        .containsOnly("false");
    assertThat(ask("write /tmp", "write /w")).containsOnly("true");
    for (String megabytes : ask("fill /tmp", "fill /w")) {
      assertThat(Integer.parseInt(megabytes)).isBetween(25, 32);
    }
  }

  /** Some say all at once, and a JDK that asks for a first byte alone gets no second one. */
  @Test
  void filesOfTheKernelAreReadByLines() throws Exception {
    String outside = Files.readAllLines(Path.of("/proc/sys/kernel/ngroups_max")).get(0);
    assertThat(outside).hasSizeGreaterThan(1);

    assertThat(ask("lines /proc/sys/kernel/ngroups_max")).containsExactly(outside);
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readAllLines(source))
            .as(source.toString())
            .noneMatch(line -> line.contains("/proc/sys") && !line.contains("readAllLines"));
      }
    }
  }

  @Test
  void aFolderWithFilesOfAnotherOwnerTakesNoClasses() throws Exception {
    Path work = Files.createDirectory(scratch.resolve("work"));
    Path own = HostFiles.packCompiler(scratch);
    Path common = HostFiles.pack(scratch).common();
    try (Compilers compilers =
        new Compilers(
            1,
            own.toString(),
            common,
            "17",
            java -> sandbox.builder(sandbox.aroundCompiler(java, List.of(own, common), work)))) {
      for (String name : List.of("1", "2")) {
        Compilation compilation =
            compilers.compile(
                Map.of("A.java", "final class A {}".getBytes(UTF_8)), work.resolve(name));

        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        assertThat(work.resolve(name).resolve("classes/A.class")).isRegularFile();
        assertThat(Files.getOwner(work.resolve(name).resolve("classes/A.class")))
            .isEqualTo(Files.getOwner(work));
      }
    }
  }

  @Test
  void anOldBubblewrapCannotForbidNamespaces() throws Exception {
    List<String> command = sandbox.aroundStudent(List.of(), List.of());

    assertThat(command.contains("--disable-userns")).isEqualTo(Tools.forbidsNamespaces());
    assertThat(Doctor.examine(Set.of(), WORDS))
        .filteredOn(finding -> finding.tried().equals("to make namespaces of its own"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.happened().equals("none made"))
                    .isEqualTo(Tools.forbidsNamespaces()));
    assertThat(Tools.isOption("--disable-userns", "  --unshare-user-try  Create\n")).isFalse();
    assertThat(Tools.isOption("--disable-userns", "    --disable-userns    Disable\n")).isTrue();
  }

  /** What a probe in both sandboxes answers, as long as it says anything. */
  private List<String> ask(String... questions) throws Exception {
    // As the prober starts programs: with nothing of its own environment.
    List<String> inside = new ArrayList<>(List.of("/usr/bin/env", "-i"));
    inside.addAll(sandbox.aroundStudent(probing(questions), List.of(classes)));
    return answers(sandbox.around(inside), questions.length);
  }

  private List<String> probing(String... questions) {
    List<String> probing = Jvm.command("-Xmx64m", "-Xlog:disable", "-cp", classes.toString());
    probing.add(Probe.class.getName());
    probing.addAll(List.of(questions));
    return probing;
  }

  private List<String> answers(List<String> command, int size) throws Exception {
    Process process = sandbox.builder(command).redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write("for the program\nand nobody else\n".getBytes(UTF_8));
    }
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(printed.lines()).as(printed).hasSize(size);
    return printed.lines().map(line -> line.replaceFirst("^[^:]+: ?", "")).toList();
  }
}
