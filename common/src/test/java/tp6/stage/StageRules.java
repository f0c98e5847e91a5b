package tp6.stage;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;
import tp6.stage.link.Deadline;
import tp6.stage.link.Launch;
import tp6.stage.link.Link;
import tp6.stage.link.OutOfTime;
import tp6.stage.setting.Chance;
import tp6.stage.setting.Settings;
import tp6.stage.setting.WrongSetting;
import tp6.stage.text.Words;

/** Runs the stages that were asked for and have what they need, and draws their values. */
public final class StageRules
    implements BeforeAllCallback, ExecutionCondition, ParameterResolver, TestWatcher {
  /** Why a stage was passed over that had all it needs. */
  public static final String OUT_OF_TIME = "the time for the exercise is over";

  private static final Namespace KIT = Namespace.create(StageRules.class);

  /** The stages that were lost, or could not be judged. */
  private final Set<Integer> lost = ConcurrentHashMap.newKeySet();

  private volatile boolean isOutOfTime;

  static Settings settings(ExtensionContext stage) {
    return exercise(stage).get(Settings.class, Settings.class);
  }

  /** The one link of an exercise to its host, cut when the exercise is over. */
  static Link link(ExtensionContext stage, String studentClass) {
    return exercise(stage)
        .computeIfAbsent(
            studentClass,
            name -> new Link(settings(stage), launch(stage, name), timeLeft(stage)),
            Link.class);
  }

  private static Launch launch(ExtensionContext stage, String studentClass) {
    return stage
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Launch.class))
        .getOrDefault(Launch.class, Launch.class, new HomeLaunch(studentClass));
  }

  /** For the exercise as a whole. */
  static Deadline timeLeft(ExtensionContext stage) {
    return exercise(stage).get(Deadline.class, Deadline.class);
  }

  private static Store exercise(ExtensionContext stage) {
    return stage.getParent().orElse(stage).getStore(KIT);
  }

  @Override
  public void beforeAll(ExtensionContext exercise) {
    Settings settings = Settings.of(exercise::getConfigurationParameter);
    settings
        .only()
        .ifPresent(only -> requireStage(exercise.getRequiredTestClass(), only, settings));
    exercise.getStore(KIT).put(Settings.class, settings);
    exercise.getStore(KIT).put(Deadline.class, Deadline.in(settings.limit()));
  }

  private static void requireStage(Class<?> exercise, int number, Settings settings) {
    int stages = Stages.of(exercise).size();
    if (number < 1 || number > stages) {
      String module = exercise.getAnnotation(Exercise.class).value();
      throw new WrongSetting(
          Words.of(settings.language()).say("wrong.stage", number, module, stages));
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Stage> stage = context.getTestMethod().map(test -> test.getAnnotation(Stage.class));
    if (stage.isEmpty()) {
      return ConditionEvaluationResult.enabled("not a stage");
    }
    int number = stage.get().number();
    Class<?> exercise = context.getRequiredTestClass();
    boolean wanted =
        settings(context).only().stream()
            .allMatch(only -> Stages.withNeeds(exercise, only).contains(number));
    if (!wanted) {
      return ConditionEvaluationResult.disabled("not asked for");
    }
    if (Arrays.stream(stage.get().needs()).anyMatch(lost::contains)) {
      lost.add(number);
      return ConditionEvaluationResult.disabled("needs a stage that is lost");
    }
    if (isOutOfTime || timeLeft(context).hasPassed()) {
      lost.add(number);
      return ConditionEvaluationResult.disabled(OUT_OF_TIME);
    }
    return ConditionEvaluationResult.enabled("has what it needs");
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    lost.add(context.getRequiredTestMethod().getAnnotation(Stage.class).number());
    if (cause instanceof OutOfTime) {
      isOutOfTime = true;
    }
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    testFailed(context, cause);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Chance.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    int number = context.getRequiredTestMethod().getAnnotation(Stage.class).number();
    String exercise = context.getRequiredTestClass().getAnnotation(Exercise.class).value();
    return context
        .getStore(KIT)
        .computeIfAbsent(
            Chance.class,
            type -> new Chance(settings(context).seed(), exercise, number),
            Chance.class);
  }
}
