package tp6.grader.code;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tp6.grader.doctor.Doctor;
import tp6.grader.grade.Isolation;
import tp6.grader.process.Deadline;
import tp6.grader.process.Lost;
import tp6.grader.process.Worker;
import tp6.grader.process.Workers;
import tp6.grader.run.HostFiles;
import tp6.grader.sandbox.ReadingJvm;

/**
 * A JVM with all of the grader's classes that reads what students have sent: in a sandbox, or else
 * in a process alone where that is asked for, or where there is no sandbox.
 */
public final class SandboxedReader implements Closeable {
  private static final List<String> OPTIONS = List.of("-Xmx256m", "-Xss8m");

  private final ReadingJvm jvm;
  private final Workers workers;

  /**
   * Starts nothing yet.
   *
   * @param main its main class, which answers questions; it takes the jar of the classes that
   *     students' sources use, and these arguments
   */
  public SandboxedReader(Isolation isolation, Class<?> main, String... arguments)
      throws IOException {
    jvm = new ReadingJvm(isolation == Isolation.BWRAP && Doctor.missing().isEmpty());
    Path common = HostFiles.pack(jvm.scratch()).common();
    List<String> program = new ArrayList<>(List.of(main.getName(), common.toString()));
    program.addAll(List.of(arguments));
    workers =
        new Workers(
            "reader", () -> jvm.builder(List.of(common), OPTIONS, program), Deadline.OF_SOURCES);
  }

  /**
   * Asks.
   *
   * @return the answer; empty where the JVM was lost over the question
   * @throws IOException where that is not the question's fault
   */
  public Optional<byte[]> ask(byte[] question) throws IOException {
    Worker worker = workers.take();
    try {
      return Optional.of(worker.ask(question));
    } catch (Lost e) {
      if (e.reason() != Lost.Reason.OUTSIDE) {
        return Optional.empty();
      }
      throw new IOException(e.getMessage() + ": see grader doctor", e);
    } finally {
      workers.giveBack(worker);
    }
  }

  @Override
  public void close() throws IOException {
    workers.close();
    jvm.close();
  }
}
