package tp6.stage.cause;

import static tp6.stage.cause.Diagnosis.Rule.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.stage.cause.Diagnosis.Rule;
import tp6.stage.text.Visible;

/** What kind of line came in place of the one that was expected, or of none. */
final class LineDifference {
  static final String PREFIX = "echo:";

  /** A shorter text may stand in another one by chance. */
  private static final int TELLING = 3;

  private static final int FEW = 3;
  private static final Pattern TRACE = Pattern.compile("(?m)^[ \\t]++at \\S+\\(");

  private static final List<Rule<LineDifference>> RULES =
      List.of(
          rule("diff.cr", LineDifference::endsInCr),
          new Rule<>("diff.lines", LineDifference::hasLines, LineDifference::lines),
          rule("diff.extra.empty", LineDifference::isBlank),
          rule("diff.twice", LineDifference::isTheOneBefore),
          rule("diff.joined", LineDifference::isJoined),
          rule("diff.prefix.missing", LineDifference::hasNoPrefix),
          rule("diff.left", line -> line.leftOver().isPresent(), line -> quote(line.leftOver())),
          rule("diff.shared", line -> line.ofOthers().isPresent(), line -> quote(line.ofOthers())),
          rule("diff.order", line -> line.answered().isPresent(), line -> quote(line.answered())),
          rule("diff.prefix", LineDifference::hasAnotherPrefix, LineDifference::prefix),
          rule("diff.greeting", LineDifference::isGreeting, line -> Visible.quote(line.received)),
          rule("diff.extra", LineDifference::isExtra, line -> Visible.quote(line.received)));

  private final Evidence failed;
  private final Evidence.Talk talk;
  private final String expected;
  private final String message;
  private final String received;
  private final String body;

  private LineDifference(Evidence failed) {
    this.failed = failed;
    this.talk = failed.talk();
    this.expected = talk.expectedText();
    this.message = withoutPrefix(expected);
    this.received = talk.receivedText().lines().findFirst().orElse("");
    this.body = withoutPrefix(received);
  }

  static Optional<Diagnosis> find(Evidence failed) {
    return Rule.first(RULES, new LineDifference(failed));
  }

  static String withoutPrefix(String line) {
    return line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line;
  }

  private static String quote(Optional<String> text) {
    return Visible.quote(text.orElseThrow());
  }

  private boolean endsInCr() {
    String text = talk.receivedText();
    return failed.symptom() == Symptom.UNFINISHED && text.indexOf('\r') >= 0
        || text.endsWith("\r") && text.indexOf('\n') < 0;
  }

  private boolean hasLines() {
    return failed.symptom() == Symptom.DIFFERENT
        && !TRACE.matcher(talk.receivedText()).find()
        && notBlank().size() > 1;
  }

  private List<Object> lines() {
    return told(notBlank());
  }

  /** How many lines there are, and some of them. */
  static List<Object> told(List<String> lines) {
    List<String> few = lines.stream().limit(FEW).map(Visible::quote).toList();
    return List.of(lines.size(), String.join(", ", few) + (lines.size() > FEW ? ", …" : ""));
  }

  private List<String> notBlank() {
    return talk.receivedText().lines().filter(line -> !line.isBlank()).toList();
  }

  /** An empty line, or the right one with an empty line. */
  private boolean isBlank() {
    boolean isAsked = hasNoPrefix() && !isBeforeTheRightOne();
    boolean isBeside =
        failed.symptom() == Symptom.DIFFERENT && notBlank().equals(List.of(expected));
    return notBlank().isEmpty() && !isAsked || isBeside && !received.equals(talk.receivedText());
  }

  private boolean isTheOneBefore() {
    return differs() && !talk.heard().isEmpty() && received.equals(talk.heard().get(0));
  }

  /** Two lines that came in one piece are one for the program. */
  private boolean isJoined() {
    boolean isSecond = hasNoPrefix() && !message.isEmpty() && !talk.heard().isEmpty();
    boolean isBoth =
        others().anyMatch(other -> body.startsWith(message) && body.endsWith(other))
            && body.length() > message.length();
    return hasPrefix() && (isSecond || isBoth);
  }

  private boolean hasNoPrefix() {
    return hasPrefix() && received.equals(message);
  }

  private boolean hasAnotherPrefix() {
    return hasPrefix() && differs() && !message.isEmpty() && received.endsWith(message);
  }

  private String prefix() {
    return Visible.quote(received.substring(0, received.length() - message.length()));
  }

  /** Whether one is expected. */
  private boolean hasPrefix() {
    return expected.startsWith(PREFIX);
  }

  private boolean differs() {
    return !received.equals(expected);
  }

  /** The message of which something is there beside the right one, or in its place. */
  private Optional<String> leftOver() {
    return others().filter(other -> isBefore(other) || isEndOf(other)).findFirst();
  }

  private boolean isBefore(String other) {
    return hasPrefix()
        && body.endsWith(message)
        && body.substring(0, body.length() - message.length()).contains(other);
  }

  private boolean isEndOf(String other) {
    boolean after = body.startsWith(message) && other.endsWith(body.substring(message.length()));
    return hasPrefix() && after && body.length() > message.length()
        || received.length() >= TELLING && other.endsWith(received) && differs();
  }

  private Optional<String> ofOthers() {
    return talk.others().stream().filter(this::isTelling).filter(received::contains).findFirst();
  }

  private Optional<String> answered() {
    return expected.isEmpty()
        ? Optional.empty()
        : talk.sent().stream()
            .filter(other -> !message.startsWith(other))
            .filter(
                other ->
                    received.equals(PREFIX + other) || isTelling(other) && received.contains(other))
            .findFirst();
  }

  /** The client's messages of which nothing should be in the line. */
  private Stream<String> others() {
    return talk.sent().stream().filter(this::isTelling);
  }

  private boolean isTelling(String other) {
    return other.length() >= TELLING && !expected.contains(other);
  }

  private boolean isOwnAnswer() {
    return talk.sent().stream().map(PREFIX::concat).anyMatch(received::equals)
        && !talk.heard().contains(received);
  }

  private boolean isGreeting() {
    boolean first = talk.sent().isEmpty() && talk.begun().isEmpty();
    return talk.heard().isEmpty()
        && (failed.isUnasked() && first || hasPrefix() && isBeforeTheRightOne());
  }

  private boolean isExtra() {
    return failed.isUnasked() && !isOwnAnswer() || isBeforeTheRightOne();
  }

  private boolean isBeforeTheRightOne() {
    return differs() && talk.afterText().lines().anyMatch(expected::equals);
  }
}
