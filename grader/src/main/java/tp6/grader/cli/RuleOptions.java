package tp6.grader.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tp6.grader.course.Course;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Rules;
import tp6.grader.text.UserError;
import tp6.stage.Stages;
import tp6.stage.setting.Seed;
import tp6.stage.setting.Settings;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** The options that say how to grade, whatever is graded. */
final class RuleOptions {
  @Mixin private CommonOptions common;

  @Mixin private LanguageOption language;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "draw the same values as another run (default: at random)")
  private String seed;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description =
          "for one exercise of one submission, by the clock; what it is too short for is told as out"
              + " of time (default: ${DEFAULT-VALUE})",
      defaultValue = "" + Settings.LIMIT_SECONDS)
  private int limit;

  @Option(
      names = "--release",
      paramLabel = "N",
      description = "of Java that submissions are written in (default: ${DEFAULT-VALUE})",
      defaultValue = "17")
  private int release;

  /** What can be asked for. */
  enum Level {
    PROCESS,
    BWRAP,
    AUTO
  }

  @Option(
      names = "--isolation",
      paramLabel = "process|bwrap|auto",
      description =
          "of the students' programs: bwrap is a sandbox, process is none; auto is bwrap if it"
              + " works, otherwise stop with an error (default: auto to grade and to diff, process to check)")
  private Level isolation;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "how many processors to keep busy (default: all)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  int jobs() {
    if (jobs < 1 || jobs > 256) {
      throw new UserError("number", "--jobs", 1, 256, jobs);
    }
    return jobs;
  }

  /** Whether students' programs are kept in a sandbox. */
  Isolation isolation(Level otherwise) {
    if (isolation == null && otherwise == Level.PROCESS) {
      return Isolation.OWN;
    }
    Level asked = isolation == null ? otherwise : isolation;
    return asked == Level.PROCESS ? Isolation.PROCESS : Isolation.BWRAP;
  }

  Rules rules(OptionalInt stage, Isolation level) {
    List<Course> chosen = common.exercises();
    stage.ifPresent(number -> requireStage(chosen, number));
    if (limit < 1) {
      throw new UserError("limit", limit);
    }
    int newest = Runtime.version().feature();
    if (release < 17 || release > newest) {
      throw new UserError("release", newest, release);
    }
    return new Rules(
        chosen,
        language(),
        seed().orElseGet(Seed::drawn),
        Duration.ofSeconds(limit),
        stage,
        Integer.toString(release),
        level);
  }

  /** The seed asked for, if one was. */
  Optional<String> seed() {
    return Optional.ofNullable(seed)
        .map(text -> Seed.typed(text).orElseThrow(() -> new UserError("seed", Visible.line(text))));
  }

  /** The exercises asked for, in that order; none where none was. */
  List<Course> named() {
    return common.named();
  }

  private static void requireStage(List<Course> chosen, int number) {
    if (chosen.size() != 1) {
      throw new UserError("stage.alone");
    }
    int stages = Stages.of(chosen.get(0).stages()).size();
    if (number < 1 || number > stages) {
      throw new UserError("no.such.stage", number, chosen.get(0).module(), stages);
    }
  }

  Locale language() {
    return language.get();
  }

  /** The language asked for, or else that of what is graded already. */
  Locale languageOr(String graded) {
    return language.or(graded);
  }

  /** What is said while something is graded, in the language of its reports. */
  Words words() {
    return language.words();
  }
}
