package tp6.grader.drawing;

import java.util.ArrayList;
import java.util.List;
import tp6.stage.Event;

/**
 * An event in its place.
 *
 * @param from its lane; -1 where it has none
 * @param to the lane it goes to, which has waited for it; the same where it goes nowhere
 */
record Act(Event event, int from, int to, String text) {
  private static final long NOTICED_MILLIS = 50;

  /** All of them, in their order. */
  static List<Act> of(List<Event> events, Lanes lanes) {
    List<Act> acts = new ArrayList<>();
    for (Event event : events) {
      int from = lanes.of(event.from());
      acts.add(new Act(event, from, lanes.of(event.to()), text(event, lanes)));
    }
    return acts;
  }

  private static String text(Event event, Lanes lanes) {
    String unnamed =
        lanes.isShared(event.who())
            ? event.who()
            : lanes.isShared(event.whom()) ? event.whom() : "";
    return unnamed.isEmpty() ? event.text() : unnamed + ": " + event.text();
  }

  boolean isArrow() {
    return from != to;
  }

  /** Whether it has been waited for so long that it shows. */
  boolean wasWaitedFor() {
    return event.waited() >= NOTICED_MILLIS;
  }

  /** What stands before a remark, so that it is one at first sight. */
  String sign() {
    return switch (event.kind()) {
      case FAILS -> "✗ ";
      case STANDS -> "● ";
      default -> "";
    };
  }
}
