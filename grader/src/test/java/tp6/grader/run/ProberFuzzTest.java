package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tp6.grader.course.Course;
import tp6.grader.fuzz.Fuzz;
import tp6.grader.fuzz.Garbage;
import tp6.grader.run.ExerciseResult.Status;
import tp6.grader.run.ProberMain.Answer;
import tp6.grader.run.ProberMain.Setting;

/** Whatever a prober answers: it is a result, or the reason why there is none. */
class ProberFuzzTest {
  private static final Setting SETTING =
      Setting.of(
          new Rules(
              List.of(Course.values()),
              Locale.ENGLISH,
              "1",
              Duration.ofSeconds(90),
              OptionalInt.empty(),
              "17",
              Isolation.BWRAP),
          new HostFiles(Path.of("common"), Path.of("kit"), Optional.empty()),
          Path.of("scratch"));

  @Test
  void takesAResultOrAFailure() {
    Fuzz.times(
        400,
        garbage -> {
          try (Prober prober = new Prober(new Answering(answers(garbage)), SETTING)) {
            Attempt attempt = prober.run(Course.CLOCK, "1", Path.of("classes"), Path.of("f"));
            assertThat(attempt.result().earned()).isNotNegative();
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
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(1);
      out.writeInt(text.length);
      out.write(text);

      try (Prober prober = new Prober(new Answering(bytes.toByteArray()), SETTING)) {
        assertThat(prober.run(Course.CLOCK, "1", Path.of("classes"), Path.of("f")))
            .isEqualTo(new Attempt(result, isDoubtful));
      }
    }
  }

  private static byte[] answers(Garbage garbage) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(garbage.chance(80) ? 1 : garbage.number());
    byte[] text = json(garbage).getBytes(UTF_8);
    out.writeInt(garbage.chance(80) ? text.length : garbage.number());
    out.write(text);
    return garbage.chance(10) ? garbage.mutated(bytes.toByteArray()) : bytes.toByteArray();
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

  /** Says what it has to say once it was asked, and ends. */
  private static final class Answering extends Process {
    /** The first thing that it is told is no question. */
    private final CountDownLatch told = new CountDownLatch(2);

    private final InputStream answers;

    Answering(byte[] answers) {
      this.answers =
          new ByteArrayInputStream(answers) {
            @Override
            public int read() {
              awaitQuestion();
              return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
              awaitQuestion();
              return super.read(bytes, offset, length);
            }
          };
    }

    private void awaitQuestion() {
      try {
        told.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public OutputStream getOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void flush() {
          told.countDown();
        }
      };
    }

    @Override
    public InputStream getInputStream() {
      return answers;
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    /** As of a process that is being ended, and takes its time. */
    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public int waitFor() {
      return 0;
    }

    @Override
    public int exitValue() {
      return 0;
    }

    @Override
    public void destroy() {
      // There is nothing to be ended.
    }
  }
}
