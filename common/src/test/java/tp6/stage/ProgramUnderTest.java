package tp6.stage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import tp6.stage.Event.Kind;

/** A program of the student's that is called, answers nothing, and displays something. */
public final class ProgramUnderTest extends UnderTest {
  private static final Pattern ANYTHING = Pattern.compile("(?s).*");

  private boolean called;

  private ProgramUnderTest(String className) {
    super(className);
  }

  /** The program of this class, which the test does not link to. */
  public static ProgramUnderTest of(String className) {
    return new ProgramUnderTest(className);
  }

  /**
   * Makes an object for a service's address and key, calls its method with a text, and waits for
   * the end of the call.
   */
  public Displayed calls(
      String method, String text, String address, String key, Duration patience) {
    transcript()
        .note(
            Kind.SENDS,
            words().say("test"),
            name(),
            () -> words().say("step.calls", method, Visible.quote(text)),
            told -> told);
    transcript().waits(name());
    called = true;
    link().ask("call", className, method, text, address, key);
    Patience limit = new Patience(link(), patience, timeLeft(), false);
    HostState state = link().state(20);
    while (state.isRunning()) {
      if (!limit.isLeft()) {
        throw late(patience);
      }
      state = link().state(20);
    }
    String shown = link().askForOne(ANYTHING, "display");
    note("step.displays", Visible.quote(shown));
    if (state.isNotStarted()) {
      throw unexpected(Symptom.OTHER, List.of());
    }
    return new Displayed(shown, words(), this::unexpected);
  }

  private Unexpected late(Duration patience) {
    return timeLeft().hasPassed()
        ? unexpected(Symptom.OVERTIME, List.of(), STAGE.toSeconds())
        : unexpected(Symptom.LATE, List.of(), patience.toSeconds());
  }

  /** Expects that two facts about what the program did are the same. */
  public void compares(String expected, String actual) {
    if (!actual.equals(expected)) {
      throw unexpected(
          Symptom.DIFFERENT,
          List.of(
              words().say("expected", Visible.line(expected)),
              words().say("received", Visible.line(actual))));
    }
  }

  private Unexpected unexpected(Symptom symptom, List<String> findings, Object... values) {
    String what = words().say("program." + symptom.key(), values);
    transcript().note(Kind.FAILS, name(), what);
    return new Unexpected(symptom, name() + " " + what, findings);
  }

  private void note(String step, Object... values) {
    transcript().note(name(), words().say(step, values));
  }

  @Override
  public String name() {
    return words().say("program");
  }

  @Override
  List<String> causes(HostState state, Symptom symptom) {
    return switch (state.phase()) {
      case RUNNING, RETURNED, THREW -> List.of();
      case CRASHED ->
          List.of(
              state.isNotStarted()
                  ? words().say("cause.not.started", state.failure())
                  : words().say("cause.program.crashed", state.failure()));
      default -> List.of(words().say("cause." + state.phase().key(), state.failure()));
    };
  }

  /** A program may fail in many ways, and what to do then is what its stages are about. */
  @Override
  Optional<String> hint(HostState state, Symptom symptom) {
    if (symptom == Symptom.OVERTIME) {
      return Optional.of(words().say("hint.overtime"));
    }
    return switch (state.phase()) {
      case EXITED -> Optional.of(words().say("hint.program.exited"));
      case GONE, FROZEN -> Optional.of(words().say("hint." + state.phase().key()));
      default -> Optional.empty();
    };
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
    if (called && (link().hasEnded() || link().state(0).isRunning())) {
      link().discard();
    }
  }
}
