package tp6.grader.similar;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import tp6.grader.compile.Background;
import tp6.grader.compile.Jvm;
import tp6.grader.compile.WorkLimit;

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
   * @return the tokens of one source after the other
   * @throws IOException where no parser can be started
   */
  List<Token> parse(Collection<byte[]> sources) throws IOException, Unreadable {
    Process asked = process.isPresent() ? process.get() : start();
    process = Optional.of(asked);
    try (WorkLimit limit = new WorkLimit(asked, PATIENCE, LONGEST, watch)) {
      try {
        ask(sources, asked);
        return answer(new DataInputStream(asked.getInputStream()));
      } catch (IOException e) {
        asked.destroyForcibly();
        process = Optional.empty();
        throw new Unreadable(
            limit.isForgotten()
                ? "this computer had no time for the parser"
                : "the parser was lost over it");
      }
    }
  }

  private static Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Jvm.command(
                    "-Xmx256m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ParserMain.class.getName()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().retainAll(Set.of("SystemRoot"));
    return builder.start();
  }

  private static void ask(Collection<byte[]> sources, Process parser) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(parser.getOutputStream()));
    out.writeInt(sources.size());
    for (byte[] source : sources) {
      out.writeInt(source.length);
      out.write(source);
    }
    out.flush();
  }

  private static List<Token> answer(DataInputStream in) throws IOException, Unreadable {
    String failure = in.readUTF();
    if (!failure.isEmpty()) {
      throw new Unreadable(failure);
    }
    int count = in.readInt();
    if (count > ParserMain.MAX_TOKENS) {
      throw new IOException(count + " tokens");
    }
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tokens.add(new Token(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
    }
    return tokens;
  }

  @Override
  public void close() {
    process.ifPresent(Process::destroyForcibly);
    watch.shutdownNow();
  }
}
