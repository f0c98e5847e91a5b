package tp6.grader.report;

import java.util.Locale;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;

/**
 * Points as a person reads them: those earned, of those there are. Where they would say something
 * of the grader or of the computer, there are none: a zero would be taken for a grade.
 */
public final class Points {
  private static final String NONE = "-";

  private Points() {}

  public static String of(Result result) {
    return earned(result) + " / " + result.points();
  }

  public static String of(ExerciseResult exercise) {
    return earned(exercise) + " / " + exercise.points();
  }

  /** Without those that there are. */
  public static String earned(Result result) {
    return result.isGraded() ? Integer.toString(result.earned()) : NONE;
  }

  /** The same of an exercise. */
  public static String earned(ExerciseResult exercise) {
    return exercise.hasVerdict() ? Integer.toString(exercise.earned()) : NONE;
  }

  /** One below the other, as the stage kit writes them. */
  public static String inColumn(Result result) {
    return inColumn(earned(result), result.points());
  }

  public static String inColumn(ExerciseResult exercise) {
    return inColumn(earned(exercise), exercise.points());
  }

  private static String inColumn(String earned, int points) {
    return String.format(Locale.ROOT, "%2s / %2d", earned, points);
  }
}
