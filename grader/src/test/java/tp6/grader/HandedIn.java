package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Note;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Submission;

/** What the tests of the intake have in common: a fork to hand in, and what came of it. */
final class HandedIn {
  /** Where the classes of the exercise are that all these tests hand in. */
  static final String CLOCK = "clock/src/main/java/tp6/clock/";

  static final String SERVER = CLOCK + "ClockServer.java";
  static final byte[] SOURCE = "package tp6.clock;\nclass ClockServer {}\n".getBytes(UTF_8);

  private static final CourseFiles COURSE = CourseFiles.packed();

  private HandedIn() {}

  static Path write(Path folder, String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  static void makePipe(Path path) throws IOException, InterruptedException {
    int status = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("no pipe could be made at " + path);
    }
  }

  static Submission take(Path handedIn) throws IOException {
    return Intake.of(handedIn, COURSE);
  }

  /** The names of the sources that were taken. */
  static Set<String> taken(Submission submission) {
    return submission.sources().getOrDefault(Exercises.CLOCK, Map.of()).keySet();
  }

  static Map<String, Reason> notes(Submission submission) {
    Map<String, Reason> notes = new TreeMap<>();
    for (Note note : submission.notes()) {
      notes.put(note.path(), note.reason());
    }
    return notes;
  }
}
