package tp6.grader.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tp6.grader.grade.Result;
import tp6.grader.marking.Marking;
import tp6.grader.report.Csv;
import tp6.stage.text.Words;

/**
 * A table that Moodle's gradebook imports, where one unknown user or one grade that is no number
 * would have the import refused as a whole.
 */
public final class Gradebook {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
  private static final String NO_GRADE = "-";

  private Gradebook() {}

  /** With titles; nothing where no e-mail address is known. */
  public static List<List<String>> of(List<Result> results, Marking marking) {
    List<List<String>> rows = new ArrayList<>();
    results.stream()
        .filter(Gradebook::hasEmail)
        .map(result -> row(result, marking))
        .forEach(rows::add);
    if (!rows.isEmpty()) {
      rows.add(0, List.of("Email address", "TP 6", "Feedback"));
    }
    return rows;
  }

  private static List<String> row(Result result, Marking marking) {
    return marking
        .mark(result)
        .map(mark -> List.of(result.email(), mark.number(), Feedback.of(result, mark)))
        .orElse(List.of(result.email(), NO_GRADE, ""));
  }

  /** None at all means that e-mail addresses are not in use here, and that goes without saying. */
  public static List<String> remarks(List<Result> results, Words words) {
    long without = results.stream().filter(result -> !hasEmail(result)).count();
    return without == 0 || without == results.size()
        ? List.of()
        : List.of(words.say("mails.missing", without));
  }

  /** One that had to be changed to be safe would no longer be known to Moodle. */
  private static boolean hasEmail(Result result) {
    return EMAIL.matcher(result.email()).matches()
        && Csv.text(result.email()).equals(result.email());
  }
}
