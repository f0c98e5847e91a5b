package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tp6.grader.course.CourseFiles;
import tp6.grader.process.Answers;
import tp6.grader.process.Background;
import tp6.grader.text.Reason;
import tp6.stage.text.Visible;

/** A JVM that reads what was handed in, one after the other: requests and answers are JSON. */
public final class IntakeMain {
  public static final JsonMapper MAPPER = JsonMapper.shared();

  /** What is to be done with a path. */
  public enum Task {
    /** Read it; of a git repository, the commit at its HEAD. */
    READ,
    /** Read it as it lies there. */
    READ_FILES,
    /** Unpack it, where it is the archive of a whole class. */
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
   * @param refused why, if it was
   * @param failed what has failed, be it the archive or the reader
   */
  public record Answer(
      boolean isClass, Optional<Submission> submission, Optional<Reason> refused, String failed) {}

  private final CourseFiles course = CourseFiles.packed();

  private IntakeMain() {}

  public static void main(String[] args) throws IOException {
    IntakeMain intake = new IntakeMain();
    Answers.with(
        question ->
            MAPPER.writeValueAsBytes(intake.answer(MAPPER.readValue(question, Request.class))),
        Background.thread("reading"));
  }

  private Answer answer(Request request) {
    try {
      Path path = Path.of(request.path());
      return switch (request.task()) {
        case READ -> of(Intake.of(path, course));
        case READ_FILES -> of(Intake.ofFiles(path, course));
        case UNPACK ->
            new Answer(
                ClassArchive.unpack(path, Path.of(request.into())),
                Optional.empty(),
                Optional.empty(),
                "");
      };
    } catch (Refused e) {
      return new Answer(false, Optional.empty(), Optional.of(e.why()), "");
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      return new Answer(false, Optional.empty(), Optional.empty(), Visible.line(e.toString()));
    }
  }

  private static Answer of(Submission submission) {
    return new Answer(false, Optional.of(submission), Optional.empty(), "");
  }
}
