package tp6.stage.cause;

import static tp6.stage.cause.Diagnosis.Rule.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tp6.stage.host.HostState;
import tp6.stage.host.HostState.Phase;
import tp6.stage.text.Words;

/**
 * The most specific true sentence about a failure, with the next step.
 *
 * @param key of the sentence, without the {@code hint.} before it in the kit's words
 * @param values what is put into the sentence, fit to be read
 */
public record Diagnosis(String key, List<Object> values) {
  /** Servers take them for the end, though none of them was asked to. */
  public static final List<String> GOODBYES =
      List.of(
          "quit",
          "q",
          ".",
          "exit",
          "bye",
          "QUIT",
          "stop",
          "end",
          "close",
          "fin",
          "END",
          "Over",
          "logout",
          "null",
          "/quit",
          "disconnect");

  /** A sentence, when it is true, and what it says of the facts. */
  record Rule<T>(String key, Predicate<T> fits, Function<T, List<?>> values) {
    static <T> Rule<T> rule(String key, Predicate<T> fits) {
      return new Rule<>(key, fits, facts -> List.of());
    }

    static <T> Rule<T> rule(String key, Predicate<T> fits, Function<T, Object> value) {
      return new Rule<>(key, fits, facts -> List.of(value.apply(facts)));
    }

    /** What the first rule that fits says. */
    static <T> Optional<Diagnosis> first(List<Rule<T>> rules, T facts) {
      return rules.stream()
          .filter(rule -> rule.fits.test(facts))
          .findFirst()
          .map(rule -> new Diagnosis(rule.key, List.copyOf(rule.values.apply(facts))));
    }
  }

  private static final Pattern NO_MEMORY = Pattern.compile("OutOfMemoryError");
  private static final Pattern NO_CLASS =
      Pattern.compile("(?:ClassNotFoundException|NoClassDefFoundError): ((?:(\\S+)\\.)?\\S+)");
  private static final Pattern WRONG_FORMAT =
      Pattern.compile("(?:Unknown|Missing|Illegal|Duplicate)Format\\w*Exception");
  private static final Pattern BOUND = Pattern.compile("\\bBindException\\b");
  private static final Pattern CLOSED =
      Pattern.compile("(?i)\\b(?:socket|stream|reader|scanner) (?:is )?closed");

  /** What a socket says that was closed when its streams are asked for. */
  private static final String CLOSED_BEFORE = "Socket is closed";

  /** Of a program that has failed, or that nobody reaches. */
  private static final List<Rule<Evidence>> FAILURES =
      List.of(
          new Rule<>("wrong.package", Diagnosis::isNowhere, Diagnosis::classAndPackage),
          rule("memory", failed -> failed.says(NO_MEMORY).isPresent()),
          rule("percent", Diagnosis::hasFormattedAMessage),
          rule("bind", Diagnosis::hasOpenedAPort),
          rule("closed.before", Diagnosis::asksWhatIsClosed),
          rule(
              "closed.stream",
              Diagnosis::usesWhatIsClosed,
              failed -> failed.says(CLOSED).orElseThrow().group()),
          rule("refused.address", Diagnosis::isOnAnotherAddress));

  public Diagnosis {
    values = List.copyOf(values);
  }

  /**
   * Looks for the first rule that fits. It may be asked before all other hints: of a program that
   * has ended or lost a thread it only tells what no other hint says. Nothing where no cause is
   * known.
   */
  public static Optional<Diagnosis> of(Evidence seen) {
    Evidence failed = seen.beforeTheEnd();
    HostState state = failed.program().state();
    Optional<Diagnosis> failure = Rule.first(FAILURES, failed);
    if (failure.isPresent() || hasFailed(state)) {
      return failure;
    }
    if (failed.isAboutText()) {
      return TimeDifference.find(failed)
          .or(() -> EncodingDifference.find(failed))
          .or(() -> LetterDifference.find(failed))
          .or(() -> OrderDifference.find(failed))
          .or(() -> LineDifference.find(failed))
          .or(() -> TextDifference.find(failed));
    }
    if (!state.isRunning() || failed.isAboutALineEnd()) {
      return Optional.empty();
    }
    return Silence.find(failed).or(() -> Standing.find(failed));
  }

  public String say(Words words) {
    return words.say("hint." + key, values.toArray());
  }

  private static boolean hasFailed(HostState state) {
    boolean ended =
        state.phase() != Phase.RUNNING
            && state.phase() != Phase.RETURNED
            && state.phase() != Phase.THREW;
    return ended || !state.lost().isEmpty();
  }

  private static boolean isNowhere(Evidence failed) {
    return failed.symptom() == Symptom.UNOPENED && failed.says(NO_CLASS).isPresent();
  }

  /** The class that is missing, and the package that it should be in. */
  private static List<String> classAndPackage(Evidence failed) {
    String name = failed.says(NO_CLASS).orElseThrow().group(1).replace('/', '.');
    return List.of(name, name.substring(0, Math.max(0, name.lastIndexOf('.'))));
  }

  private static boolean hasFormattedAMessage(Evidence failed) {
    return failed.talk().sent().stream().anyMatch(message -> message.contains("%"))
        && failed.says(WRONG_FORMAT).isPresent();
  }

  /** What is closed when the test closes the server is as it should be. */
  private static boolean usesWhatIsClosed(Evidence failed) {
    return !failed.isAboutText()
        && failed.symptom() != Symptom.UNSTOPPED
        && failed.program().state().phase() != Phase.RETURNED
        && failed.says(CLOSED).isPresent();
  }

  private static boolean asksWhatIsClosed(Evidence failed) {
    return usesWhatIsClosed(failed)
        && failed.says(CLOSED).orElseThrow().group().equals(CLOSED_BEFORE);
  }

  private static boolean hasOpenedAPort(Evidence failed) {
    return failed.symptom() != Symptom.UNOPENED && failed.says(BOUND).isPresent();
  }

  private static boolean isOnAnotherAddress(Evidence failed) {
    return failed.symptom() == Symptom.REFUSED
        && failed.program().state().isRunning()
        && Standing.isInAccept(failed);
  }
}
