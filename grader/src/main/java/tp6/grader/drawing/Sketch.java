package tp6.grader.drawing;

import java.util.List;

/**
 * A conversation as shapes, in pixels: time runs downwards, and a long wait is drawn shorter than
 * it was.
 */
public record Sketch(
    int width,
    int height,
    int bottom,
    List<Lane> lanes,
    List<Moment> moments,
    List<Bar> bars,
    List<Arrow> arrows,
    List<Remark> remarks) {

  /**
   * Somebody's line, from top to bottom.
   *
   * @param middle of the name, which is at the lane but for what would be cut
   * @param y of the name
   */
  public record Lane(int x, int middle, int y, String name) {}

  /** When something happened, in the margin. */
  public record Moment(int y, String text) {}

  /**
   * Somebody waits.
   *
   * @param label how long; empty where it is short
   */
  public record Bar(int x, int y, int height, String label) {}

  /**
   * Something goes from one to another.
   *
   * @param kind of event: a CSS class
   * @param tip the three points of its head
   * @param middle of the label, whose last line stands on the arrow
   */
  public record Arrow(
      String kind, int from, int to, int y, String tip, int middle, List<String> lines) {}

  /** Something that happened to somebody alone; its lines begin with a sign. */
  public record Remark(String kind, int x, int y, List<String> lines) {}

  public Sketch {
    lanes = List.copyOf(lanes);
    moments = List.copyOf(moments);
    bars = List.copyOf(bars);
    arrows = List.copyOf(arrows);
    remarks = List.copyOf(remarks);
  }

  /** Of the lanes, from left to right. */
  public String names() {
    return String.join(", ", lanes.stream().map(Lane::name).toList());
  }
}
