package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tp6.grader.compile.Background;
import tp6.grader.course.Course;
import tp6.stage.Visible;

/**
 * A JVM of the grader's on a network of its own, where it runs stages over sandboxed programs, as
 * it is told on standard input. It ends with that.
 */
final class ProberMain {
  static final JsonMapper MAPPER = JsonMapper.shared();

  /** What it says once a second in place of the number of a question: it is there. */
  static final int PULSE = 0;

  private final DataOutputStream out;
  private final Stager stager;

  private ProberMain(DataOutputStream out, Stager stager) {
    this.out = out;
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
          List.of(Course.values()),
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

  /** What it answers: a result, with whether to doubt it, or a failure. */
  record Answer(Optional<ExerciseResult> result, boolean isDoubtful, String failure) {
    Answer {
      if (result.isEmpty() && failure.isBlank()) {
        throw new IllegalArgumentException("neither a result nor a failure");
      }
    }
  }

  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    System.setOut(new PrintStream(System.err));
    Setting setting = MAPPER.readValue(in.readUTF(), Setting.class);
    Sandbox sandbox = Sandbox.in(Path.of(setting.scratch()), Set.of());
    Stager stager = new LocalStager(setting.rules(), setting.host(), Optional.of(sandbox));
    ProberMain prober = new ProberMain(out, stager);
    Background.thread("pulse").scheduleAtFixedRate(prober::pulse, 1, 1, TimeUnit.SECONDS);
    prober.obey(in);
  }

  private void obey(DataInputStream in) throws IOException {
    ExecutorService exercises = Executors.newCachedThreadPool();
    try {
      while (true) {
        int number = in.readInt();
        Course exercise = Course.valueOf(in.readUTF());
        String seed = in.readUTF();
        Path classes = Path.of(in.readUTF());
        Path folder = Path.of(in.readUTF());
        exercises.execute(() -> answerOrEnd(number, exercise, seed, classes, folder));
      }
    } catch (EOFException e) {
      stager.close();
      Runtime.getRuntime().halt(0);
    }
  }

  /** Whoever has no answer is no prober any more. */
  private void answerOrEnd(int number, Course exercise, String seed, Path classes, Path folder) {
    try {
      answer(number, run(exercise, seed, classes, folder));
    } catch (RuntimeException | Error e) {
      Runtime.getRuntime().halt(1);
    }
  }

  private Answer run(Course exercise, String seed, Path classes, Path folder) {
    try {
      Attempt attempt = stager.run(exercise, seed, classes, folder);
      return new Answer(Optional.of(attempt.result()), attempt.isDoubtful(), "");
    } catch (IOException | StageRun.Failed | RuntimeException | Error e) {
      String why = Visible.line(e instanceof StageRun.Failed ? e.getMessage() : e.toString());
      return new Answer(Optional.empty(), true, why);
    }
  }

  private synchronized void pulse() {
    try {
      out.writeInt(PULSE);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void answer(int number, Answer answer) {
    byte[] text = MAPPER.writeValueAsString(answer).getBytes(UTF_8);
    try {
      out.writeInt(number);
      out.writeInt(text.length);
      out.write(text);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
