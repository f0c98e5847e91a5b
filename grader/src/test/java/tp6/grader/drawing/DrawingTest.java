package tp6.grader.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tp6.grader.drawing.Sketch.Arrow;
import tp6.grader.drawing.Sketch.Bar;
import tp6.grader.drawing.Sketch.Lane;
import tp6.grader.report.Nasty;
import tp6.stage.Event;
import tp6.stage.Event.Kind;

/** Drawings of conversations. */
class DrawingTest {
  static final List<String> NASTY = Nasty.NAMES;

  /** Bob is not served as long as Alice says nothing. */
  private static final List<Event> WAITING =
      List.of(
          new Event(Kind.CONNECTS, 1, 1, "Alice", "server", "connects"),
          new Event(Kind.CONNECTS, 2, 2, "Bob", "server", "connects"),
          new Event(Kind.SENDS, 3, 3, "Bob", "server", "\"salut\\n\""),
          new Event(Kind.FAILS, 4, 5004, "Bob", "", "still waits for a line"),
          new Event(Kind.STANDS, 5005, 5005, "server", "", "it stands in readLine"));

  @Test
  void standInTheirPlaceAndTheirTime() {
    Sketch sketch = Sketcher.draw(WAITING).get(0);

    assertThat(sketch.names()).isEqualTo("Alice, server, Bob");
    int bob = sketch.lanes().get(2).x();
    Bar wait = sketch.bars().get(0);
    Arrow salut = sketch.arrows().get(2);
    assertThat(sketch.bars()).hasSize(1);
    assertThat(wait.x()).isEqualTo(bob);
    assertThat(wait.label()).isEqualTo("5.0 s");
    assertThat(wait.y()).isBetween(salut.y(), salut.y() + 5);
    assertThat(wait.y() + wait.height()).isEqualTo(sketch.moments().get(3).y());
    assertThat(salut.from()).isEqualTo(bob);
    assertThat(salut.to()).isEqualTo(sketch.lanes().get(1).x());
    assertThat(sketch.moments()).extracting(moment -> moment.y()).isSorted();
  }

  @Test
  void cutsNoCharacterInTwo() {
    String emoji = "a" + "🚲".repeat(40);
    for (Sketch sketch :
        Sketcher.draw(List.of(new Event(Kind.SENDS, 1, 1, "Alice", "server", emoji)))) {
      String text = String.join("", sketch.arrows().get(0).lines());
      assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text).startsWith("a🚲🚲");
    }
  }

  @Test
  void fitOnAPhone() {
    Sketch phone = Sketcher.draw(WAITING).get(1);

    assertThat(phone.width()).isLessThanOrEqualTo(360);
    assertThat(phone.lanes()).allMatch(lane -> lane.x() < phone.width());
    assertThat(phone.remarks()).allMatch(remark -> remark.x() + 235 <= phone.width());
    assertThat(phone.remarks().get(0).lines()).containsExactly("✗ still waits for a line");
  }

  @Test
  void loseNoWordWithFourOnAPhone() {
    String reset = "breaks off: a reset";
    String line = "\"bonjour à tous, et à demain\\n\"";
    Sketch phone =
        Sketcher.draw(
                List.of(
                    new Event(Kind.CONNECTS, 1, 1, "Alice", "server", "connects"),
                    new Event(Kind.RESETS, 2, 2, "Bob", "server", reset),
                    new Event(Kind.RECEIVES, 3, 3, "Carol", "server", line),
                    new Event(Kind.FAILS, 4, 4, "Carol", "", "expected " + line)))
            .get(1);

    assertThat(phone.lanes()).hasSize(4);
    assertThat(phone.width()).isLessThanOrEqualTo(360);
    assertThat(phone.arrows())
        .extracting(arrow -> String.join(" ", arrow.lines()))
        .containsExactly("connects", reset, line);
    assertThat(String.join(" ", phone.remarks().get(0).lines())).isEqualTo("✗ expected " + line);
  }

  @Test
  void putACrowdIntoOneLane() {
    List<Event> events = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      events.add(new Event(Kind.CONNECTS, i, i, "silent " + i, "server", "connects"));
    }
    events.add(new Event(Kind.CONNECTS, 31, 31, "Alice", "server", "connects"));
    events.add(new Event(Kind.FAILS, 32, 5032, "Alice", "", "still waits"));

    Sketch sketch = Sketcher.draw(events).get(0);

    assertThat(sketch.lanes())
        .extracting(Lane::name)
        .containsExactly("+27", "silent 28", "silent 29", "server", "silent 30", "Alice");
    assertThat(sketch.arrows().get(0).lines()).containsExactly("silent 1: connects");
    assertThat(sketch.arrows().get(30).lines()).containsExactly("connects");
  }

  @ParameterizedTest
  @FieldSource("NASTY")
  void keepForeignTextInItsLine(String text) {
    List<Event> events =
        List.of(
            new Event(Kind.SENDS, 1, 1, "Alice", "server", text),
            new Event(Kind.FAILS, 2, 2, "Alice", "", text));

    assertThat(Sketcher.draw(events).get(0).remarks().get(0).lines())
        .allMatch(line -> line.length() <= 30);
  }
}
