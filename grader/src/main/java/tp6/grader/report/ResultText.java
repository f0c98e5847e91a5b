package tp6.grader.report;

import tp6.grader.run.Result;

/** A result for the terminal. */
public final class ResultText {
  private ResultText() {}

  public static String of(Result result) {
    return Json.write(result);
  }
}
