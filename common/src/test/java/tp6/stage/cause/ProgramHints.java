package tp6.stage.cause;

import java.util.List;
import java.util.Optional;
import tp6.stage.host.HostState;
import tp6.stage.text.Words;

/**
 * What to say of a failure of a program that is called: many are its stage's own affair, with a
 * hint {@code N.hint.kind} for each kind of mistake.
 */
public final class ProgramHints {
  private final Words words;
  private final Words exercise;
  private final int stage;
  private String kind = "";
  private List<String> lines = List.of();

  public ProgramHints(Words words, Words exercise, int stage) {
    this.words = words;
    this.exercise = exercise;
    this.stage = stage;
  }

  /** Remembers what kind of mistake was made, and what was displayed. */
  public void of(String mistake, List<String> displayed) {
    kind = mistake;
    lines = List.copyOf(displayed);
  }

  /** How the program itself has failed; what it has displayed before it ended is judged as such. */
  public List<String> causes(HostState state, Symptom symptom) {
    return switch (state.phase()) {
      case RUNNING, RETURNED, THREW -> List.of();
      case CRASHED ->
          List.of(
              state.isNotStarted()
                  ? words.say("cause.not.started", state.failure())
                  : words.say("cause.program.crashed", state.failure()));
      default ->
          symptom == Symptom.DIFFERENT
              ? List.of()
              : List.of(words.say("cause." + state.phase().key(), state.failure()));
    };
  }

  /** What was displayed is no answer of a server's; too many lines are told in the same words. */
  public Optional<Diagnosis> diagnosis(Evidence failed) {
    if (failed.symptom() != Symptom.DIFFERENT) {
      return Diagnosis.of(failed);
    }
    return switch (kind) {
      case "lines" -> Optional.of(new Diagnosis("diff.lines", LineDifference.told(lines)));
      case "late" -> Optional.of(new Diagnosis("program.late", List.of()));
      default -> Optional.empty();
    };
  }

  public Optional<String> hint(HostState state, Symptom symptom) {
    return switch (symptom) {
      case OVERTIME -> Optional.of(words.say("hint.overtime"));
      case DIFFERENT -> exercise.find(stage + ".hint." + kind);
      default ->
          switch (state.phase()) {
            case EXITED -> Optional.of(words.say("hint.program.exited"));
            case GONE, FROZEN -> Optional.of(words.say("hint." + state.phase().key()));
            default -> Optional.empty();
          };
    };
  }
}
