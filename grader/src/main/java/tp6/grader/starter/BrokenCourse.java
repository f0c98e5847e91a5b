package tp6.grader.starter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tp6.grader.text.Reason;

/** The course has markers that cannot be followed; the message has a line for each. */
public final class BrokenCourse extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Reason> complaints;

  BrokenCourse(List<Reason> complaints) {
    super(lines(complaints, Locale.ENGLISH));
    this.complaints = List.copyOf(complaints);
  }

  /**
   * What is wrong with a marker.
   *
   * @param line counted from 1
   */
  static Reason complaint(String path, int line, String key, Object... values) {
    return Reason.of(key, values).at(path + ":" + line);
  }

  List<Reason> complaints() {
    return complaints;
  }

  /** A line for each. */
  public String in(Locale language) {
    return lines(complaints, language);
  }

  private static String lines(List<Reason> complaints, Locale language) {
    return complaints.stream().map(one -> one.in(language)).collect(Collectors.joining("\n"));
  }
}
