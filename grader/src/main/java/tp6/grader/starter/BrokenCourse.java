package tp6.grader.starter;

import java.util.List;
import java.util.stream.Collectors;

/** The course has markers that cannot be followed; the message has a line for each. */
public final class BrokenCourse extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Complaint> complaints;

  BrokenCourse(List<Complaint> complaints) {
    super(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
    this.complaints = List.copyOf(complaints);
  }

  List<Complaint> complaints() {
    return complaints;
  }
}
