package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Exercises;
import tp6.grader.fuzz.Fuzz;
import tp6.grader.fuzz.Garbage;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.process.Deadline;
import tp6.grader.process.Workers;
import tp6.grader.run.ProberMain.Answer;

/** Whatever a prober answers: it is a result, or the reason why there is none. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sandbox, and no sh")
class ProberFuzzTest {
  private static final Deadline DEADLINE = new Deadline(Optional.empty(), Duration.ofMinutes(1));

  @TempDir Path folder;

  @Test
  void takesAResultOrAFailure() {
    Fuzz.times(
        200,
        garbage -> {
          try {
            assertThat(run(answers(garbage)).result().earned()).isNotNegative();
          } catch (IOException | StageRun.Failed e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
  }

  @Test
  void keepsItsDoubts() throws IOException, StageRun.Failed {
    ExerciseResult result = new ExerciseResult("clock", Status.GRADED, "", List.of(), List.of());
    for (boolean isDoubtful : List.of(true, false)) {
      Answer answer = new Answer(Optional.of(result), isDoubtful, "");
      byte[] text = ProberMain.MAPPER.writeValueAsString(answer).getBytes(UTF_8);

      assertThat(run(bytes(1, text.length, text))).isEqualTo(new Attempt(result, isDoubtful));
    }
  }

  /** What comes of a prober that says so once it is asked, and ends. */
  private Attempt run(byte[] answers) throws IOException, StageRun.Failed {
    Path file = Files.write(folder.resolve("answers"), answers);
    String saying = "head -c 1 >/dev/null; cat \"$0\"";
    try (Workers workers =
        new Workers(
            "prober", () -> new ProcessBuilder("sh", "-c", saying, file.toString()), DEADLINE)) {
      return new Prober(workers.take()).run(Exercises.CLOCK, "1", Path.of("classes"), Path.of("f"));
    }
  }

  private static byte[] bytes(int number, int length, byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBoolean(true);
    out.writeInt(number);
    out.writeInt(length);
    out.write(text);
    return bytes.toByteArray();
  }

  private static byte[] answers(Garbage garbage) throws IOException {
    byte[] text = json(garbage).getBytes(UTF_8);
    byte[] answer =
        bytes(
            garbage.chance(80) ? 1 : garbage.number(),
            garbage.chance(80) ? text.length : garbage.number(),
            text);
    return garbage.chance(10) ? garbage.mutated(answer) : answer;
  }

  private static String json(Garbage garbage) {
    ExerciseResult result =
        new ExerciseResult(
            "clock", garbage.oneOf(Status.values()), garbage.text(200), List.of(), List.of());
    Answer answer =
        garbage.chance(50)
            ? new Answer(Optional.of(result), garbage.chance(50), "")
            : new Answer(Optional.empty(), true, "why" + garbage.text(200));
    String json = ProberMain.MAPPER.writeValueAsString(answer);
    return garbage.chance(30)
        ? garbage.oneOf(List.of("null", "{}", "[]", "", "{\"failure\":null}", "[".repeat(9000)))
        : garbage.chance(50) ? garbage.mutated(json) : json;
  }
}
