package tp6.grader.grade;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Note;
import tp6.grader.submission.Submission;
import tp6.stage.setting.Seed;
import tp6.stage.setting.Settings;
import tp6.stage.text.Visible;

/**
 * What came of a submission.
 *
 * @param id unique in its class
 * @param name of the student; empty where it is not known
 * @param email of the student; empty where it is not known
 * @param reason why nothing of it could be graded; empty where something could
 * @param language of the texts in it: en or fr
 * @param seed from which the values in the tests were drawn
 * @param limit for an exercise, in seconds
 * @param only the stage asked for, if only one was
 * @param isolation of the student's program
 * @param exercises in the order of the course, each with all its stages
 * @param notes what was handed in and not taken as it was
 * @param handedIn when, to the second, where that is known
 * @param digest of the sources that were taken, if any could be
 * @param sources what was graded, by path as in what was handed in
 */
@JsonPropertyOrder({
  "schema",
  "id",
  "name",
  "email",
  "graded",
  "earned",
  "points",
  "reason",
  "language",
  "seed",
  "limit",
  "only",
  "isolation",
  "exercises",
  "notes",
  "handedIn",
  "digest",
  "sources"
})
public record Result(
    String id,
    String name,
    String email,
    String reason,
    String language,
    String seed,
    int limit,
    Optional<Integer> only,
    String isolation,
    List<ExerciseResult> exercises,
    List<Note> notes,
    Optional<Instant> handedIn,
    Optional<String> digest,
    @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, String> sources) {

  /** Goes up when a field of the JSON changes its meaning or goes. */
  public static final int SCHEMA = 1;

  /** Of the year 9999: what is told to be later, or before 1970, is garbage. */
  private static final long LAST_SECOND = 253_402_300_799L;

  public Result {
    if (Seed.typed(seed).filter(seed::equals).isEmpty()) {
      throw new IllegalArgumentException("no seed: " + Visible.line(seed));
    }
    handedIn =
        handedIn
            .map(time -> Math.min(Math.max(0, time.getEpochSecond()), LAST_SECOND))
            .map(Instant::ofEpochSecond);
    exercises = List.copyOf(exercises);
    notes = List.copyOf(notes);
    sources = Collections.unmodifiableMap(new TreeMap<>(sources));
  }

  public static Result of(
      Candidate candidate,
      String reason,
      Rules rules,
      List<ExerciseResult> exercises,
      Optional<Submission> submission) {
    return new Result(
        candidate.id(),
        candidate.name(),
        candidate.email(),
        reason,
        rules.language().getLanguage(),
        rules.seed(),
        (int) rules.limit().toSeconds(),
        rules.only().stream().boxed().findFirst(),
        rules.isolation().toString(),
        exercises,
        submission.map(Submission::notes).orElse(List.of()),
        submission.flatMap(Submission::handedIn),
        submission.map(Submission::digest),
        submission
            .map(one -> one.texts(exercises.stream().map(ExerciseResult::exercise).toList()))
            .orElse(Map.of()));
  }

  @JsonProperty
  public int schema() {
    return SCHEMA;
  }

  @JsonProperty
  public int earned() {
    return exercises.stream().mapToInt(ExerciseResult::earned).sum();
  }

  @JsonProperty
  public int points() {
    return exercises.stream().mapToInt(ExerciseResult::points).sum();
  }

  /** What came of an exercise, if it was asked for. */
  public Optional<ExerciseResult> exercise(String module) {
    return exercises.stream().filter(one -> one.exercise().equals(module)).findFirst();
  }

  Result with(List<ExerciseResult> all, Map<String, String> texts) {
    return new Result(
        id, name, email, reason, language, seed, limit, only, isolation, all, notes, handedIn,
        digest, texts);
  }

  /** The same of somebody of whom more is known by now. */
  public Result ownedBy(String itsName, String itsEmail) {
    return new Result(
        id, itsName, itsEmail, reason, language, seed, limit, only, isolation, exercises, notes,
        handedIn, digest, sources);
  }

  /** Without stories, costs and sources: a class of these is small enough to be held. */
  public Result withoutStories() {
    return with(exercises.stream().map(ExerciseResult::withoutStories).toList(), Map.of());
  }

  /** Whether somebody else's program could have reached what the grader can reach. */
  @JsonIgnore
  public boolean isExposed() {
    return isolation.equals(Isolation.PROCESS.toString());
  }

  /** As the stage kit knows them. */
  public Settings settings() {
    return new Settings(
        Locale.forLanguageTag(language),
        seed,
        only.stream().mapToInt(Integer::intValue).findFirst(),
        Duration.ofSeconds(limit),
        false,
        Settings.AGAIN);
  }

  /** Whether every exercise has its verdict. */
  public boolean isGraded() {
    return reason.isEmpty() && exercises.stream().allMatch(ExerciseResult::hasVerdict);
  }

  /** The exercises that have no verdict. */
  public List<String> lacking() {
    return exercises.stream()
        .filter(exercise -> !exercise.hasVerdict())
        .map(ExerciseResult::exercise)
        .toList();
  }

  /** Whether it has no grade, and for no other reason than that there was no time for it. */
  @JsonIgnore
  public boolean isOutOfTime() {
    return !isGraded()
        && exercises.stream()
            .noneMatch(exercise -> exercise.status() == ExerciseResult.Status.NOT_GRADED);
  }
}
