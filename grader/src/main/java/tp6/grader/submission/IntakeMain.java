package tp6.grader.submission;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.json.JsonMapper;
import tp6.grader.course.CourseFiles;
import tp6.stage.Visible;

/**
 * A JVM that reads what was handed in, one after the other: a request is JSON, and so is the
 * answer, each after the number of its bytes. It ends with its standard input.
 */
public final class IntakeMain {
  public static final JsonMapper MAPPER = JsonMapper.shared();

  /** What is to be done with a path. */
  public enum Task {
    /** Read it; of a git repository, the commit at its HEAD. */
    READ,
    /** Read it as it lies there. */
    READ_FILES,
    /** Unpack it, where it is a zip of a whole class. */
    UNPACK
  }

  /**
   * A task.
   *
   * @param into where an archive of a class is unpacked
   */
  public record Request(Task task, String path, String into) {}

  /**
   * What came of it.
   *
   * @param isClass whether it was unpacked
   * @param submission if it was read
   * @param refused why; empty where it was not
   * @param failed what has failed, be it the archive or the reader
   */
  public record Answer(
      boolean isClass, Optional<Submission> submission, String refused, String failed) {}

  private final CourseFiles course = CourseFiles.packed();

  private IntakeMain() {}

  public static void main(String[] args) throws Exception {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    System.setOut(new PrintStream(System.err));
    BlockingQueue<byte[]> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> readAll(in, requests), "requests");
    reader.setDaemon(true);
    reader.start();
    IntakeMain intake = new IntakeMain();
    while (true) {
      Answer answer = intake.answer(MAPPER.readValue(requests.take(), Request.class));
      byte[] bytes = MAPPER.writeValueAsBytes(answer);
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
    }
  }

  /** Apart from the reading, so that the end of the grader ends a reader that is busy, too. */
  private static void readAll(DataInputStream in, BlockingQueue<byte[]> requests) {
    try {
      while (true) {
        requests.add(in.readNBytes(in.readInt()));
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private Answer answer(Request request) {
    try {
      Path path = Path.of(request.path());
      return switch (request.task()) {
        case READ -> of(Intake.of(path, course));
        case READ_FILES -> of(Intake.ofFiles(path, course));
        case UNPACK ->
            new Answer(ClassZip.unpack(path, Path.of(request.into())), Optional.empty(), "", "");
      };
    } catch (Refused e) {
      return new Answer(false, Optional.empty(), e.getMessage(), "");
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      return new Answer(false, Optional.empty(), "", Visible.line(e.toString()));
    }
  }

  private static Answer of(Submission submission) {
    return new Answer(false, Optional.of(submission), "", "");
  }
}
