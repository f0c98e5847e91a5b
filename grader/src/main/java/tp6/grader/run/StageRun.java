package tp6.grader.run;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tp6.grader.course.Course;
import tp6.grader.grade.Rules;
import tp6.stage.link.Launch;
import tp6.stage.report.Grade;
import tp6.stage.report.GradeListener;
import tp6.stage.text.Visible;

/** Runs the stages of an exercise, by JUnit, over a student's program. */
final class StageRun {
  private final AtomicReference<Grade> grade = new AtomicReference<>();
  private final AtomicReference<String> failure = new AtomicReference<>("no stage was run");

  /** Something that is no fault of the student's has kept the stages from being run. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(String message) {
      super(message);
    }
  }

  private StageRun() {}

  static Grade of(Course exercise, Rules rules, Launch launch) throws Failed {
    StageRun run = new StageRun();
    run.execute(exercise, rules, launch);
    Grade grade = run.grade.get();
    if (grade == null) {
      throw new Failed(run.failure.get());
    }
    if (grade.failure().isPresent()) {
      throw new Failed(grade.failure().get());
    }
    return grade;
  }

  private void execute(Course exercise, Rules rules, Launch launch) {
    LauncherConfig alone =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .addTestExecutionListeners(new GradeListener((type, found) -> grade.set(found)))
            .addTestExecutionListeners(new FailureListener())
            .build();
    try (LauncherSession session = LauncherFactory.openSession(alone)) {
      Launch.use(launch, session);
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectClass(exercise.stages()))
                  .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                  .configurationParameters(parameters(rules))
                  .build());
    }
  }

  private static Map<String, String> parameters(Rules rules) {
    return Map.of(
        "lang", rules.language().getLanguage(),
        "seed", rules.seed(),
        "limit", Long.toString(rules.limit().toSeconds()),
        "stage", rules.only().stream().mapToObj(Integer::toString).findFirst().orElse(""),
        "tp6.jvm", "child");
  }

  /** Remembers what has happened outside of any stage. */
  private final class FailureListener implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isContainer()) {
        result.getThrowable().ifPresent(thrown -> failure.set(Visible.line(thrown.toString())));
      }
    }
  }
}
