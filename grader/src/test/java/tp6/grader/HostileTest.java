package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tp6.grader.course.Course;
import tp6.grader.report.ResultText;
import tp6.grader.run.ClassRun;
import tp6.grader.run.Grader;
import tp6.grader.run.Isolation;
import tp6.grader.run.Result;
import tp6.grader.run.Rules;
import tp6.grader.run.Traces;
import tp6.grader.submission.Candidate;

/**
 * Hostile submissions get what they deserve, and honest ones beside them what they get among their
 * own. {@code -Dhostile=drip} grades only the hostile ones whose name contains that.
 */
@Isolated("looks for processes that are left behind")
class HostileTest {
  private static final int JOBS = 4;
  private static final String ONLY = System.getProperty("hostile", "");
  private static final List<String> HONEST =
      List.of(
          "weather/right/SaysItItself",
          "weather/right/UrlConnectionAndDom",
          "weather/wrong/Kelvin",
          "weather/wrong/PrintsStackTrace",
          "clock/right/FormatsByHand",
          "clock/right/SelectorLoop",
          "clock/wrong/NeverCloses",
          "clock/wrong/OneDigitHours",
          "echo-single/right/Channels",
          "echo-single/right/TwoWrites",
          "echo-single/wrong/OneReadIsOneMessage",
          "echo-single/wrong/ThreadPerClient",
          "echo-multi/right/CachedPool",
          "echo-multi/right/ReaderAndWriter",
          "echo-multi/wrong/SingleThreaded",
          "echo-multi/wrong/WaitsAfterGoodbye");

  @TempDir private static Path forks;
  private static final Map<String, Hostile> HOSTILE = new HashMap<>();
  private static Map<String, Result> together;
  private static Map<String, Result> among;
  private static Traces traces;

  @BeforeAll
  static void grade() throws Exception {
    List<Hostile> hostile = new ArrayList<>(Hostile.inBank(forks));
    hostile.addAll(SourceBombs.all(forks));
    hostile.removeIf(one -> !one.name().contains(ONLY));
    hostile.forEach(one -> HOSTILE.put(one.name(), one));
    List<Candidate> honest = ONLY.isEmpty() ? honest() : List.of();
    among = grade(honest);
    together = grade(mixed(hostile, honest));
  }

  private static List<Candidate> honest() throws IOException {
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

  private static Map<String, Result> grade(List<Candidate> candidates) throws Exception {
    Map<String, Result> results = new HashMap<>();
    try (Grader grader = open()) {
      grader.expectMany();
      ClassRun.of(candidates, grader, result -> results.put(result.id(), result));
    }
    return results;
  }

  private static Grader open() throws IOException {
    Grader grader =
        new Grader(
            new Rules(
                List.of(Course.values()),
                Locale.ENGLISH,
                4711,
                Duration.ofSeconds(40),
                OptionalInt.empty(),
                "17",
                Isolation.PROCESS),
            JOBS);
    traces = Traces.of(grader);
    return grader;
  }

  @TestFactory
  Stream<DynamicTest> givesHostileOnesWhatTheyDeserve() {
    return HOSTILE.values().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> requireVerdict(one)));
  }

  private static void requireVerdict(Hostile hostile) {
    Result result = together.get(hostile.name());
    assertThat(Hostile.verdict(result))
        .as(ResultText.of(result))
        .containsExactlyInAnyOrderEntriesOf(hostile.verdict());
    assertThat(Hostile.firstError(result)).contains(hostile.error());
  }

  @TestFactory
  Stream<DynamicTest> givesHonestOnesWhatTheyGetAmongTheirOwn() {
    return among.values().stream()
        .map(one -> DynamicTest.dynamicTest(one.id(), () -> requireSame(one)));
  }

  private static void requireSame(Result result) {
    Result beside = together.get(result.id());
    assertThat(Hostile.outcomes(beside))
        .as(ResultText.of(beside))
        .isEqualTo(Hostile.outcomes(result));
  }

  @Test
  void leavesNothingBehind() {
    assertThat(traces.scratch()).doesNotExist();
    await().untilAsserted(() -> assertThat(traces.processes()).isEmpty());
  }

  @Test
  void endsWithAProgramWhatThatHasStarted() throws IOException {
    Hostile hostile = HOSTILE.get("child-outlives");
    try (Grader grader = open()) {
      grader.grade(hostile.candidate()).join();

      assertThat(traces.processes()).noneMatch(process -> process.contains("sleep"));
    }
  }

  @Test
  void endsProgramsWhenItIsClosed() throws IOException {
    try (Grader grader = open()) {
      grader.grade(HOSTILE.get("stops-itself").candidate());
      await().until(() -> traces.processes().stream().anyMatch(line -> line.contains("/work")));
    }

    leavesNothingBehind();
  }
}
