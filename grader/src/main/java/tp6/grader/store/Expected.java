package tp6.grader.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;
import tp6.grader.text.Reason;
import tp6.stage.report.Grade;
import tp6.stage.report.StageResult;
import tp6.stage.setting.Seed;

/**
 * What every result of a run has to be like, whoever has written it: its exercises, their stages,
 * titles and points are the course's, its id, name and address are the list's.
 */
public final class Expected {
  private final Run run;
  private final Locale language;
  private final List<Course> exercises;

  /**
   * What is expected in a run.
   *
   * @throws Refused where the run itself is none of this course
   */
  public Expected(Run run) throws Refused {
    this.run = run;
    this.language = Locale.forLanguageTag(run.language());
    this.exercises = run.exercises().stream().flatMap(one -> Course.named(one).stream()).toList();
    if (exercises.size() != run.exercises().size() || !run.language().matches("en|fr")) {
      throw Refused.because("run.exercises", String.join(", ", run.exercises()));
    }
  }

  public Locale language() {
    return language;
  }

  /** The first thing about a result of a submission that cannot be; nothing where all can. */
  public Optional<Reason> misfit(Result result, Candidate candidate) {
    String seed = Seed.of(run.seed(), "submission/" + candidate.id());
    if (!result.id().equals(candidate.id())) {
      return Optional.of(Reason.of("misfit.id"));
    }
    if (!result.name().equals(candidate.name()) || !result.email().equals(candidate.email())) {
      return Optional.of(Reason.of("misfit.student"));
    }
    if (!result.language().equals(run.language())
        || !result.isolation().equals(run.isolation())
        || !result.seed().equals(seed)
        || result.only().isPresent()) {
      return Optional.of(Reason.of("misfit.how"));
    }
    if (result.exercises().size() != exercises.size()) {
      return Optional.of(Reason.of("misfit.exercises"));
    }
    for (int i = 0; i < exercises.size(); i++) {
      if (!fits(result.exercises().get(i), exercises.get(i))) {
        return Optional.of(Reason.of("misfit.exercise", exercises.get(i).module()));
      }
    }
    return Optional.empty();
  }

  private boolean fits(ExerciseResult result, Course exercise) {
    boolean mayHavePoints =
        result.status() == Status.GRADED || result.status() == Status.OUT_OF_TIME;
    return result.exercise().equals(exercise.module())
        && (mayHavePoints || result.earned() == 0)
        && result.cost().stream().allMatch(cost -> cost.millis() >= 0)
        && result.stages().stream()
            .map(Expected::asInTheCourse)
            .toList()
            .equals(stages(exercise).stream().map(Expected::asInTheCourse).toList());
  }

  private List<StageResult> stages(Course exercise) {
    return Grade.stagesBefore(exercise.stages(), language);
  }

  private record Fixed(int number, String title, int points, List<Integer> needs) {}

  private static Fixed asInTheCourse(StageResult stage) {
    return new Fixed(stage.number(), stage.title(), stage.points(), stage.needs());
  }

  /** What stands in the place of a result that cannot be. */
  public Result refused(Candidate candidate, Reason reason) {
    String why = reason.in(language);
    return new Result(
        candidate.id(),
        candidate.name(),
        candidate.email(),
        why,
        run.language(),
        Seed.of(run.seed(), "submission/" + candidate.id()),
        (int) run.limit(),
        Optional.empty(),
        run.isolation(),
        exercises.stream()
            .map(
                one ->
                    new ExerciseResult(
                        one.module(), Status.NOT_GRADED, why, stages(one), List.of()))
            .toList(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
