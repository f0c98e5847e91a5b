package tp6.stage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import tp6.stage.Event.Kind;
import tp6.stage.cause.Diagnosis;
import tp6.stage.cause.Evidence;
import tp6.stage.cause.ProgramHints;
import tp6.stage.cause.Symptom;
import tp6.stage.host.HostState;
import tp6.stage.host.HostState.Phase;
import tp6.stage.link.HostEnded;
import tp6.stage.link.Terminal;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** A program of the student's that is called, answers nothing, and displays something. */
public final class ProgramUnderTest extends UnderTest {
  private static final int TRIES = 5;

  /** How often to look whether a call is over. */
  private static final Duration TICK = Duration.ofMillis(20);

  /** Where it is meant to take seconds. */
  private static final Duration LONG_TICK = Duration.ofMillis(80);

  private ProgramHints hints;
  private CalledObject object;

  private ProgramUnderTest(String className) {
    super(className);
  }

  /** The program of this class, which the test does not link to. */
  public static ProgramUnderTest of(String className) {
    return new ProgramUnderTest(className);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    super.beforeEach(context);
    int number = context.getRequiredTestMethod().getAnnotation(Stage.class).number();
    Words exercise =
        Words.of(context.getRequiredTestClass(), StageRules.settings(context).language());
    hints = new ProgramHints(words(), exercise, number);
    object = new CalledObject(className, link(), timeLeft());
  }

  /**
   * Makes an object for a service's address and key, calls its method with a text, and waits for
   * the end of the call. Where the program ends its JVM it has displayed what it has displayed, and
   * the next call is made in another JVM.
   */
  public Displayed calls(
      String method, String text, String address, String key, Duration patience) {
    object.renew(address, key);
    return inPeace("call", method, text, patience);
  }

  /** As {@link #calls}, where the program's own time limit is what the call is about. */
  public Displayed callsOnce(
      String method, String text, String address, String key, Duration patience) {
    object.renew(address, key);
    return once("call", method, text, patience, new Heartbeat(LONG_TICK, System::nanoTime));
  }

  /** Calls a method of the object of the call before, as its {@code main} does. */
  public Displayed callsAgain(String method, String text, Duration patience) {
    link().ask("ping");
    return inPeace("again", method, text, patience);
  }

  /** Whether the latest call has left a JVM in which no other can be made. */
  public boolean needsAnotherJvm() {
    return object.needsAnotherJvm();
  }

  /** A computer that is too busy may use up time limits of the program's: that is not judged. */
  private Displayed inPeace(String request, String method, String text, Duration patience) {
    Heartbeat heart = new Heartbeat(TICK, System::nanoTime);
    Duration atMost = link().habits().atMost(patience);
    Displayed displayed = once(request, method, text, atMost, heart);
    for (int i = 1; i < TRIES && heart.mayHaveUsedUpALimit() && object.mayBeCalled(request); i++) {
      transcript().note(words().say("test"), words().say("step.again"));
      heart = new Heartbeat(TICK, System::nanoTime);
      displayed = once(request, method, text, atMost, heart);
    }
    return displayed;
  }

  private Displayed once(
      String request, String method, String text, Duration patience, Heartbeat heart) {
    transcript()
        .note(
            Kind.SENDS,
            words().say("test"),
            name(),
            () -> words().say("step.calls", method, Visible.quote(text)),
            told -> told);
    transcript().waits(name());
    try {
      HostState state = object.call(request, method, text, patience, heart);
      if (state.isRunning()) {
        throw late(patience);
      }
      Displayed displayed = displayed(text, object.display(state));
      if (state.isNotStarted()) {
        throw unexpected(Symptom.OTHER, List.of());
      }
      return displayed;
    } catch (HostEnded e) {
      Phase phase = link().state(0).phase();
      if (phase != Phase.EXITED && phase != Phase.GONE) {
        throw e;
      }
      return displayed(text, terminal().lastDisplay());
    }
  }

  private Displayed displayed(String text, Terminal.Display display) {
    Screen screen = new Screen(text, Wording.lines(display.shown()), Wording.lines(display.said()));
    Displayed displayed = new Displayed(screen, words(), this::different);
    transcript().note(name(), words().say("step.displays", displayed.quoted()));
    return displayed;
  }

  private Unexpected late(Duration patience) {
    link().habits().wasAwaitedInVain();
    return timeLeft().hasPassed()
        ? unexpected(Symptom.OVERTIME, List.of(), timeLeft().seconds())
        : unexpected(Symptom.LATE, List.of(), patience.toSeconds());
  }

  /**
   * Expects that two facts about what the program did are the same.
   *
   * @param kind of the mistake where they are not: {@code N.hint.kind} is a hint for it
   */
  public void compares(String expected, String actual, String kind) {
    if (!actual.equals(expected)) {
      throw different(
          kind,
          List.of(
              words().say("expected", Visible.line(expected)),
              words().say("received", Visible.line(actual))),
          List.of());
    }
  }

  private Unexpected different(String kind, List<String> findings, List<String> displayed) {
    hints.of(object.wasLate() ? "late" : kind, displayed);
    return unexpected(Symptom.DIFFERENT, findings);
  }

  private Unexpected unexpected(Symptom symptom, List<String> findings, Object... values) {
    String what = words().say("program." + symptom.key(), values);
    transcript().note(Kind.FAILS, name(), what);
    return new Unexpected(symptom, name() + " " + what, findings);
  }

  @Override
  public String name() {
    return words().say("program");
  }

  @Override
  List<String> causes(HostState state, Symptom symptom) {
    return hints.causes(state, symptom);
  }

  @Override
  Optional<Diagnosis> diagnosis(Evidence failed) {
    return hints.diagnosis(failed);
  }

  @Override
  Optional<String> hint(HostState state, Symptom symptom) {
    return hints.hint(state, symptom);
  }

  @Override
  List<String> whereabouts(HostState state, List<String> stands) {
    return stands.stream().limit(1).map(stand -> words().say("stands.program", stand)).toList();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    afterwards();
  }

  @Override
  void afterwards() {
    object.leave();
  }
}
