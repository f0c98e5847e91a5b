package tp6.grader.report;

import java.util.List;
import java.util.Locale;
import tp6.grader.grade.Result;
import tp6.stage.text.Words;

/** The words of the reports, in the language that a submission was graded in. */
public final class Sentences {
  private Sentences() {}

  public static Words of(Result result) {
    return in(Locale.forLanguageTag(result.language()));
  }

  /** Those for a class, which is graded in one language. */
  public static Words of(List<Result> results) {
    return results.isEmpty() ? in(Locale.ENGLISH) : of(results.get(0));
  }

  public static Words in(Locale language) {
    return Words.of(Sentences.class, "words", language);
  }
}
