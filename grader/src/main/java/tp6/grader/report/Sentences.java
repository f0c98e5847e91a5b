package tp6.grader.report;

import java.util.List;
import java.util.Locale;
import tp6.grader.run.Result;
import tp6.stage.Words;

/** The words of the reports, in the language that a submission was graded in. */
final class Sentences {
  private Sentences() {}

  static Words of(Result result) {
    return in(Locale.forLanguageTag(result.language()));
  }

  /** Those for a class, which is graded in one language. */
  static Words of(List<Result> results) {
    return results.isEmpty() ? in(Locale.ENGLISH) : of(results.get(0));
  }

  static Words in(Locale language) {
    return Words.of(Sentences.class, "words", language);
  }
}
