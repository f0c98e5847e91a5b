package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.course.Course;
import tp6.grader.report.ResultText;
import tp6.grader.run.ClassRun;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Grader;
import tp6.grader.run.Result;
import tp6.grader.run.Traces;
import tp6.grader.submission.Candidate;

/**
 * Hostile submissions get what they deserve, and honest ones beside them what they get anywhere
 * else. {@code -Dhostile=drip} grades only the hostile ones whose name contains that.
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
  private static final Map<String, Hostile> HOSTILE = new TreeMap<>();
  private static final Map<String, Result> RESULTS = new HashMap<>();
  private static Traces traces;

  @BeforeAll
  static void grade() throws Exception {
    List<Hostile> hostile = new ArrayList<>(Hostile.inBank(forks));
    hostile.addAll(SourceBombs.all(forks));
    hostile.forEach(one -> HOSTILE.put(one.name(), one));
    hostile.removeIf(one -> !one.name().contains(ONLY));
    try (Grader grader = open()) {
      grader.expectMany();
      traces = Traces.of(grader);
      ClassRun.of(
          mixed(hostile, ONLY.isEmpty() ? honest() : List.of()),
          grader,
          result -> RESULTS.put(result.id(), result));
    }
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

  private static Grader open() throws IOException {
    return new Grader(Bank.rules(Locale.ENGLISH, Course.values()), JOBS);
  }

  @TestFactory
  Stream<DynamicTest> givesHostileOnesWhatTheyDeserve() {
    return HOSTILE.values().stream()
        .filter(one -> RESULTS.containsKey(one.name()))
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> requireVerdict(one)));
  }

  private static void requireVerdict(Hostile hostile) {
    Result result = RESULTS.get(hostile.name());
    assertThat(Hostile.verdict(result))
        .as(ResultText.of(result))
        .containsExactlyInAnyOrderEntriesOf(hostile.verdict());
    assertThat(Hostile.firstError(result)).contains(hostile.error());
  }

  @TestFactory
  Stream<DynamicTest> givesHonestOnesWhatTheyGetAnywhereElse() {
    return HONEST.stream()
        .filter(RESULTS::containsKey)
        .map(name -> DynamicTest.dynamicTest(name, () -> lostWhatItShould(Bank.entry(name))));
  }

  private static void lostWhatItShould(Bank.Entry honest) {
    Result result = RESULTS.get(honest.name());
    ExerciseResult exercise = result.exercises().get(honest.exercise().ordinal());
    assertThat(Bank.lost(exercise)).as(ResultText.of(result)).isEqualTo(honest.loses());
  }

  @Test
  void leavesNothingBehind() {
    requireNothingLeft(traces);
  }

  private static void requireNothingLeft(Traces left) {
    assertThat(left.scratch()).doesNotExist();
    await().untilAsserted(() -> assertThat(left.processes()).isEmpty());
  }

  @Test
  void endsWithAProgramWhatThatHasStarted() throws IOException {
    try (Grader grader = open()) {
      grader.grade(HOSTILE.get("child-outlives").candidate()).join();

      assertThat(Traces.of(grader).processes()).noneMatch(process -> process.contains("sleep"));
    }
  }

  /** The one is about to run a program, or to stop it; the other is lost in a compiler. */
  @ParameterizedTest
  @CsvSource({"stops-itself, work", "nested-maps, src/tp6/clock/Bomb.java"})
  void endsEverythingWhenItIsClosed(String name, String begun) throws IOException {
    Traces left;
    try (Grader grader = open()) {
      left = Traces.of(grader);
      grader.grade(HOSTILE.get(name).candidate());
      await().until(() -> Files.exists(left.scratch().resolve("work/1").resolve(begun)));
    }

    requireNothingLeft(left);
  }
}
