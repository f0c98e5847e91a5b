package tp6.grader.report;

import tp6.grader.run.Result;

public final class ResultMarkdown {
  private ResultMarkdown() {}

  public static String of(Result result) {
    return Json.write(result);
  }
}
