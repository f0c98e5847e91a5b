package tp6.grader.marking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.stage.Stage;
import tp6.stage.Stages;
import tp6.stage.report.StageResult;

/**
 * How points become a mark, for everybody alike.
 *
 * @param rules numbers by their names in the file; those that are not there are as usual
 * @param due when all had to be handed in; empty where nothing says so
 */
record Scale(Map<String, BigDecimal> rules, Optional<ZonedDateTime> due) {
  /** Out of 20, with two decimals; nothing is late. */
  static final Scale USUAL = new Scale(Map.of(), Optional.empty());

  private static final String LETTER = "letter.";
  private static final List<String> NAMES = List.of("best", "round", "late.grace", "late.percent");
  private static final BigDecimal USUAL_BEST = BigDecimal.valueOf(20);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 2;
  private static final long SECONDS_A_DAY = 86_400;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Whether there is a rule of that name. */
  static boolean isRule(String name) {
    return name.matches("letter\\.[A-Za-z]{1,3}[+-]?")
        || Stream.concat(NAMES.stream(), Course.all().stream().flatMap(Scale::namesFor))
            .anyMatch(name::equals);
  }

  private static Stream<String> namesFor(Course exercise) {
    return Stream.concat(
        Stream.of("weight." + exercise.module()),
        Stages.of(exercise.stages()).stream()
            .map(stage -> "points." + exercise.module() + "." + stage.number()));
  }

  private BigDecimal rule(String name, BigDecimal usual) {
    return rules.getOrDefault(name, usual);
  }

  BigDecimal best() {
    return rule("best", USUAL_BEST);
  }

  /** All that there are. */
  BigDecimal points(Course exercise) {
    return Stages.of(exercise.stages()).stream()
        .map(stage -> points(exercise, stage))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal points(Course exercise, Stage stage) {
    return points(exercise.module(), stage.number(), stage.points());
  }

  BigDecimal points(ExerciseResult exercise, StageResult stage) {
    return points(exercise.exercise(), stage.number(), stage.points());
  }

  private BigDecimal points(String exercise, int stage, int usual) {
    return rule("points." + exercise + "." + stage, BigDecimal.valueOf(usual));
  }

  boolean roundsTheBest() {
    return rounded(best()).compareTo(best()) == 0;
  }

  BigDecimal points(ExerciseResult exercise) {
    return sum(exercise, exercise.stages().stream());
  }

  BigDecimal earned(ExerciseResult exercise) {
    return sum(exercise, exercise.stages().stream().filter(stage -> stage.earned() > 0));
  }

  private BigDecimal sum(ExerciseResult exercise, Stream<StageResult> stages) {
    return stages.map(stage -> points(exercise, stage)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of an exercise in the mark: its points, where nothing else is said. */
  BigDecimal weight(ExerciseResult exercise) {
    return rule("weight." + exercise.exercise(), points(exercise));
  }

  BigDecimal rounded(BigDecimal mark) {
    BigDecimal step = rule("round", BigDecimal.ZERO);
    return step.signum() == 0
        ? mark.setScale(DECIMALS, RoundingMode.HALF_UP)
        : mark.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
  }

  /** The days by which a submission came too late, of which one that has begun counts whole. */
  Optional<Decision> late(Result result) {
    if (due.isEmpty() || result.handedIn().isEmpty()) {
      return Optional.empty();
    }
    ZonedDateTime handedIn = result.handedIn().get().atZone(due.get().getZone());
    long seconds = ChronoUnit.SECONDS.between(due.get(), handedIn);
    long days = -Math.floorDiv(-seconds, SECONDS_A_DAY);
    return Optional.of(days)
        .filter(late -> late > 0)
        .map(BigDecimal::valueOf)
        .map(late -> new Decision(result.id(), Decision.LATE, late, DATE.format(handedIn)));
  }

  /** What is left of a mark that comes so many days late. */
  BigDecimal late(BigDecimal mark, BigDecimal days) {
    BigDecimal counted = days.subtract(rule("late.grace", BigDecimal.ZERO)).max(BigDecimal.ZERO);
    BigDecimal percent = counted.multiply(rule("late.percent", BigDecimal.ZERO)).min(HUNDRED);
    return mark.multiply(HUNDRED.subtract(percent)).divide(HUNDRED, MathContext.DECIMAL64);
  }

  boolean hasLetters() {
    return rules.keySet().stream().anyMatch(name -> name.startsWith(LETTER));
  }

  /** That with the highest least mark that is reached; empty where none is. */
  String letter(BigDecimal mark) {
    return rules.entrySet().stream()
        .filter(rule -> rule.getKey().startsWith(LETTER) && rule.getValue().compareTo(mark) <= 0)
        .max(Comparator.comparing(Map.Entry<String, BigDecimal>::getValue))
        .map(rule -> rule.getKey().substring(LETTER.length()))
        .orElse("");
  }
}
