package tp6.grader.marking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.stage.text.Words;

/** How points become marks in a class, with what the lecturer has decided for some of it. */
public final class Marking {
  /** Out of 20: with four exercises of 20 points an exact number of quarters. */
  public static final Marking USUAL = new Marking(Scale.USUAL, List.of());

  private static final int DECIMALS = 10;

  private final Scale scale;
  private final List<Decision> decisions;

  private record Change(Decision decision, BigDecimal measured) {}

  Marking(Scale scale, List<Decision> decisions) {
    this.scale = scale;
    this.decisions = decisions;
  }

  public BigDecimal best() {
    return scale.best();
  }

  /** Whether marks have letters. */
  public boolean hasLetters() {
    return scale.hasLetters();
  }

  /** The mark of a submission; none where something has neither a verdict nor a decision. */
  public Optional<Mark> mark(Result result) {
    List<Change> changes = new ArrayList<>();
    Optional<BigDecimal> measured = share(result, List.of(), new ArrayList<>()).map(this::inScale);
    Optional<BigDecimal> decided = share(result, of(result), changes).map(this::inScale);
    for (Decision late : late(result, changes)) {
      decided = decided.map(mark -> scale.late(mark, late.value()));
    }
    decided = decided.map(scale::rounded);
    for (Decision mark : about(result, Decision.MARK)) {
      changes.add(new Change(mark, decided.orElse(BigDecimal.ZERO)));
      decided = Optional.of(mark.value());
    }
    BigDecimal before = measured.map(scale::rounded).orElse(BigDecimal.ZERO);
    Locale language = Locale.forLanguageTag(result.language());
    List<String> rules = Recipe.in(language, scale).of(result);
    List<String> told = told(changes, language);
    return decided.map(mark -> new Mark(mark, best(), before, scale.letter(mark), rules, told));
  }

  private static List<String> told(List<Change> changes, Locale language) {
    Words words = Words.of(Marking.class, "words", language);
    return changes.stream().map(one -> one.decision().told(one.measured(), words)).toList();
  }

  /** What a lecturer has decided about it comes before its date. */
  private List<Decision> late(Result result, List<Change> changes) {
    Optional<Decision> byDate = scale.late(result);
    List<Decision> decided = about(result, Decision.LATE);
    if (decided.isEmpty()) {
      byDate.ifPresent(late -> changes.add(new Change(late, BigDecimal.ZERO)));
      return byDate.stream().toList();
    }
    BigDecimal days = byDate.map(Decision::value).orElse(BigDecimal.ZERO);
    decided.forEach(late -> changes.add(new Change(late, days)));
    return decided;
  }

  /** Those of which nobody knows whether they came too late, though there is a date to come by. */
  public List<String> undated(List<Result> results) {
    return results.stream()
        .filter(result -> scale.due().isPresent() && result.handedIn().isEmpty())
        .filter(result -> result.isGraded() && about(result, Decision.LATE).isEmpty())
        .map(Result::id)
        .toList();
  }

  private BigDecimal inScale(BigDecimal share) {
    return share.multiply(best());
  }

  private List<Decision> of(Result result) {
    return decisions.stream().filter(one -> one.id().equals(result.id())).toList();
  }

  private List<Decision> about(Result result, String what) {
    return of(result).stream().filter(one -> one.about().equals(what)).toList();
  }

  /** What was earned of what could be; nothing where an exercise has no points. */
  private Optional<BigDecimal> share(Result result, List<Decision> decided, List<Change> changes) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (ExerciseResult exercise : result.exercises()) {
      Optional<BigDecimal> earned = earned(exercise, decided, changes);
      if (earned.isEmpty()) {
        return Optional.empty();
      }
      BigDecimal weight = scale.weight(exercise);
      BigDecimal points = scale.points(exercise).max(BigDecimal.ONE);
      sum = sum.add(earned.get().multiply(weight).divide(points, DECIMALS, RoundingMode.HALF_UP));
      weights = weights.add(weight);
    }
    return weights.signum() == 0
        ? Optional.of(BigDecimal.ZERO)
        : Optional.of(sum.divide(weights, DECIMALS, RoundingMode.HALF_UP));
  }

  private Optional<BigDecimal> earned(
      ExerciseResult exercise, List<Decision> decided, List<Change> changes) {
    BigDecimal measured = exercise.hasVerdict() ? scale.earned(exercise) : BigDecimal.ZERO;
    Optional<Decision> decision =
        decided.stream().filter(one -> one.about().equals(exercise.exercise())).findFirst();
    decision.ifPresent(one -> changes.add(new Change(one, measured)));
    return decision
        .map(Decision::value)
        .or(() -> Optional.of(measured).filter(points -> exercise.hasVerdict()));
  }
}
