package tp6.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tp6.grader.course.Course;
import tp6.small.SmallStages;
import tp6.stage.HomeLaunch;
import tp6.stage.Stages;
import tp6.stage.UnderTest;
import tp6.stage.report.Grade;
import tp6.stage.report.GradeListener;
import tp6.stage.report.JsonReport;
import tp6.stage.report.MarkdownReport;
import tp6.stage.report.Outcome;
import tp6.stage.report.TextReport;
import tp6.stage.setting.Settings;

/** What the computer, and not the program, has to answer for. */
class OutOfTimeTest {
  private static final String WHY =
      "Out of time: some stages could not be judged, most likely because the computer was too busy."
          + " That says nothing about your program. There is no mark, and nothing is lost: run them"
          + " again when the computer has less to do.\n";

  @Test
  void saysNothingOfAProgramForWhichThereWasNoTime() {
    Grade grade = grade(SmallStages.Exits.class, "en", "0", HomeLaunch::new);

    assertThat(TextReport.of(grade))
        .isEqualTo(
            """
            small                                                         - / 10
              1  greets                                              out of time
              2  hangs up                                            out of time
              3  greets again                                        out of time
            """
                + WHY);
    assertThat(JsonReport.of(grade)).contains("\"outcome\" : \"out-of-time\"");
  }

  @Test
  void keepsWhatWasJudgedBefore() {
    Grade grade = grade(SmallStages.Exits.class, "en", "600", once(new OutOfTime()));

    assertThat(outcomes(grade)).isEqualTo("FAILED OUT_OF_TIME OUT_OF_TIME");
    assertThat(MarkdownReport.of(grade))
        .startsWith("## small: - / 10\n")
        .contains("| 1 | greets | 0 / 2 |", "| 2 | hangs up | out of time |", WHY);
  }

  @Test
  void saysSoInFrench() {
    Grade grade = grade(SmallStages.Polite.class, "fr", "0", HomeLaunch::new);

    assertThat(TextReport.of(grade))
        .contains("  1  salue                                            faute de temps\n")
        .contains("Cela ne dit rien de votre programme. Il n'y a pas de note, et rien n'est perdu");
  }

  /** A stage that needs one which the program has lost is lost, whenever that is found. */
  @Test
  void forgivesNothingThatTheProgramHasLost() {
    Grade before = grade(SmallStages.Exits.class, "en", "0", HomeLaunch::new);

    assertThat(outcomes(before.with(2, Outcome.FAILED, Optional.empty()).withSkipped(3, true)))
        .isEqualTo("OUT_OF_TIME FAILED WAITING");
    assertThat(outcomes(before.with(2, Outcome.NOT_STARTED, Optional.empty()).withSkipped(3, true)))
        .isEqualTo("OUT_OF_TIME NOT_STARTED NOT_STARTED");
    assertThat(outcomes(before.with(2, Outcome.PASSED, Optional.empty()).withSkipped(3, true)))
        .isEqualTo("OUT_OF_TIME PASSED OUT_OF_TIME");
  }

  @Test
  void isNoVerdictWhereTheProgramCouldNotBeStarted() {
    Grade grade =
        grade(SmallStages.Exits.class, "en", "600", once(new IllegalStateException("no JVM")));

    assertThat(outcomes(grade)).isEqualTo("FAILED NOT_RUN NOT_RUN");
    assertThat(TextReport.of(grade))
        .startsWith("small                                                         - / 10\n")
        .contains(
            """
              2  hangs up                                                not run
                   java.lang.IllegalStateException: no JVM
              3  greets again                                            not run
            Some stages could not be run. That says nothing about your program, and there is no mark: run them again; if that fails too, show this to your instructor.
            """);
    assertThat(grade.failure()).contains("java.lang.IllegalStateException: no JVM");
  }

  /** However slow a program is: that there was no time for it is never its own fault. */
  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void isNoWorkOfAProgram(Course exercise) {
    int stages = Stages.of(exercise.stages()).size();

    assertThat(UnderTest.STAGE.multipliedBy(stages))
        .isLessThan(Duration.ofSeconds(Settings.LIMIT_SECONDS));
  }

  /** The first JVM is started, and no other one. */
  private static LaunchOf once(RuntimeException then) {
    List<String> started = new ArrayList<>();
    return name ->
        arguments -> {
          started.add(name);
          if (started.size() > 1) {
            throw then;
          }
          return new HomeLaunch(name).java(arguments);
        };
  }

  private interface LaunchOf {
    Launch of(String studentClass);
  }

  private static String outcomes(Grade grade) {
    return grade.stages().stream()
        .map(stage -> stage.outcome().name())
        .collect(Collectors.joining(" "));
  }

  private static Grade grade(Class<?> exercise, String language, String limit, LaunchOf launch) {
    List<Grade> grades = new ArrayList<>();
    LauncherConfig alone =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestExecutionListeners(new GradeListener((type, grade) -> grades.add(grade)))
            .build();
    try (LauncherSession session = LauncherFactory.openSession(alone)) {
      Launch.use(launch.of("tp6.small.SmallServer$Exits"), session);
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectClass(exercise))
                  .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                  .configurationParameters(
                      Map.of("lang", language, "seed", "7", "tp6.jvm", "child", "limit", limit))
                  .build());
    }
    return grades.get(0);
  }
}
