package tp6.grader.report;

import java.util.List;
import tp6.grader.run.Result;

public final class Summary {
  private Summary() {}

  public static String of(List<Result> results) {
    return results.size() + "\n";
  }
}
