package tp6.stage;

import java.util.List;

/** Tells that the student's program did something else than expected. */
final class Unexpected extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Symptom symptom;
  private final transient List<String> findings;

  /**
   * @param message what happened, as one line of the report
   * @param findings more lines: what was expected, what came instead
   */
  Unexpected(Symptom symptom, String message, List<String> findings) {
    super(message, null, false, false);
    this.symptom = symptom;
    this.findings = List.copyOf(findings);
  }

  Symptom symptom() {
    return symptom;
  }

  List<String> findings() {
    return findings;
  }
}
