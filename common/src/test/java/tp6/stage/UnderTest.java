package tp6.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import tp6.stage.cause.Diagnosis;
import tp6.stage.cause.Evidence;
import tp6.stage.cause.Symptom;
import tp6.stage.host.HostState;
import tp6.stage.link.Deadline;
import tp6.stage.link.HostEnded;
import tp6.stage.link.Link;
import tp6.stage.setting.Settings;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** What servers and other programs under test have in common: a host, a transcript, a story. */
public abstract class UnderTest extends OnTrial
    implements BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {
  /** How long a stage may take: fifty answers that come a second late each are right. */
  public static final Duration STAGE = Duration.ofSeconds(73);

  /** A program that has used up a stage does not stop at one. */
  private static final Duration NEXT_STAGE = Duration.ofSeconds(11);

  /** How long a thread that is about to end may take, before it is said to stand where it does. */
  private static final int END_MILLIS = 200;

  final String className;
  private Link link;
  private Words words;
  private Settings settings;
  private Deadline timeLeft;

  UnderTest(String className) {
    this.className = className;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    settings = StageRules.settings(context);
    words = Words.of(settings.language());
    link = StageRules.link(context, className);
    forget();
    link.clock().start();
    timeLeft = Deadline.in(link.habits().hasUsedUpAStage() ? NEXT_STAGE : STAGE, link.clock());
  }

  @Override
  final Link link() {
    return link;
  }

  /** How much of the time for the stage that is run is used, as far as the program was awaited. */
  final Duration timeUsed() {
    return timeLeft.used();
  }

  /** Whether the program has been awaited for less than that in this stage. */
  public final boolean hasUsedLessThan(Duration time) {
    return timeUsed().compareTo(time) < 0;
  }

  /** For the stage that is run. */
  final Deadline timeLeft() {
    return timeLeft;
  }

  final Words words() {
    return words;
  }

  /** Gives every failure its story, while the program still stands where it failed. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    if (!(thrown instanceof Unexpected
        || thrown instanceof HostEnded
        || thrown instanceof AssertionError)) {
      throw thrown;
    }
    HostState state = link.state(END_MILLIS);
    Unexpected failure = Unexpected.of(thrown);
    Symptom symptom = failure.symptom();
    if (symptom == Symptom.OVERTIME) {
      link.habits().usesUpAStage();
    }
    List<String> causes = causes(state, symptom);
    Evidence.Program program =
        new Evidence.Program(
            state,
            link.stands(),
            terminal().printed(),
            isAcceptedByNobody(),
            unread(),
            connectedClients(),
            clientsTogether(),
            link.clock().worked(),
            hasOutwaited());
    Evidence failed = new Evidence(symptom, failure.talk(), program).beforeTheEnd();
    String hint = hint(context, failed);
    if (state.isNotStarted()) {
      Story story = new Story(causes, List.of(), List.of(), List.of(), hint);
      throw new StageFailure(words.say("not.started"), story, true);
    }
    List<String> steps = transcript().steps(words);
    List<Event> events = new ArrayList<>(transcript().events(words));
    List<String> findings = new ArrayList<>(failure.findings());
    List<String> quoted = Stream.concat(steps.stream(), findings.stream()).toList();
    if (Visible.hasBackslashesAndEscapes(quoted)) {
      findings.add(words.say("backslash"));
    }
    if (causes.isEmpty() && (symptom.isAboutWaiting() || !state.isRunning())) {
      for (String place : whereabouts(state, failed.program().stands())) {
        findings.add(place);
        events.add(transcript().standing(name(), place));
      }
    }
    List<String> printed = program.printed();
    if (!printed.isEmpty()) {
      findings.add(words.say("printed"));
      printed.forEach(line -> findings.add("  | " + line));
    }
    String first = causes.isEmpty() ? failure.getMessage() : causes.get(0);
    throw new StageFailure(first, new Story(causes, steps, events, findings, hint), false);
  }

  /** How many clients are connected. */
  int connectedClients() {
    return 0;
  }

  /** How many were connected when the latest of them had come. */
  int clientsTogether() {
    return 0;
  }

  /** Whether the clients have said nothing for longer than the time limits that programs have. */
  boolean hasOutwaited() {
    return false;
  }

  /** How many bytes that clients have sent lie unread. */
  int unread() {
    return 0;
  }

  /** Whether a client is connected whom the program has not accepted. */
  boolean isAcceptedByNobody() {
    return false;
  }

  /** What the program is called in the report. */
  public abstract String name();

  /** How the program itself has failed, as lines of the report. */
  abstract List<String> causes(HostState state, Symptom symptom);

  /** The most specific sentence about it, asked for before all other hints. */
  Optional<Diagnosis> diagnosis(Evidence failed) {
    return Diagnosis.of(failed);
  }

  /** What to do about the failure of the program itself. */
  abstract Optional<String> hint(HostState state, Symptom symptom);

  /** Where the program stands, as lines of the report. */
  abstract List<String> whereabouts(HostState state, List<String> stands);

  private String hint(ExtensionContext context, Evidence failed) {
    HostState state = failed.program().state();
    if (state.isNotStarted()) {
      String file = className.replaceAll(".*\\.|\\$.*", "") + ".java";
      String module = context.getRequiredTestClass().getAnnotation(Exercise.class).value();
      return words.say("hint.not.started", file, module);
    }
    int number = context.getRequiredTestMethod().getAnnotation(Stage.class).number();
    Words exercise = Words.of(context.getRequiredTestClass(), settings.language());
    return diagnosis(failed)
        .map(diagnosis -> diagnosis.say(words))
        .or(() -> hint(state, failed.symptom()))
        .or(() -> exercise.find(number + ".hint." + failed.symptom().key()))
        .orElseGet(() -> exercise.say(number + ".hint"));
  }
}
