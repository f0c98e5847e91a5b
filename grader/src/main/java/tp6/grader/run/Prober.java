package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tp6.grader.course.Course;
import tp6.grader.grade.Rules;
import tp6.grader.process.Deadline;
import tp6.grader.process.Failure;
import tp6.grader.process.Jvm;
import tp6.grader.process.Worker;
import tp6.grader.process.Workers;
import tp6.grader.run.ProberMain.Answer;
import tp6.grader.run.ProberMain.Question;
import tp6.grader.run.ProberMain.Setting;
import tp6.grader.sandbox.Sandbox;

/** Runs stages in a JVM on a network of its own. */
record Prober(Worker worker) implements Stager {
  /** Beside the limit that it knows itself. */
  private static final Duration MORE = Duration.ofMinutes(15);

  /** Those that run stages under some rules, here where there is no sandbox. */
  static Stagers orHere(Rules rules, HostFiles host, Path scratch, Optional<Sandbox> sandbox) {
    return sandbox
        .map(one -> all(one, Setting.of(rules, host, scratch)))
        .orElseGet(() -> new Stagers.Here(new LocalStager(rules, host, Optional.empty())));
  }

  /** Each of them has one submission at a time: no two of these ever share a network. */
  private static Stagers all(Sandbox sandbox, Setting setting) {
    List<String> java =
        Jvm.command(
            "-Xmx512m",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            ProberMain.class.getName(),
            ProberMain.MAPPER.writeValueAsString(setting));
    Deadline deadline =
        new Deadline(Optional.empty(), Duration.ofSeconds(setting.limit()).plus(MORE));
    Workers workers =
        new Workers(
            "prober",
            () -> sandbox.builder(sandbox.around(java)).redirectError(Redirect.INHERIT),
            deadline);
    return new All(workers);
  }

  private record All(Workers workers) implements Stagers {
    @Override
    public Stager take() throws IOException {
      return new Prober(workers.take());
    }

    @Override
    public void giveBack(Stager stager) {
      workers.giveBack(((Prober) stager).worker());
    }

    @Override
    public void close() {
      workers.close();
    }
  }

  @Override
  public Attempt run(Course exercise, String seed, Path classes, Path folder)
      throws IOException, StageRun.Failed {
    Question question = new Question(exercise, seed, classes.toString(), folder.toString());
    byte[] text = worker.ask(ProberMain.MAPPER.writeValueAsString(question).getBytes(UTF_8));
    Answer answer = answer(new String(text, UTF_8));
    if (answer.result().isEmpty()) {
      throw new StageRun.Failed(answer.failure());
    }
    return new Attempt(answer.result().get(), answer.isDoubtful());
  }

  private Answer answer(String text) throws IOException {
    try {
      Answer answer = ProberMain.MAPPER.readValue(text, Answer.class);
      if (answer != null) {
        return answer;
      }
    } catch (JacksonException | StackOverflowError e) {
      close();
      throw new Failure("unreadable", e, new Failure.Name("prober"));
    }
    close();
    throw new Failure("unreadable", null, new Failure.Name("prober"));
  }

  @Override
  public void close() {
    worker.close();
  }
}
