package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Exercises;
import tp6.grader.compile.Compilers;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.grade.Cost;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Rules;
import tp6.grader.submission.Submission;
import tp6.stage.report.Grade;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/** What may be the computer's fault is tried again, alone; what comes of that stands. */
class ExerciseGraderTest {
  private static final Rules RULES = rules(Locale.ENGLISH);
  private static final Rules RULES_IN_FRENCH = rules(Locale.FRENCH);

  @TempDir Path scratch;
  private final Places places = new Places(1);
  private final List<String> runs = new ArrayList<>();
  private Compilers compilers;

  private static Rules rules(Locale language) {
    return new Rules(
        List.of(Exercises.CLOCK),
        language,
        "1",
        Duration.ofMinutes(10),
        OptionalInt.empty(),
        "17",
        Isolation.OWN);
  }

  @BeforeEach
  void begin() throws IOException {
    compilers =
        new Compilers(
            1,
            System.getProperty("java.class.path"),
            HostFiles.pack(scratch).common(),
            "17",
            ProcessBuilder::new);
  }

  @AfterEach
  void end() {
    places.close();
    compilers.close();
  }

  @Test
  void gradesOnceWhereNothingIsInDoubt() {
    assertThat(grade(sure(Outcome.FAILED), sure(Outcome.PASSED)).earned()).isZero();
    assertThat(runs).containsExactly("first");
  }

  @Test
  void believesTheSecondRunWhereTheFirstWasOutOfTime() {
    assertThat(grade(sure(Outcome.OUT_OF_TIME), sure(Outcome.PASSED)).earned()).isEqualTo(20);
    assertThat(runs).containsExactly("first", "alone");
  }

  @Test
  void isOutOfTimeWhereTheSecondRunIsSoToo() {
    ExerciseResult result = grade(sure(Outcome.OUT_OF_TIME), sure(Outcome.OUT_OF_TIME));

    assertThat(result.status()).isEqualTo(Status.OUT_OF_TIME);
    assertThat(result.hasVerdict()).isFalse();
    assertThat(runs).containsExactly("first", "alone");
  }

  @Test
  void triesAgainWhereStagesCouldNotBeRun() {
    Stager lost = failing(new IOException("the prober was lost"));

    assertThat(grade(lost, sure(Outcome.PASSED)).earned()).isEqualTo(20);
    assertThat(grade(lost, failing(new StageRun.Failed("no JVM"))))
        .extracting(ExerciseResult::status, ExerciseResult::reason)
        .containsExactly(Status.NOT_GRADED, "no JVM");
    assertThat(runs).containsExactly("first", "alone", "first", "alone");
  }

  @Test
  void believesAProgramThatAlwaysEndsAsIfSomebodyHadEndedIt() {
    Stager killed = stager(() -> new Attempt(result(Outcome.FAILED), true));

    assertThat(grade(killed, killed).status()).isEqualTo(Status.GRADED);
    assertThat(grade(killed, sure(Outcome.PASSED)).earned()).isEqualTo(20);
    assertThat(runs).containsExactly("first", "alone", "first", "alone");
  }

  /** Where memory is short, another stage is lost each time; none of them is the student's. */
  @Test
  void gradesNothingWhereSomebodyEndsAProgramTwice() {
    Stager lost = failing(new IOException("the prober was lost"));
    Stager killed = stager(() -> new Attempt(result(Outcome.FAILED), true));

    assertThat(grade(lost, killed))
        .extracting(ExerciseResult::status, ExerciseResult::earned)
        .containsExactly(Status.NOT_GRADED, 0);
    assertThat(grade(stager(() -> new Attempt(result(Outcome.PASSED), true)), killed).reason())
        .startsWith("the JVM of the program was ended from outside, twice");
  }

  /** As whoever clears folders of temporary files does. */
  @Test
  void saysNothingOfSourcesWhereItsOwnFilesWereDeleted() throws IOException {
    Files.delete(scratch.resolve("common.jar"));

    assertThat(grade(sure(Outcome.PASSED), sure(Outcome.PASSED)))
        .extracting(ExerciseResult::status, ExerciseResult::reason)
        .containsExactly(
            Status.NOT_GRADED,
            scratch.resolve("common.jar")
                + " was deleted while the grader ran: stop what clears temporary files, and grade"
                + " again");
  }

  @Test
  void isNoRunOfSeveralWhereOneWasOutOfTime() {
    Attempt passed = new Attempt(result(Outcome.PASSED), false);
    Attempt late = new Attempt(result(Outcome.OUT_OF_TIME), true);

    Attempt both = Attempt.of(List.of("1", "2"), List.of(passed, late));

    assertThat(both).isEqualTo(late);
  }

  @Test
  void compilesAgainWhereTheCompilerWasEndedFromOutside() {
    List<Integer> started = new ArrayList<>();
    compilers =
        new Compilers(
            1,
            System.getProperty("java.class.path"),
            scratch.resolve("common.jar"),
            "17",
            java -> {
              started.add(started.size());
              return started.size() == 1
                  ? new ProcessBuilder("sh", "-c", "kill -9 $$")
                  : new ProcessBuilder(java);
            });

    assertThat(grade(sure(Outcome.PASSED), sure(Outcome.PASSED)).earned()).isEqualTo(20);
    assertThat(runs).containsExactly("alone");
    assertThat(started).hasSize(2);
  }

  @Test
  void doesNotSayOfSourcesThatTheyDoNotCompileWhereThereIsNoCompiler() {
    for (String end : List.of("kill -9 $$", "exit 1")) {
      compilers =
          new Compilers(
              1,
              "",
              scratch.resolve("common.jar"),
              "17",
              java -> new ProcessBuilder("sh", "-c", end));

      ExerciseResult result = grade(sure(Outcome.PASSED), sure(Outcome.PASSED));

      assertThat(result.status()).isEqualTo(Status.NOT_GRADED);
      assertThat(result.reason()).contains("the compiler could not be started, exit status ");
    }
    assertThat(runs).isEmpty();
  }

  @Test
  void tellsOfItsOwnFailuresInTheLanguageOfTheReports() {
    compilers = new Compilers(1, "", scratch, "17", java -> new ProcessBuilder("no such java"));
    String noCompiler = grade(RULES_IN_FRENCH, sure(Outcome.PASSED), sure(Outcome.PASSED)).reason();
    compilers =
        new Compilers(1, "", scratch, "17", java -> new ProcessBuilder("sh", "-c", "exit 3"));
    String ended = grade(RULES_IN_FRENCH, sure(Outcome.PASSED), sure(Outcome.PASSED)).reason();

    assertThat(noCompiler).startsWith("le compilateur ne peut pas être lancé : ");
    assertThat(ended).isEqualTo("le compilateur n'a pas pu être lancé, code de retour 3");
  }

  private ExerciseResult grade(Stager first, Stager alone) {
    return grade(RULES, first, alone);
  }

  private ExerciseResult grade(Rules rules, Stager first, Stager alone) {
    Submission submission =
        new Submission(
            Map.of(
                Exercises.CLOCK,
                Map.of(
                    "tp6/clock/One.java",
                    "package tp6.clock; import tp6.common.Server;".getBytes(UTF_8))),
            Map.of(),
            List.of(),
            Optional.empty());
    try (ExerciseGrader grader =
        new ExerciseGrader(
            rules,
            CourseFiles.packed(),
            scratch,
            compilers,
            places,
            new Stagers.Here(named("alone", alone)))) {
      Stagers.Lease lease = new Stagers.Lease(new Stagers.Here(named("first", first)));
      return grader.grade(Exercises.CLOCK, submission, List.of("1"), lease);
    }
  }

  private interface Run {
    Attempt run() throws IOException, StageRun.Failed;
  }

  private static Stager sure(Outcome outcome) {
    return stager(
        () -> {
          ExerciseResult result = result(outcome);
          return new Attempt(result, !result.hasVerdict());
        });
  }

  private static Stager failing(Exception failure) {
    return stager(
        () -> {
          if (failure instanceof IOException io) {
            throw io;
          }
          throw (StageRun.Failed) failure;
        });
  }

  private static ExerciseResult result(Outcome outcome) {
    List<StageResult> stages =
        List.of(new StageResult(1, "works", 20, List.of(), outcome, Optional.empty()));
    return ExerciseResult.of(new Grade("clock", null, stages), new Cost(1, Optional.empty()));
  }

  private Stager named(String name, Stager stager) {
    return stager(
        () -> {
          runs.add(name);
          return stager.run(Exercises.CLOCK, "1", scratch, scratch);
        });
  }

  private static Stager stager(Run run) {
    return new Stager() {
      @Override
      public Attempt run(Course exercise, String seed, Path classes, Path folder)
          throws IOException, StageRun.Failed {
        return run.run();
      }

      @Override
      public void close() {
        // Nothing was started.
      }
    };
  }
}
