package tp6.stage.cause;

import static tp6.stage.cause.Diagnosis.Rule.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tp6.stage.cause.Diagnosis.Rule;
import tp6.stage.text.Visible;

/** A program that runs, and from which nothing came where an answer was expected. */
final class Silence {
  private static final int CROWD = 10;

  /** What writeUTF says of a text of more than 65535 bytes. */
  private static final Pattern TOO_LONG = Pattern.compile("encoded string \\(");

  private static final Pattern NO_OBJECT =
      Pattern.compile("StreamCorruptedException|invalid stream header");
  private static final Pattern NO_TIME_LEFT =
      Pattern.compile("(?i)SocketTimeoutException|read timed out");
  private static final Pattern TIME = Pattern.compile("\\b\\d\\d:\\d\\d:\\d\\d\\b");

  private static final List<Rule<Evidence>> RULES =
      List.of(
          rule("diff.elsewhere", failed -> failed.talk().elsewhere()),
          rule("printed.instead", Silence::hasPrintedTheAnswer),
          rule("diff.utf", failed -> failed.says(TOO_LONG).isPresent()),
          rule("reads.object", failed -> failed.says(NO_OBJECT).isPresent()),
          rule("percent", failed -> failed.message().filter(Silence::isNoFormat).isPresent()),
          rule("quit", failed -> goodbye(failed).isPresent(), Silence::quotedGoodbye),
          rule("empty.line", failed -> failed.message().filter(String::isEmpty).isPresent()),
          rule("reads.limit", Silence::hasGivenUpWaiting),
          rule(
              "end.later",
              failed -> failed.isHungUp() && !failed.talk().heard().isEmpty(),
              failed -> failed.talk().heard().size()),
          rule("end.next", failed -> isHungUpAlone(failed) && !failed.talk().others().isEmpty()),
          rule("end.first", Silence::isHungUpAlone));

  private Silence() {}

  /** Nothing where something came, or was not waited for. */
  static Optional<Diagnosis> find(Evidence failed) {
    boolean nothingCame = failed.symptom() == Symptom.SILENCE || failed.isHungUp();
    return nothingCame ? Rule.first(RULES, failed) : Optional.empty();
  }

  /** With the prefix: a program may well print what it has received. */
  private static boolean hasPrintedTheAnswer(Evidence failed) {
    String expected = failed.talk().expectedText();
    Pattern answer =
        failed
            .message()
            .map(message -> LineDifference.PREFIX + message)
            .or(() -> Optional.of(expected).filter(text -> !text.isEmpty()))
            .map(text -> Pattern.compile(Pattern.quote(Visible.line(text))))
            .orElse(TIME);
    return failed.program().printed().stream().anyMatch(line -> answer.matcher(line).find());
  }

  private static boolean hasGivenUpWaiting(Evidence failed) {
    return failed.isHungUp()
        && (failed.program().outwaited() || failed.says(NO_TIME_LEFT).isPresent());
  }

  /** Where there are many clients, their number may be the cause. */
  private static boolean isHungUpAlone(Evidence failed) {
    return failed.isHungUp() && failed.program().together() < CROWD;
  }

  private static boolean isNoFormat(String message) {
    return message.contains("%") && TextDifference.formatted(message).isEmpty();
  }

  /** What a client may be taken to have left with: one of its two latest messages. */
  static Optional<String> goodbye(Evidence failed) {
    return failed.talk().sent().stream()
        .limit(2)
        .filter(message -> Diagnosis.GOODBYES.contains(message.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static String quotedGoodbye(Evidence failed) {
    return Visible.quote(goodbye(failed).orElseThrow());
  }
}
