package tp6.stage.cause;

import static tp6.stage.cause.Diagnosis.Rule.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.stage.cause.Diagnosis.Rule;

/** What a program waits for, told by where its threads stand. */
final class Standing {
  private static final Duration LONG = Duration.ofSeconds(2);

  private static final Pattern ACCEPT = calls("ServerSocket\\w*\\.accept");
  private static final Pattern UTF = calls("DataInputStream\\.readUTF");
  private static final Pattern OBJECT = calls("new ObjectInputStream", "ObjectInputStream\\.\\w+");
  private static final Pattern EXACT =
      calls(
          "[\\w$]+\\.read(?:Fully|NBytes)",
          "DataInputStream\\.read(?:Boolean|Byte|Char|Double|Float|Int|Long|Short|Unsigned\\w+)");
  private static final Pattern END =
      calls(
          "[\\w$]+\\.(?:readAllBytes|transferTo)",
          "\\w*Pipeline[\\w$]*\\.(?:collect|toList|toArray|reduce|count)");
  private static final Pattern WORD = calls("Scanner\\.(?:hasN|n)ext(?!Line)\\w*");
  private static final Pattern LINE = calls("Scanner\\.(?:hasN|n)extLine", "\\w+\\.readLine");
  private static final Pattern READ = calls("[\\w$]+\\.read\\w*", "Scanner\\.\\w+");

  /** Who waits for a client behind another thread waits for a client. */
  private static final Pattern LOCK =
      Pattern.compile("^synchronized (?!ServerSocket)|Lock\\.lock\\b");

  private static final Pattern WAIT =
      calls(
          "Thread\\.(?:join|sleep)",
          "TimeUnit\\.\\w+",
          "Object\\.wait",
          "LockSupport\\.\\w+",
          "\\w+\\.(?:await|acquire|take|put|get|join|invokeAll|awaitTermination|exchange)");

  /** Where a client waits for an answer. */
  private static final List<Rule<Evidence>> OF_SILENCE =
      List.of(
          at("accept.other", ACCEPT, failed -> failed.program().acceptedByNobody()),
          rule("accept.busy", Standing::isBusy, failed -> failed.program().stands().get(0)),
          new Rule<>("computes", Standing::hasComputed, Standing::secondsAndPlace),
          at("reads.shared", LOCK, failed -> locked(failed).anyMatch(READ.asPredicate())),
          at("waits.lock", LOCK),
          at("reads.elsewhere", READ, Standing::isLeftUnread));

  /** The same, where a thread that reads does not read from another client. */
  private static final List<Rule<Evidence>> OF_READING =
      List.of(
          at("reads.nothing", READ, Standing::hasNothingToRead),
          at("reads.utf", UTF),
          rule("reads.object", failed -> standing(failed, OBJECT).isPresent()),
          at("reads.exact", EXACT),
          at("reads.end", END),
          at("reads.word", WORD),
          at("reads.again", LINE),
          at("reads.bytes", READ),
          at("waits.for", WAIT),
          at("accept.again", ACCEPT));

  /** Where a client waits for the end, or somebody for the end of the stage. */
  private static final List<Rule<Evidence>> OF_WAITING =
      List.of(
          new Rule<>("computes", Standing::hasComputed, Standing::secondsAndPlace),
          at("waits.lock", LOCK, Standing::isOfAServer),
          at("reads.nothing", READ, Standing::hasNothingToRead),
          at("waits.for", WAIT, Standing::isOfAServer));

  private Standing() {}

  static Optional<Diagnosis> find(Evidence failed) {
    return switch (failed.symptom()) {
      case SILENCE ->
          Rule.first(OF_SILENCE, failed)
              .or(() -> readsOthers(failed) ? Optional.empty() : Rule.first(OF_READING, failed));
      case OPEN, OVERTIME, LATE -> Rule.first(OF_WAITING, failed);
      default -> Optional.empty();
    };
  }

  /** Whether there are more clients than threads: those that read have other clients to read. */
  private static boolean readsOthers(Evidence failed) {
    long readers =
        failed.program().stands().stream()
            .filter(stand -> READ.asPredicate().or(LINE.asPredicate()).test(stand))
            .count();
    return readers > 0 && readers < failed.program().clients();
  }

  /** Whether each of two clients needs a reader. Of a crowd, a stage says more. */
  private static boolean isLeftUnread(Evidence failed) {
    return failed.program().unread() > 0 && failed.program().clients() == 2 && readsOthers(failed);
  }

  /** Whether a thread waits for clients. */
  static boolean isInAccept(Evidence failed) {
    return standing(failed, ACCEPT).isPresent();
  }

  /** One of these calls, be it the student's own or one that is made for it. */
  private static Pattern calls(String... calls) {
    return Pattern.compile("(?:^|[ ,])(?:" + String.join("|", calls) + ")(?=[ ,])");
  }

  private static Rule<Evidence> at(String key, Pattern place) {
    return at(key, place, failed -> true);
  }

  /** A sentence that names the first thread that stands there. */
  private static Rule<Evidence> at(String key, Pattern place, Predicate<Evidence> also) {
    return rule(
        key,
        failed -> standing(failed, place).isPresent() && also.test(failed),
        failed -> standing(failed, place).orElseThrow());
  }

  private static Optional<String> standing(Evidence failed, Pattern place) {
    return failed.program().stands().stream().filter(place.asPredicate()).findFirst();
  }

  private static Stream<String> locked(Evidence failed) {
    return failed.program().stands().stream().filter(LOCK.asPredicate());
  }

  private static boolean isBusy(Evidence failed) {
    return failed.program().acceptedByNobody() && !failed.program().stands().isEmpty();
  }

  private static boolean hasComputed(Evidence failed) {
    return failed.program().computed().compareTo(LONG) >= 0 && !failed.program().stands().isEmpty();
  }

  /** The thread that serves may wait for the others: the place is that of the last. */
  private static List<Object> secondsAndPlace(Evidence failed) {
    List<String> stands = failed.program().stands();
    return List.of(failed.program().computed().toSeconds(), stands.get(stands.size() - 1));
  }

  private static boolean hasNothingToRead(Evidence failed) {
    return failed.talk().sent().isEmpty() && failed.talk().begun().isEmpty();
  }

  /** Any other program may be waiting for a service. */
  private static boolean isOfAServer(Evidence failed) {
    return failed.symptom() != Symptom.LATE;
  }
}
