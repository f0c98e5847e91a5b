package tp6.stage.cause;

import static tp6.stage.cause.Diagnosis.Rule.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.stage.cause.Diagnosis.Rule;
import tp6.stage.text.Visible;

/** Which of the messages of one client were answered, and in which order. */
final class OrderDifference {
  private static final int FEW = 3;

  private static final List<Rule<OrderDifference>> RULES =
      List.of(
          rule("empty.line", OrderDifference::isInPlaceOfTheEmptyLine),
          rule("diff.lost", order -> order.isOfWords() && order.isLost(), OrderDifference::lost),
          rule("diff.order", OrderDifference::isOfWords, OrderDifference::tooEarly));

  private final List<String> sent;
  private final String expected;
  private final String received;
  private final List<String> wanted;
  private final List<String> came;

  private OrderDifference(Evidence.Talk talk) {
    this.sent = talk.sent();
    this.expected = talk.expectedText();
    this.received = talk.receivedText();
    this.wanted = List.of(expected.split(" "));
    this.came = List.of(received.split(" "));
  }

  /**
   * Where several lines were sent in one piece, what was expected and what came are their words,
   * with a blank between them.
   */
  static Optional<Diagnosis> find(Evidence failed) {
    return Rule.first(RULES, new OrderDifference(failed.talk()));
  }

  private boolean isInPlaceOfTheEmptyLine() {
    return sent.contains("") && hasNoMessage(expected) && !hasNoMessage(received);
  }

  private boolean hasNoMessage(String line) {
    return sent.stream().filter(message -> !message.isEmpty()).noneMatch(line::contains);
  }

  private boolean isOfWords() {
    return wanted.size() > 1
        && sent.contains(wanted.get(wanted.size() - 1))
        && wanted.containsAll(came);
  }

  private boolean isLost() {
    return !came.containsAll(wanted);
  }

  private String lost() {
    List<String> lost = wanted.stream().filter(word -> !came.contains(word)).toList();
    Stream<String> few = lost.stream().limit(FEW).map(Visible::quote);
    return few.collect(Collectors.joining(", ", "", lost.size() > FEW ? ", …" : ""));
  }

  /** The first that came in place of another one. */
  private String tooEarly() {
    int place = 0;
    while (place < came.size() - 1 && came.get(place).equals(wanted.get(place))) {
      place++;
    }
    return Visible.quote(came.get(place));
  }
}
