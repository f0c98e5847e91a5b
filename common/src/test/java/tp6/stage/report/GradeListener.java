package tp6.stage.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import tp6.stage.Exercise;
import tp6.stage.Stage;
import tp6.stage.StageFailure;
import tp6.stage.StageRules;
import tp6.stage.Story;
import tp6.stage.link.OutOfTime;
import tp6.stage.setting.Settings;
import tp6.stage.setting.WrongSetting;
import tp6.stage.text.Visible;

/**
 * Collects a grade for each exercise of a run, and hands it over when the run is done. There is
 * none for an exercise whose stages could not be run at all.
 */
public final class GradeListener implements TestExecutionListener {
  private final Map<Class<?>, Grade> grades = new LinkedHashMap<>();
  private final GradeReader reader;

  /** For JUnit, which finds this listener by its service file: reports to the student. */
  public GradeListener() {
    this(new HomeReport());
  }

  /** For a program that grades: hands each exercise and its grade to a reader. */
  public GradeListener(GradeReader reader) {
    this.reader = reader;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    Set<Class<?>> exercises = new LinkedHashSet<>();
    for (TestIdentifier root : plan.getRoots()) {
      plan.getDescendants(root).forEach(test -> exerciseOf(test).ifPresent(exercises::add));
    }
    exercises.forEach(reader::begins);
    grades.clear();
    try {
      Settings settings = Settings.of(plan.getConfigurationParameters()::get);
      exercises.forEach(exercise -> grades.put(exercise, Grade.before(exercise, settings)));
    } catch (WrongSetting e) {
      // The exercises are about to fail, with the same words and without a grade.
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    boolean isOutOfTime = reason.equals(StageRules.OUT_OF_TIME);
    stageOf(test)
        .ifPresent(stage -> update(test, grade -> grade.withSkipped(stage.number(), isOutOfTime)));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean failed = result.getStatus() == Status.FAILED;
    if (failed && test.getSource().orElse(null) instanceof ClassSource exercise) {
      // What kept the stages from being run is no fault of the student's.
      grades.remove(exercise.getJavaClass());
      result.getThrowable().ifPresent(thrown -> reader.fails(exercise.getJavaClass(), thrown));
    }
    stageOf(test)
        .ifPresent(stage -> update(test, grade -> withResult(grade, stage.number(), result)));
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    grades.forEach(reader::reads);
  }

  private static Grade withResult(Grade grade, int number, TestExecutionResult result) {
    if (result.getStatus() == Status.SUCCESSFUL) {
      return grade.with(number, Outcome.PASSED, Optional.empty());
    }
    Throwable thrown = result.getThrowable().orElseGet(() -> new IllegalStateException("aborted"));
    if (thrown instanceof StageFailure failure) {
      return grade.with(
          number,
          failure.isNotStarted() ? Outcome.NOT_STARTED : Outcome.FAILED,
          Optional.of(failure.story()));
    }
    if (thrown instanceof OutOfTime) {
      return grade.with(number, Outcome.OUT_OF_TIME, Optional.empty());
    }
    // What has not become a story is nothing that the program has done.
    Outcome outcome = thrown instanceof AssertionError ? Outcome.FAILED : Outcome.NOT_RUN;
    return grade.with(number, outcome, Optional.of(Story.of(Visible.line(thrown.toString()))));
  }

  private void update(TestIdentifier test, UnaryOperator<Grade> change) {
    exerciseOf(test)
        .ifPresent(exercise -> grades.computeIfPresent(exercise, (e, g) -> change.apply(g)));
  }

  private static Optional<Class<?>> exerciseOf(TestIdentifier test) {
    return methodOf(test)
        .<Class<?>>map(MethodSource::getJavaClass)
        .filter(type -> type.isAnnotationPresent(Exercise.class));
  }

  private static Optional<Stage> stageOf(TestIdentifier test) {
    return methodOf(test).map(method -> method.getJavaMethod().getAnnotation(Stage.class));
  }

  private static Optional<MethodSource> methodOf(TestIdentifier test) {
    return test.getSource()
        .filter(source -> source instanceof MethodSource)
        .map(source -> (MethodSource) source);
  }
}
