package tp6.grader.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import tp6.grader.compile.Compilation;
import tp6.grader.compile.Compilation.Compiled;
import tp6.grader.compile.Compilation.DidNotCompile;
import tp6.grader.compile.Compilers;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Rules;
import tp6.grader.process.Failure;
import tp6.grader.process.Folders;
import tp6.grader.submission.Submission;
import tp6.grader.text.Reason;
import tp6.stage.report.Grade;
import tp6.stage.report.SourceError;
import tp6.stage.text.Visible;

/**
 * Grades one exercise of a submission. Where the computer may have been the cause of what came of
 * it, it does so again when nothing else is under way; what comes of that stands.
 */
final class ExerciseGrader implements Closeable {
  private final Rules rules;
  private final CourseFiles course;
  private final Path work;
  private final Compilers compilers;
  private final Places places;
  private final Stagers patient;
  private final AtomicInteger number = new AtomicInteger();
  private volatile boolean closing;

  /**
   * Gets ready.
   *
   * @param work a folder for sources, classes and programs
   * @param patient for what is run again
   */
  ExerciseGrader(
      Rules rules,
      CourseFiles course,
      Path work,
      Compilers compilers,
      Places places,
      Stagers patient) {
    this.rules = rules;
    this.course = course;
    this.work = work;
    this.compilers = compilers;
    this.places = places;
    this.patient = patient;
  }

  /** Waits for its turn, and grades, once with each seed. There is a result in any case. */
  ExerciseResult grade(
      Course exercise, Submission submission, List<String> seeds, Stagers.Lease lease) {
    Attempt first = inItsPlace(exercise, submission, seeds, lease);
    boolean again = first.isDoubtful() && !closing;
    return again ? alone(exercise, submission, seeds, first) : first.result();
  }

  private Attempt inItsPlace(
      Course exercise, Submission submission, List<String> seeds, Stagers.Lease lease) {
    if (!places.enter(exercise)) {
      return interrupted(exercise);
    }
    boolean wasRun = false;
    try {
      Attempt attempt = attempt(exercise, submission, seeds, lease);
      wasRun = attempt.result().status() == Status.GRADED;
      return attempt;
    } finally {
      places.leave(exercise, wasRun);
    }
  }

  private ExerciseResult alone(
      Course exercise, Submission submission, List<String> seeds, Attempt first) {
    if (!places.enterAlone()) {
      return interrupted(exercise).result();
    }
    try (Stagers.Lease lease = new Stagers.Lease(patient)) {
      Attempt second = attempt(exercise, submission, seeds, lease);
      return second.standsAfter(first)
          ? second.result()
          : without(exercise, Status.NOT_GRADED, why(new Failure("killed", null)));
    } finally {
      places.leaveAlone();
    }
  }

  private Attempt attempt(
      Course exercise, Submission submission, List<String> seeds, Stagers.Lease lease) {
    try {
      Attempt attempt = run(exercise, submission, seeds, lease);
      return closing ? interrupted(exercise) : attempt;
    } catch (IOException | StageRun.Failed | RuntimeException | Error e) {
      // An error, too: a lack of memory, of threads or of a library does not stop the others.
      return closing
          ? interrupted(exercise)
          : new Attempt(without(exercise, Status.NOT_GRADED, why(e)), true);
    }
  }

  /** Our own messages stand for themselves; those of others are paths and names at times. */
  String why(Throwable e) {
    if (e instanceof Failure ours) {
      return Visible.line(ours.in(rules.language()));
    }
    boolean isOurs = e instanceof StageRun.Failed || e.getClass() == IOException.class;
    return Visible.line(isOurs ? e.getMessage() : e.toString());
  }

  private Attempt interrupted(Course exercise) {
    return sure(without(exercise, Status.NOT_GRADED, why(new Failure("interrupted", null))));
  }

  private static Attempt sure(ExerciseResult result) {
    return new Attempt(result, false);
  }

  private Attempt run(
      Course exercise, Submission submission, List<String> seeds, Stagers.Lease lease)
      throws IOException, StageRun.Failed {
    Optional<Reason> notFetched = submission.notFetched(exercise);
    if (notFetched.isPresent()) {
      String why = Visible.line(notFetched.get().in(rules.language()));
      return sure(without(exercise, Status.NOT_GRADED, why));
    }
    Map<String, byte[]> own = submission.sources().get(exercise);
    if (own == null) {
      boolean wasRefused = submission.wasRefused(exercise);
      return sure(without(exercise, wasRefused ? Status.REFUSED : Status.NOT_STARTED, ""));
    }
    Map<String, byte[]> sources = new TreeMap<>(own);
    sources.putAll(course.given(exercise));
    Path folder = work.resolve(Integer.toString(number.incrementAndGet()));
    try {
      Compilation compilation = compilers.compile(sources, folder);
      if (compilation instanceof Compiled compiled) {
        return run(exercise, compiled.classes(), folder, seeds, lease.stager());
      }
      List<SourceError> errors =
          compilation instanceof DidNotCompile failed ? failed.errors() : List.of();
      return sure(without(exercise, Status.DOES_NOT_COMPILE, "", errors));
    } finally {
      discard(folder);
    }
  }

  private Attempt run(Course exercise, Path classes, Path folder, List<String> seeds, Stager stager)
      throws IOException, StageRun.Failed {
    List<Attempt> runs = new ArrayList<>();
    for (String seed : seeds) {
      runs.add(stager.run(exercise, seed, classes, folder.resolve("run" + runs.size())));
    }
    return Attempt.of(seeds, runs);
  }

  ExerciseResult without(Course exercise, Status status, String why) {
    return without(exercise, status, why, List.of());
  }

  /** All stages of the exercise, and none of them run. */
  private ExerciseResult without(
      Course exercise, Status status, String why, List<SourceError> errors) {
    return new ExerciseResult(
        exercise.module(),
        status,
        why,
        Grade.stagesBefore(exercise.stages(), rules.language()),
        errors);
  }

  /** From now on, what fails does so because it is ended. */
  @Override
  public void close() {
    closing = true;
    patient.close();
  }

  /** What cannot be deleted now may be so at the end; that is no reason to lose a grade. */
  private static void discard(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      // It lies in the scratch folder.
    }
  }
}
