package tp6.grader.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import tools.jackson.core.JacksonException;
import tp6.grader.compile.Background;
import tp6.grader.compile.Jvm;
import tp6.grader.compile.WorkLimit;
import tp6.grader.similar.ParserMain.Answer;
import tp6.grader.submission.Refused;
import tp6.stage.Launch;

/**
 * The grader's end of {@link ParserMain}. Where that is lost over some sources, or takes too long,
 * the next ones have a new one.
 */
final class ParserJvm implements Closeable {
  /** Of a processor's time. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final ScheduledExecutorService watch = Background.thread("watch over the parser");
  private Optional<Process> process = Optional.empty();

  /**
   * Parses a program.
   *
   * @param sources in UTF-8; tokens tell the number of theirs, from 0
   * @throws Refused where it cannot be parsed
   * @throws IOException where no parser can be started
   */
  List<Token> parse(Collection<byte[]> sources) throws IOException {
    Process asked = process.isPresent() ? process.get() : start();
    process = Optional.of(asked);
    Answer answer;
    try (WorkLimit limit = new WorkLimit(asked, PATIENCE, LONGEST, watch)) {
      try {
        answer = ask(asked, sources);
      } catch (IOException | JacksonException e) {
        asked.destroyForcibly();
        process = Optional.empty();
        throw new Refused(
            limit.isForgotten()
                ? "this computer had no time for the parser"
                : "the parser was lost over it");
      }
    }
    if (!answer.failure().isEmpty()) {
      throw new Refused(answer.failure());
    }
    return answer.tokens();
  }

  private static Answer ask(Process parser, Collection<byte[]> sources) throws IOException {
    PrintStream out = new PrintStream(parser.getOutputStream(), true, UTF_8);
    out.println(ParserMain.MAPPER.writeValueAsString(sources));
    String line = parser.inputReader(UTF_8).readLine();
    return ParserMain.MAPPER.readValue(line == null ? "" : line, Answer.class);
  }

  private static Process start() throws IOException {
    List<String> command =
        Jvm.command(
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            ParserMain.class.getName());
    return Launch.withoutEnvironment(new ProcessBuilder(command))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Override
  public void close() {
    process.ifPresent(Process::destroyForcibly);
    watch.shutdownNow();
  }
}
