package tp6.grader.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tp6.grader.grade.Isolation;
import tp6.grader.process.Deadline;
import tp6.grader.process.Failure;
import tp6.grader.process.Lost;
import tp6.grader.process.Worker;
import tp6.grader.process.Workers;
import tp6.grader.sandbox.ReadingJvm;
import tp6.grader.submission.IntakeMain;
import tp6.grader.submission.IntakeMain.Answer;
import tp6.grader.submission.IntakeMain.Request;
import tp6.grader.submission.IntakeMain.Task;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;
import tp6.grader.text.Reason;

/**
 * Reads what was handed in, in JVMs that may cost so much and no more, and are in a sandbox where
 * there is one. What costs more is refused; the next one has another JVM.
 */
public final class HandIns implements Closeable {
  private static final int TRIES = 3;
  private static final int MEGABYTES = 128;
  private static final int SECONDS = 5;
  private static final int SECONDS_FOR_A_CLASS = 120;
  private static final String OUT_OF_MEMORY = "3";

  private final ReadingJvm jvm;
  private final Locale language;
  private final Workers readers;

  /** The folders around what was handed in: all that a reader sees of this computer. */
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  /**
   * Gets ready; a JVM is started when it is needed.
   *
   * @param most how many read at the same time
   * @param language of what is said where something cannot be cleared away
   */
  public HandIns(Isolation isolation, int most, Locale language) throws IOException {
    this.language = language;
    jvm = new ReadingJvm(isolation == Isolation.BWRAP);
    List<String> options = List.of("-Xmx" + MEGABYTES + "m");
    List<String> program = List.of(IntakeMain.class.getName());
    readers =
        new Workers(
            "intake",
            () -> jvm.builder(folders, options, program),
            deadline(SECONDS),
            Math.max(2, most));
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private static Deadline deadline(int seconds) {
    return new Deadline(Optional.of(Duration.ofSeconds(seconds)), Duration.ofMinutes(5));
  }

  /**
   * Reads a submission; of a git repository, the commit at its HEAD.
   *
   * @throws Refused where there is nothing that could be graded, or where that would cost too much
   * @throws IOException where the reading has failed for another reason
   */
  public Submission read(Path handedIn) throws IOException {
    return submission(ask(Task.READ, handedIn, Path.of("")));
  }

  /** The same as it stands on the disk. */
  public Submission readFiles(Path handedIn) throws IOException {
    return submission(ask(Task.READ_FILES, handedIn, Path.of("")));
  }

  private static Submission submission(Answer answer) throws IOException {
    return answer.submission().orElseThrow(() -> new IOException("nothing was read"));
  }

  /**
   * The folder that the archive of a whole class was unpacked into; empty where it is something
   * else.
   */
  public Optional<Path> unpackedClass(Path archive) throws IOException {
    Path folder = Files.createTempDirectory(jvm.work(), "class");
    return ask(Task.UNPACK, archive, folder).isClass() ? Optional.of(folder) : Optional.empty();
  }

  private Answer ask(Task task, Path path, Path into) throws IOException {
    if (Files.notExists(path)) {
      throw Refused.because("no.such", path);
    }
    Path real = path.toRealPath();
    show(real);
    int seconds = task == Task.UNPACK ? SECONDS_FOR_A_CLASS : SECONDS;
    Answer answer = answer(new Request(task, real.toString(), into.toString()), seconds, TRIES);
    if (answer.refused().isPresent()) {
      throw new Refused(answer.refused().get());
    }
    if (!answer.failed().isEmpty()) {
      throw new IOException(answer.failed());
    }
    return answer;
  }

  /** Readers see the folder around a path, or the path itself where that is the whole disk. */
  private synchronized void show(Path path) {
    Path parent = path.getParent();
    if (folders.add(parent == null || parent.getParent() == null ? path : parent)) {
      readers.renew();
    }
  }

  /** A reader that ends for no reason of the hand-in's is replaced. */
  private Answer answer(Request request, int seconds, int tries) throws IOException {
    Worker reader = readers.take();
    try {
      byte[] answer = reader.ask(IntakeMain.MAPPER.writeValueAsBytes(request), deadline(seconds));
      return IntakeMain.MAPPER.readValue(answer, Answer.class);
    } catch (Lost e) {
      if (e.reason() == Lost.Reason.TOO_MUCH_WORK) {
        throw Refused.because("slow", seconds);
      }
      if (e.reason() == Lost.Reason.ENDED && e.exitStatus().equals(OUT_OF_MEMORY)) {
        throw Refused.because("memory", MEGABYTES);
      }
      if (tries == 1) {
        throw e;
      }
    } catch (JacksonException e) {
      reader.close();
      if (tries == 1) {
        throw new Failure("unreadable", e, new Failure.Name("intake"));
      }
    } finally {
      readers.giveBack(reader);
    }
    return answer(request, seconds, tries - 1);
  }

  @Override
  public void close() {
    readers.close();
    try {
      jvm.close();
    } catch (IOException e) {
      Reason left = Reason.of("temporary.left", jvm.scratch(), e.getMessage());
      System.err.println(left.in(language));
    }
  }
}
