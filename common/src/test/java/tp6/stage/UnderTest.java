package tp6.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What servers and other programs under test have in common: a host, a transcript, a story. */
abstract class UnderTest
    implements BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {
  /** How long a stage may take, however quick each of its steps is. */
  static final Duration STAGE = Duration.ofSeconds(30);

  /** How long a thread that is about to end may take, before it is said to stand where it does. */
  private static final int END_MILLIS = 200;

  final String className;
  private Link link;
  private Transcript transcript;
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
    link.forgetPrinted();
    timeLeft = Deadline.in(STAGE).orEarlier(StageRules.timeLeft(context));
    transcript = new Transcript();
  }

  final Link link() {
    return link;
  }

  /** For the stage that is run. */
  final Deadline timeLeft() {
    return timeLeft;
  }

  final Words words() {
    return words;
  }

  /** What has happened so far; a test that knows more may add to it. */
  public final Transcript transcript() {
    return transcript;
  }

  public final <T> void plays(
      T drawn,
      java.util.function.Function<T, java.util.stream.Stream<T>> smaller,
      java.util.function.Consumer<T> play) {
    T failing = drawn;
    Unexpected failure = null;
    try {
      play.accept(drawn);
      return;
    } catch (Unexpected e) {
      failure = e;
    }
    boolean found = true;
    while (found) {
      found = false;
      for (T next : smaller.apply(failing).toList()) {
        try {
          transcript = new Transcript();
          play.accept(next);
        } catch (Unexpected e) {
          failing = next;
          found = true;
          break;
        }
      }
    }
    transcript = new Transcript();
    play.accept(failing);
    throw failure;
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
    Symptom symptom = symptom(thrown);
    List<String> causes = causes(state, symptom);
    String hint = hint(context, state, symptom);
    if (state.isNotStarted()) {
      Story story = new Story(causes, List.of(), List.of(), List.of(), hint);
      throw new StageFailure(words.say("not.started"), story, true);
    }
    List<String> steps = transcript.steps(words);
    List<Event> events = new ArrayList<>(transcript.events(words));
    List<String> findings = new ArrayList<>(findings(thrown));
    if (causes.isEmpty() && (symptom.isAboutWaiting() || !state.isRunning())) {
      for (String place : whereabouts(state, link.stands())) {
        findings.add(place);
        events.add(transcript.standing(name(), place));
      }
    }
    List<String> printed = link.printed();
    if (!printed.isEmpty()) {
      findings.add(words.say("printed"));
      printed.forEach(line -> findings.add("  | " + line));
    }
    String first = causes.isEmpty() ? thrown.getMessage() : causes.get(0);
    throw new StageFailure(first, new Story(causes, steps, events, findings, hint), false);
  }

  private static Symptom symptom(Throwable thrown) {
    return thrown instanceof Unexpected unexpected ? unexpected.symptom() : Symptom.OTHER;
  }

  private static List<String> findings(Throwable thrown) {
    if (thrown instanceof Unexpected unexpected) {
      return unexpected.findings();
    }
    return thrown instanceof AssertionError
        ? String.valueOf(thrown.getMessage()).strip().lines().map(Visible::line).toList()
        : List.of();
  }

  /** What the program is called in the report. */
  public abstract String name();

  /** How the program itself has failed, as lines of the report. */
  abstract List<String> causes(HostState state, Symptom symptom);

  /** What to do about the failure of the program itself. */
  abstract Optional<String> hint(HostState state, Symptom symptom);

  /** Where the program stands, as lines of the report. */
  abstract List<String> whereabouts(HostState state, List<String> stands);

  private String hint(ExtensionContext context, HostState state, Symptom symptom) {
    if (state.isNotStarted()) {
      String file = className.replaceAll(".*\\.|\\$.*", "") + ".java";
      String module = context.getRequiredTestClass().getAnnotation(Exercise.class).value();
      return words.say("hint.not.started", file, module);
    }
    int number = context.getRequiredTestMethod().getAnnotation(Stage.class).number();
    Words exercise = Words.of(context.getRequiredTestClass(), settings.language());
    return hint(state, symptom)
        .or(() -> exercise.find(number + ".hint." + symptom.key()))
        .orElseGet(() -> exercise.say(number + ".hint"));
  }
}
