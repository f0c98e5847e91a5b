package tp6.grader.drawing;

import java.util.ArrayList;
import java.util.List;
import tp6.grader.text.Plain;
import tp6.stage.Event;

/**
 * An event in its place.
 *
 * @param from its lane; -1 where it has none
 * @param to the lane it goes to, which has waited for it; the same where it goes nowhere
 */
record Act(Event event, int from, int to, String text) {
  private static final long NOTICED_MILLIS = 50;
  private static final int MOST_LINES = 12;

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

  /** What is said of it, wrapped between its words: nothing is lost but the end of a novel. */
  List<String> lines(int letters) {
    List<String> lines = new ArrayList<>();
    String rest = (isArrow() ? "" : sign()) + text;
    while (rest.length() > letters && lines.size() < MOST_LINES - 1) {
      int blank = rest.lastIndexOf(' ', letters);
      int end = blank > 2 ? blank : letters;
      String line = Plain.start(rest, end);
      lines.add(line);
      rest = rest.substring(line.length()).strip();
    }
    lines.add(rest.length() <= letters ? rest : Plain.start(rest, letters - 1) + "…");
    return lines;
  }

  /** What stands before a remark, so that it is one at first sight. */
  private String sign() {
    return switch (event.kind()) {
      case FAILS -> "✗ ";
      case STANDS -> "● ";
      default -> "";
    };
  }
}
