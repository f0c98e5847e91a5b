package tp6.stage;

import java.util.List;
import tp6.stage.cause.Evidence;
import tp6.stage.cause.Symptom;
import tp6.stage.text.Visible;

/** Tells that the student's program did something else than expected. */
final class Unexpected extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Symptom symptom;
  private final transient List<String> findings;
  private final transient Evidence.Talk talk;

  /**
   * A failure that is not a client's.
   *
   * @param message what happened, as one line of the report
   * @param findings more lines: what was expected, what came instead
   */
  Unexpected(Symptom symptom, String message, List<String> findings) {
    this(symptom, message, findings, Evidence.Talk.none());
  }

  /** The failure of a client, with what it knows. */
  Unexpected(Symptom symptom, String message, List<String> findings, Evidence.Talk talk) {
    super(message, null, false, false);
    this.symptom = symptom;
    this.talk = talk;
    this.findings = List.copyOf(findings);
  }

  /** Any failure of a stage as one of this kind: of an assertion's, the lines are the findings. */
  static Unexpected of(Throwable thrown) {
    if (thrown instanceof Unexpected unexpected) {
      return unexpected;
    }
    String message = thrown.getMessage();
    List<String> findings =
        thrown instanceof AssertionError
            ? String.valueOf(message).strip().lines().map(Visible::line).toList()
            : List.of();
    return new Unexpected(Symptom.OTHER, message, findings);
  }

  Symptom symptom() {
    return symptom;
  }

  List<String> findings() {
    return findings;
  }

  Evidence.Talk talk() {
    return talk;
  }
}
