package tp6.stage;

import java.util.List;

/**
 * Why a stage was lost, in the order in which a student wants to know.
 *
 * @param causes how the program itself failed, if it did
 * @param steps what happened on the wire until then
 * @param events the same for a drawing, and where the program stands
 * @param findings what was expected and what came, where the program stands, what it printed
 * @param hint where to look
 */
public record Story(
    List<String> causes,
    List<String> steps,
    List<Event> events,
    List<String> findings,
    String hint) {
  public Story {
    causes = List.copyOf(causes);
    steps = List.copyOf(steps);
    events = List.copyOf(events);
    findings = List.copyOf(findings);
  }

  /** Nothing but a cause. */
  public static Story of(String cause) {
    return new Story(List.of(cause), List.of(), List.of(), List.of(), "");
  }
}
