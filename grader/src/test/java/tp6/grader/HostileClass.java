package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.common.Ports;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.report.ResultText;
import tp6.grader.run.ClassRun;
import tp6.grader.run.Grader;
import tp6.grader.run.Traces;
import tp6.grader.store.ResultFolder;
import tp6.grader.submission.Candidate;

/**
 * Hostile submissions get what they deserve, and honest ones beside them what they get anywhere
 * else. {@code -Dhostile=drip} grades only the hostile ones whose name contains that, and {@code
 * TP6_HOSTILE_PART=1/4} in the environment the first of four.
 */
@Isolated("looks for processes that are left behind")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileClass {
  private static final int JOBS = 4;

  /** More than any of these takes on a machine that has all the others to do, too. */
  private static final Duration LONGEST = Duration.ofMinutes(8);

  private static final String ONLY = System.getProperty("hostile", "");
  private static final Part PART = Part.named("TP6_HOSTILE_PART");
  private static final List<String> HONEST =
      List.of(
          "weather/right/SaysItItself",
          "weather/right/UrlConnectionAndDom",
          "weather/wrong/Kelvin",
          "weather/wrong/PrintsStackTrace",
          "clock/right/FormatsByHand",
          "clock/right/Recursion",
          "clock/right/SelectorLoop",
          "clock/right/ThreadPerClient",
          "clock/wrong/NeverCloses",
          "clock/wrong/OneDigitHours",
          "echo-single/right/Channels",
          "echo-single/right/TwoWrites",
          "echo-single/wrong/OneReadIsOneMessage",
          "echo-single/wrong/ThreadPerClient",
          "echo-multi/right/CachedPool",
          "echo-multi/right/ByteByByte",
          "echo-multi/right/DataStreams",
          "echo-multi/right/ReaderAndWriter",
          "echo-multi/wrong/SingleThreaded",
          "echo-multi/wrong/WaitsAfterGoodbye");

  private Path forks;
  private Path reports;
  private final Isolation isolation;
  private final Map<String, Hostile> hostile = new TreeMap<>();
  private final List<String> filesBefore = new ArrayList<>();
  private Canaries canaries;
  private Map<String, Result> alone;
  private Map<String, Result> mixed;
  private Traces traces;

  HostileClass(Isolation isolation) {
    this.isolation = isolation;
  }

  @BeforeAll
  void grade(@TempDir Path handedIn, @TempDir Path planted, @TempDir Path written)
      throws Exception {
    forks = handedIn;
    reports = written;
    canaries = new Canaries(planted);
    List<Hostile> all = new ArrayList<>(Hostile.inBank(forks, canaries.places()));
    all.addAll(SourceBombs.all(forks));
    all.removeIf(one -> !one.isFor(isolation));
    all.forEach(one -> hostile.put(one.name(), one));
    all.removeIf(one -> !one.name().contains(ONLY));
    List<Hostile> chosen = PART.from(all);
    List<Candidate> honest = ONLY.isEmpty() ? PART.from(honest()) : List.of();
    filesBefore.addAll(filesHere());
    alone = run(honest);
    mixed = run(mixed(chosen, honest));
  }

  private Map<String, Result> run(List<Candidate> candidates) throws Exception {
    try (Grader grader = open()) {
      grader.expectMany();
      traces = Traces.of(grader);
      Map<String, Result> results = new TreeMap<>();
      ClassRun.of(candidates, grader, result -> results.put(result.id(), result));
      return results;
    }
  }

  @AfterAll
  void endCanaries() throws IOException {
    canaries.close();
  }

  private List<Candidate> honest() throws IOException {
    List<Candidate> honest = new ArrayList<>();
    for (String name : HONEST) {
      Path fork = forks.resolve(name);
      Bank.entry(name).copyInto(fork);
      honest.add(new Candidate(name, fork, "", ""));
    }
    return honest;
  }

  /** Four hostile ones, an honest one, and so on. */
  private static List<Candidate> mixed(List<Hostile> hostile, List<Candidate> honest) {
    Iterator<Candidate> left = honest.iterator();
    List<Candidate> mixed = new ArrayList<>();
    for (Hostile one : hostile) {
      mixed.add(one.candidate());
      if (mixed.size() % 5 == 4 && left.hasNext()) {
        mixed.add(left.next());
      }
    }
    left.forEachRemaining(mixed::add);
    return mixed;
  }

  private Grader open() throws IOException {
    return new Grader(Bank.rules(isolation, Locale.ENGLISH, Course.all()), JOBS);
  }

  /** Also where the service of the weather's tests would look for its files, and leave some. */
  private static List<String> filesHere() throws IOException {
    List<String> all = new ArrayList<>();
    for (String folder : List.of("", "src/test/resources")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.map(Path::toString).sorted().forEach(all::add);
      }
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> givesHostileOnesWhatTheyDeserve() {
    return hostile.values().stream()
        .filter(one -> mixed.containsKey(one.name()))
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> requireVerdict(one)));
  }

  private static boolean isWhole() {
    return ONLY.isEmpty() && PART.isAll();
  }

  private void requireVerdict(Hostile one) {
    Result result = mixed.get(one.name());
    assertThat(Hostile.verdict(result))
        .as(one.name() + "\n" + ResultText.of(result))
        .containsExactlyInAnyOrderEntriesOf(one.verdict(isolation));
    assertThat(Hostile.firstError(result)).contains(one.error());
  }

  @Test
  void givesEachItsVerdictWithinItsLimit() {
    mixed.forEach(
        (id, result) ->
            assertThat(result.exercises())
                .as(id)
                .flatExtracting(exercise -> exercise.cost().stream().toList())
                .allMatch(cost -> cost.millis() < LONGEST.toMillis()));
    assertThat(mixed.keySet())
        .containsAll(isWhole() ? hostile.keySet() : List.of())
        .containsAll(alone.keySet());
  }

  @TestFactory
  Stream<DynamicTest> givesHonestOnesWhatTheyGetAnywhereElse() {
    return alone.keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> lostWhatItShould(Bank.entry(name))));
  }

  private void lostWhatItShould(Bank.Entry honest) throws IOException {
    Result result = mixed.get(honest.name());
    ExerciseResult exercise = result.exercises().get(Course.all().indexOf(honest.exercise()));
    assertThat(Bank.lost(exercise)).as(ResultText.of(result)).isEqualTo(honest.loses());

    Result before = alone.get(honest.name());
    assertThat(files(result.withoutStories())).isEqualTo(files(before.withoutStories()));
    assertThat(files(result).keySet()).isEqualTo(files(before).keySet());
  }

  /** All but the times that a student reads in the story of a failure, by name. */
  private Map<String, String> files(Result result) throws IOException {
    Path folder = reports.resolve(result.id());
    ResultFolder.write(result, folder);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        String text = Files.readString(file, UTF_8).replaceAll("\"datetime\".*", "");
        files.put(file.getFileName().toString(), text);
      }
    }
    return files;
  }

  @Test
  void leavesNothingBehind() throws IOException {
    requireNothingLeft(traces);
    assertThat(filesHere()).isEqualTo(filesBefore);
  }

  private void requireNothingLeft(Traces left) {
    assertThat(left.scratch()).doesNotExist();
    await().untilAsserted(() -> assertThat(left.processes()).allMatch(canaries::isCanary));
  }

  @ParameterizedTest
  @ValueSource(ints = {Ports.CLOCK, Ports.ECHO})
  void leavesNoPortBound(int port) {
    await().untilAsserted(() -> assertThat(isFree(port)).isTrue());
  }

  private static boolean isFree(int port) {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return free.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void letsNobodyReachWhatIsNotTheirs() throws IOException {
    if (isolation == Isolation.BWRAP) {
      canaries.requireUntouched(mixed.values().stream().map(ResultText::of));
    } else if (isWhole()) {
      // So it is known that they can be reached.
      assertThat(canaries.reached()).isEqualTo(2);
    }
  }

  @Test
  void endsWithAProgramWhatThatHasStarted() throws IOException {
    try (Grader grader = open()) {
      grader.grade(hostile.get("child-outlives").candidate()).join();

      assertThat(Traces.of(grader).processes()).noneMatch(process -> process.contains("sleep"));
    }
  }

  /** The one is about to run a program, or to stop it; the other is lost in a compiler. */
  @ParameterizedTest
  @CsvSource({"stops-itself, run0/work", "nested-maps, src/tp6/clock/Bomb.java"})
  void endsEverythingWhenItIsClosed(String name, String begun) throws IOException {
    Traces left;
    try (Grader grader = open()) {
      left = Traces.of(grader);
      grader.grade(hostile.get(name).candidate());
      await().until(() -> Files.exists(left.scratch().resolve("work/1").resolve(begun)));
    }

    requireNothingLeft(left);
  }
}
