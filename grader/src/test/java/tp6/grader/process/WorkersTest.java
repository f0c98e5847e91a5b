package tp6.grader.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.process.Lost.Reason;

/** What comes of a question, whatever the process does that is asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
class WorkersTest {
  private static final String READY = "printf '\\001';";

  /** One question of a byte has nine: its number, its length and itself. */
  private static final String READ = "head -c 9 >/dev/null;";

  private static final String ANSWER_A = "printf '\\000\\000\\000\\001\\000\\000\\000\\001a';";
  private static final String ANSWER_B = "printf '\\000\\000\\000\\002\\000\\000\\000\\001b';";
  private static final byte[] QUESTION = {'?'};

  private final AtomicInteger started = new AtomicInteger();
  private Workers workers;

  private Workers workers(String script, Deadline deadline) {
    workers =
        new Workers(
            "prober",
            () -> {
              started.incrementAndGet();
              return new ProcessBuilder("sh", "-c", script);
            },
            deadline);
    return workers;
  }

  @AfterEach
  void end() {
    workers.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "exit 3 | OUTSIDE | the prober could not be started, exit status 3",
        "printf '\\001'; exit 3 | ENDED | the prober ended without an answer, exit status 3",
        "printf '\\001'; kill -TERM $$ | OUTSIDE | interrupted",
        "printf '\\001'; head -c 9 >/dev/null; printf '\\0\\0\\0\\7\\0\\0\\0\\1a'; exec sleep 99 | ENDED"
            + " | the prober ended without an answer, exit status 137",
        "printf '\\001'; head -c 9 >/dev/null; printf '\\0\\0\\0\\1\\177\\0\\0\\0a'; exec sleep 99 | ENDED"
            + " | the prober ended without an answer, exit status 137",
        "printf '\\001'; while :; do :; done | TOO_MUCH_WORK | the prober has worked for too long",
      })
  void isLost(String script, Reason reason, String message) throws IOException {
    Deadline deadline = new Deadline(Optional.of(Duration.ofSeconds(1)), Duration.ofMinutes(5));
    Worker worker = workers(script, deadline).take();

    Lost lost = catchThrowableOfType(Lost.class, () -> worker.ask(QUESTION));

    assertThat(lost).hasMessage(message);
    assertThat(lost.reason()).isEqualTo(reason);
  }

  /** Its own child has a hold on its output, and lives on. */
  @Test
  @Timeout(60)
  void isForgottenByAComputerThatHasNoTimeForIt() throws IOException {
    Deadline deadline = new Deadline(Optional.empty(), Duration.ofSeconds(1));
    Worker worker = workers(READY + "sleep 99; true", deadline).take();

    Lost lost = catchThrowableOfType(Lost.class, () -> worker.ask(QUESTION));

    assertThat(lost).hasMessage("this computer had no time for the prober");
    assertThat(lost.reason()).isEqualTo(Reason.OUTSIDE);
  }

  @Test
  void givesEachWhoAsksAnAnswerInWhateverOrder() throws IOException {
    Worker worker = workers(READY + READ + READ + ANSWER_B + ANSWER_A, Deadline.OF_SOURCES).take();

    List<CompletableFuture<String>> answers = List.of(answer(worker), answer(worker));

    assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder("a", "b");
  }

  private static CompletableFuture<String> answer(Worker worker) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new String(worker.ask(QUESTION), UTF_8);
          } catch (Lost e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void isReplacedWhereItIsLostAndKeptWhereItIsNot() throws IOException {
    workers(READY + READ + ANSWER_A + READ, Deadline.OF_SOURCES);
    Worker first = workers.take();
    assertThat(first.ask(QUESTION)).isEqualTo(new byte[] {'a'});
    workers.giveBack(first);

    Worker second = workers.take();
    assertThat(second).isSameAs(first);
    catchThrowableOfType(Lost.class, () -> second.ask(QUESTION));
    workers.giveBack(second);

    assertThat(workers.take().ask(QUESTION)).isEqualTo(new byte[] {'a'});
    assertThat(started).hasValue(2);
  }
}
