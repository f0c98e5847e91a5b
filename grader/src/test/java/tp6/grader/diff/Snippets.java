package tp6.grader.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tp6.grader.course.Course;
import tp6.grader.diff.DiffReport.Side;
import tp6.grader.run.Isolation;

/** Small sources to be compared, as solutions of the clock. */
final class Snippets {
  private static final Comparer COMPARER = comparer();

  private Snippets() {}

  private static Comparer comparer() {
    try {
      Comparer comparer = new Comparer(Isolation.BWRAP, "17");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(comparer)));
      return comparer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Comparer comparer) {
    try {
      comparer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Comparison compare(Sources left, Sources right) {
    try {
      return COMPARER.compare(left, right);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sources sources(Map<String, String> files) {
    return new Sources(Course.CLOCK, files);
  }

  static Sources clock(String text) {
    return sources(Map.of("ClockServer.java", text));
  }

  /** A class with these members. */
  static String withMembers(String members) {
    return "package tp6.clock;\nclass ClockServer {\n" + members + "\n}\n";
  }

  static Comparison compare(String left, String right) {
    return compare(clock(left), clock(right));
  }

  /** As in a terminal without colours. */
  static String text(Comparison comparison) {
    return DiffText.unified(report(comparison), Paint.NONE);
  }

  static DiffReport report(Comparison comparison) {
    return new DiffReport(
        new Side("a", Optional.empty()),
        new Side("b", Optional.empty()),
        List.of(comparison),
        Locale.ENGLISH);
  }
}
