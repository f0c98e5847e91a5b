package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Rules;
import tp6.grader.process.Answers;
import tp6.grader.sandbox.Sandbox;
import tp6.stage.text.Visible;

/**
 * A JVM of the grader's on a network of its own, where it runs stages over sandboxed programs, as
 * it is told on standard input. It ends with that.
 */
final class ProberMain {
  static final JsonMapper MAPPER = JsonMapper.shared();

  private final Stager stager;

  private ProberMain(Stager stager) {
    this.stager = stager;
  }

  /** What a prober is told when it is started. */
  record Setting(
      String language,
      String seed,
      long limit,
      int only,
      String release,
      String common,
      String kit,
      String scratch) {

    static Setting of(Rules rules, HostFiles host, Path scratch) {
      return new Setting(
          rules.language().getLanguage(),
          rules.seed(),
          rules.limit().toSeconds(),
          rules.only().orElse(0),
          rules.release(),
          host.common().toString(),
          host.kit().toString(),
          scratch.toString());
    }

    Rules rules() {
      return new Rules(
          Course.all(),
          Locale.forLanguageTag(language),
          seed,
          Duration.ofSeconds(limit),
          only == 0 ? OptionalInt.empty() : OptionalInt.of(only),
          release,
          Isolation.BWRAP);
    }

    HostFiles host() {
      return new HostFiles(Path.of(common), Path.of(kit), Optional.empty());
    }
  }

  /** What it is asked: to run the stages of an exercise, as {@link Stager} says. */
  record Question(Course exercise, String seed, String classes, String folder) {}

  /** What it answers: a result, with whether to doubt it, or a failure. */
  record Answer(Optional<ExerciseResult> result, boolean isDoubtful, String failure) {
    Answer {
      if (result.isEmpty() && failure.isBlank()) {
        throw new IllegalArgumentException("neither a result nor a failure");
      }
    }
  }

  /** Takes a setting, and then questions. */
  public static void main(String[] args) throws IOException {
    Setting setting = MAPPER.readValue(args[0], Setting.class);
    Sandbox sandbox = Sandbox.in(Path.of(setting.scratch()), Set.of());
    Stager stager = new LocalStager(setting.rules(), setting.host(), Optional.of(sandbox));
    Answers.with(new ProberMain(stager)::answer, Executors.newCachedThreadPool());
    stager.close();
    Runtime.getRuntime().halt(0);
  }

  private byte[] answer(byte[] question) {
    Answer answer = run(MAPPER.readValue(new String(question, UTF_8), Question.class));
    return MAPPER.writeValueAsString(answer).getBytes(UTF_8);
  }

  private Answer run(Question question) {
    try {
      Attempt attempt =
          stager.run(
              question.exercise(),
              question.seed(),
              Path.of(question.classes()),
              Path.of(question.folder()));
      return new Answer(Optional.of(attempt.result()), attempt.isDoubtful(), "");
    } catch (IOException | StageRun.Failed | RuntimeException | Error e) {
      String why = Visible.line(e instanceof StageRun.Failed ? e.getMessage() : e.toString());
      return new Answer(Optional.empty(), true, why);
    }
  }
}
