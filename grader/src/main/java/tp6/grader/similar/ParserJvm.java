package tp6.grader.similar;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

  /** Ten times as many as a long solution has. The time for a comparison grows with the square. */
  private static final int MAX_TOKENS = 1_500;

  private final ScheduledExecutorService watch = Background.thread("watch over the parser");
  private Optional<Process> process = Optional.empty();
  private DataOutputStream out;
  private DataInputStream in;

  /**
   * A token.
   *
   * @param type of JPlag's for Java, by ordinal, or {@link ParserMain#FILE_END}
   * @param file which of those that were parsed
   * @param line from 1
   */
  record Lexeme(int type, int file, int line) {}

  /** That sources cannot be compared, and why. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
      super(why);
    }
  }

  /** The tokens of some files, file by file. */
  List<Lexeme> parse(List<Path> files) throws IOException, Unreadable {
    if (process.isEmpty()) {
      start();
    }
    Process asked = process.get();
    try (WorkLimit limit = new WorkLimit(asked, PATIENCE, LONGEST, watch)) {
      try {
        ask(files);
        String failure = in.readUTF();
        if (!failure.isEmpty()) {
          throw new Unreadable(failure);
        }
        return read();
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

  private void start() throws IOException {
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
    Process started = builder.start();
    process = Optional.of(started);
    out = new DataOutputStream(new BufferedOutputStream(started.getOutputStream()));
    in = new DataInputStream(started.getInputStream());
  }

  private void ask(List<Path> files) throws IOException {
    out.writeInt(files.size());
    for (Path file : files) {
      out.writeUTF(file.toString());
    }
    out.flush();
  }

  private List<Lexeme> read() throws IOException, Unreadable {
    int count = in.readInt();
    List<Lexeme> lexemes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Lexeme lexeme = new Lexeme(in.readShort(), in.readShort(), in.readInt());
      if (i < MAX_TOKENS) {
        lexemes.add(lexeme);
      }
    }
    if (count > MAX_TOKENS) {
      throw new Unreadable("is longer than " + MAX_TOKENS + " tokens");
    }
    return lexemes;
  }

  @Override
  public void close() {
    process.ifPresent(Process::destroyForcibly);
    watch.shutdownNow();
  }
}
