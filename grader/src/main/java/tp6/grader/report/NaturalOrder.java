package tp6.grader.report;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import tp6.grader.grade.Result;

/** The order in which a person expects ids: fork2 before fork10. */
public final class NaturalOrder {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Comparator<String> IDS =
      Comparator.comparing(NaturalOrder::padded).thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  private static String padded(String id) {
    return NUMBER
        .matcher(id)
        .replaceAll(number -> "%09d".formatted(Integer.parseInt(number.group())));
  }

  /** Sorts results by their ids. */
  public static void sort(List<Result> results) {
    results.sort(Comparator.comparing(Result::id, IDS));
  }
}
