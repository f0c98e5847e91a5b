package tp6.grader.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tp6.grader.drawing.Sketch.Arrow;
import tp6.grader.drawing.Sketch.Bar;
import tp6.grader.drawing.Sketch.Lane;
import tp6.grader.drawing.Sketch.Moment;
import tp6.grader.drawing.Sketch.Remark;
import tp6.stage.Event;
import tp6.stage.Event.Kind;

/** Finds a place for everything in a drawing. */
public final class Sketcher {
  private static final int WIDEST_REMARK = 235;
  private static final int PHONE = 350;
  private static final int TOP = 60;
  private static final int NAMES = 29;
  private static final int ROW = 28;
  private static final int LINE = 15;
  private static final int LETTERS_A_LINE = 27;
  private static final int LETTER = 7;
  private static final int BOLD_LETTER = 9;
  private static final int HEAD = 8;
  private static final int TIMES = 44;
  private static final long LONG_MILLIS = 500;

  /** A wait of ten times as long is drawn longer by this. */
  private static final int TENFOLD = 36;

  /** Where the lanes are, how close they may come, and how long the lines of labels are. */
  private enum Width {
    WIDE(110, 190, 190, 210, 22),
    FOR_PHONES(62, 104, 46, 60, 16);

    private final int first;
    private final int widest;
    private final int closest;
    private final int margin;
    private final int letters;

    Width(int first, int widest, int closest, int margin, int letters) {
      this.first = first;
      this.widest = widest;
      this.closest = closest;
      this.margin = margin;
      this.letters = letters;
    }

    /** From one lane to the next: as wide as a phone has room for. */
    private int lane(int lanes) {
      int room = (PHONE - first - margin) / Math.max(1, lanes - 1);
      return Math.max(closest, Math.min(widest, room));
    }
  }

  private final Width scale;
  private final Lanes lanes;
  private final int lane;
  private final List<Act> acts;
  private final List<Integer> ys = new ArrayList<>();
  private final List<Moment> moments = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  private Sketcher(List<Event> events, Width scale) {
    this.scale = scale;
    this.lanes = new Lanes(events);
    this.lane = scale.lane(lanes.names().size());
    this.acts = Act.of(events, lanes);
  }

  /** The drawings of some events, of which there is at least one: a wide one, one for phones. */
  public static List<Sketch> draw(List<Event> events) {
    return Stream.of(Width.values()).map(width -> new Sketcher(events, width).sketch()).toList();
  }

  private Sketch sketch() {
    int y = TOP;
    long before = acts.get(0).event().at();
    for (Act act : acts) {
      long at = act.event().at();
      y += (int) (TENFOLD * Math.log10(1 + (at - before) / 100.0));
      int more = (lines(act).size() - 1) * LINE;
      y += act.isArrow() ? more : 0;
      ys.add(y);
      before = at;
      y += ROW + (act.isArrow() ? 0 : more);
    }
    for (int i = 0; i < acts.size(); i++) {
      draw(acts.get(i), ys.get(i));
    }
    List<Lane> all = lanes.names().stream().map(name -> lane(of(name), name)).toList();
    return new Sketch(width(), y + LINE, y, all, moments, bars, arrows, remarks);
  }

  /** Names of lanes that are close stand in two lines. */
  private Lane lane(int number, String name) {
    boolean isHigher = lane < scale.widest && number % 2 == 1;
    int half = name.length() * BOLD_LETTER / 2;
    int middle = Math.max(half, Math.min(x(number), width() - half));
    return new Lane(x(number), middle, isHigher ? NAMES - LINE : NAMES, name);
  }

  private int of(String name) {
    return lanes.names().indexOf(name);
  }

  private int x(int number) {
    return scale.first + number * lane;
  }

  private int width() {
    return Math.max(x(lanes.names().size() - 1) + scale.margin, scale.first + WIDEST_REMARK);
  }

  /** Beside its lane, or as far to the left of it as there is need. */
  private int xOfRemark(int lane) {
    return Math.max(0, Math.min(x(lane), width() - WIDEST_REMARK));
  }

  private void draw(Act act, int y) {
    Event event = act.event();
    String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (act.wasWaitedFor()) {
      int from = y(event.since());
      String label = event.waited() >= LONG_MILLIS ? Seconds.lasting(event.waited()) : "";
      bars.add(new Bar(x(act.to()), from, y - from, label));
    }
    if (event.kind() == Kind.LEFT_OUT) {
      remarks.add(new Remark(kind, xOfRemark(0), y, List.of(act.text())));
      return;
    }
    moments.add(new Moment(y, Seconds.at(event.at())));
    if (act.isArrow()) {
      arrows.add(arrow(act, kind, y));
    } else {
      remarks.add(new Remark(kind, xOfRemark(act.from()), y, lines(act)));
    }
  }

  private Arrow arrow(Act act, String kind, int y) {
    int from = x(act.from());
    int to = x(act.to());
    int back = from < to ? -HEAD : HEAD;
    String tip = "%d,%d %d,%d %d,%d".formatted(to, y, to + back, y - 4, to + back, y + 4);
    int end = act.from() == lanes.hub() ? act.to() : act.from();
    int inwards = end < act.from() + act.to() - end ? lane / 2 : -lane / 2;
    return new Arrow(kind, from, to, y, tip, middle(x(end) + inwards), lines(act));
  }

  /** So that the longest line is neither on the times nor cut. */
  private int middle(int x) {
    int half = scale.letters * LETTER / 2 + 2;
    return Math.max(TIMES + half, Math.min(x, width() - half));
  }

  private List<String> lines(Act act) {
    return act.lines(act.isArrow() ? scale.letters : LETTERS_A_LINE);
  }

  /** Where a time stands, between the events around it. */
  private int y(long at) {
    int next = 0;
    while (next < acts.size() && acts.get(next).event().at() <= at) {
      next++;
    }
    if (next == 0 || next == acts.size()) {
      return ys.get(Math.max(0, next - 1));
    }
    Event last = acts.get(next - 1).event();
    double share = (at - last.at()) / (double) (acts.get(next).event().at() - last.at());
    return (int) (ys.get(next - 1) + share * (ys.get(next) - ys.get(next - 1)));
  }
}
