package tp6.grader.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tp6.grader.Exercises;
import tp6.grader.course.Course;
import tp6.grader.grade.Cost;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.submission.Note;
import tp6.stage.Event;
import tp6.stage.Event.Kind;
import tp6.stage.Story;
import tp6.stage.report.Grade;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/** Results that nobody has graded. */
final class Synthetic {
  private static final Outcome[] OUTCOMES = {
    Outcome.PASSED, Outcome.PASSED, Outcome.PASSED, Outcome.FAILED, Outcome.WAITING
  };

  private Synthetic() {}

  /** A class of that size: every stage of the course, one in five of them failed. */
  static List<Result> results(int size, String language) {
    Random random = new Random(6);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String id = "student%04d".formatted(i);
      results.add(result(id, "Prénom Nom-de-Famille " + i, language, story("salut " + i), random));
    }
    return results;
  }

  /** A student in whose texts stands everywhere the same. */
  static Result nasty(String text) {
    return result(text, text, "en", story(text), new Random(1));
  }

  private static Result result(
      String id, String name, String language, Story story, Random random) {
    List<ExerciseResult> exercises = new ArrayList<>();
    for (Course exercise : Course.all()) {
      List<StageResult> stages = new ArrayList<>();
      for (StageResult stage : Grade.stagesBefore(exercise.stages(), Locale.ENGLISH)) {
        Outcome outcome = OUTCOMES[random.nextInt(OUTCOMES.length)];
        stages.add(
            new StageResult(
                stage.number(),
                stage.title(),
                stage.points(),
                stage.needs(),
                outcome,
                outcome == Outcome.FAILED ? Optional.of(story) : Optional.empty()));
      }
      Cost cost = new Cost(500 + random.nextInt(9000), Optional.of(40_000L + random.nextInt(9999)));
      exercises.add(
          new ExerciseResult(
              exercise.module(),
              Status.GRADED,
              "",
              stages,
              List.of(),
              Optional.of(cost),
              Optional.empty()));
    }
    return new Result(
        id,
        name,
        "",
        "",
        language,
        "42",
        90,
        Optional.empty(),
        "own",
        exercises,
        List.of(new Note(name + ".java", Note.Reason.ADDED)),
        Optional.empty(),
        Optional.empty(),
        Map.of(
            Exercises.CLOCK.studentFile(),
            story.hint().replaceAll("\\R", " "),
            Exercises.CLOCK.answers(),
            story.hint()));
  }

  private static Story story(String text) {
    return new Story(
        List.of(),
        List.of("0.001  Bob       connects", "0.002  Bob       → " + text),
        List.of(
            new Event(Kind.CONNECTS, 0, 0, "Alice", "server", "connects"),
            new Event(Kind.CONNECTS, 1, 1, "Bob", "server", "connects"),
            new Event(Kind.SENDS, 2, 2, "Bob", "server", text),
            new Event(Kind.FAILS, 2, 5003, "Bob", "", "still waits for a line"),
            new Event(Kind.STANDS, 5004, 5004, "server", "", text)),
        List.of("the program printed:", "  | " + text),
        text);
  }
}
