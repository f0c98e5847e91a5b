package tp6.grader.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tp6.stage.Event;
import tp6.stage.Event.Kind;

/** A conversation in letters: time runs downwards, and who waits has a thick lane. */
public final class TextDrawing {
  private static final int FIRST_LANE = 14;
  private static final int WIDTH = 100;
  private static final int WIDEST_LANE = 30;
  private static final int SPACE_FOR_REMARKS = 24;
  private static final long LONG_MILLIS = 500;

  private final Lanes lanes;
  private final List<Act> acts;
  private final int laneWidth;
  private final List<String> lines = new ArrayList<>();

  private TextDrawing(List<Event> events) {
    this.lanes = new Lanes(events);
    this.acts = Act.of(events, lanes);
    int between = Math.max(1, lanes.names().size() - 1);
    int room = WIDTH - FIRST_LANE - SPACE_FOR_REMARKS;
    this.laneWidth = Math.min(WIDEST_LANE, room / between);
  }

  /** Line by line; nothing where there are no events. */
  public static List<String> of(List<Event> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    TextDrawing drawing = new TextDrawing(events);
    drawing.heads();
    drawing.acts.forEach(drawing::draw);
    return drawing.lines;
  }

  private void heads() {
    char[] line = blank();
    for (int i = 0; i < lanes.names().size(); i++) {
      String name = cut(lanes.names().get(i), laneWidth - 1);
      put(line, column(i) - name.length() / 2, name);
    }
    add(line);
  }

  private void draw(Act act) {
    if (act.wasWaitedFor() && act.event().waited() >= LONG_MILLIS) {
      char[] waiting = lanesAt(act.event().at() - 1);
      put(waiting, column(act.to()) + 2, Seconds.lasting(act.event().waited()));
      add(waiting);
    }
    char[] line = lanesAt(act.event().at());
    if (act.event().kind() == Kind.LEFT_OUT) {
      put(line, FIRST_LANE + 2, act.text());
    } else {
      put(line, 0, Seconds.at(act.event().at()));
      if (act.isArrow()) {
        arrow(line, act);
      } else {
        put(line, column(act.from()) + 2, act.sign() + act.text());
      }
    }
    add(line);
  }

  private void arrow(char[] line, Act act) {
    int left = column(Math.min(act.from(), act.to()));
    int right = column(Math.max(act.from(), act.to()));
    Arrays.fill(line, left + 1, right, '─');
    boolean toTheRight = act.from() < act.to();
    line[toTheRight ? right - 1 : left + 1] = toTheRight ? '→' : '←';
    int end = act.from() == lanes.hub() ? act.to() : act.from();
    int start = Math.min(column(end), column(end + (end < act.from() + act.to() - end ? 1 : -1)));
    String label = " " + cut(act.text(), laneWidth - 7) + " ";
    put(line, start + (laneWidth - label.length()) / 2, label);
  }

  /** The lanes at a time: thick where somebody waits. */
  private char[] lanesAt(long at) {
    char[] line = blank();
    for (int i = 0; i < lanes.names().size(); i++) {
      line[column(i)] = waits(i, at) ? '┃' : '│';
    }
    return line;
  }

  private boolean waits(int lane, long at) {
    return acts.stream()
        .filter(act -> act.wasWaitedFor() && act.to() == lane)
        .anyMatch(act -> act.event().since() < at && at <= act.event().at());
  }

  private int column(int lane) {
    return FIRST_LANE + lane * laneWidth;
  }

  private static char[] blank() {
    char[] line = new char[2 * WIDTH];
    Arrays.fill(line, ' ');
    return line;
  }

  private static void put(char[] line, int from, String text) {
    text.getChars(0, Math.min(text.length(), line.length - from), line, from);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  private void add(char[] line) {
    lines.add(new String(line).stripTrailing());
  }
}
