package tp6.grader.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tp6.grader.compile.Compilers;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.process.Folders;
import tp6.grader.sandbox.Sandbox;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Intake;
import tp6.grader.text.Reason;
import tp6.stage.link.Launch;
import tp6.stage.link.NoJvm;

/** Grades submissions, many exercises at the same time. */
public final class Grader implements Closeable {
  /** Enough for all places: of most submissions, only the exercise that waits longest is left. */
  private static final int SUBMISSIONS_PER_JOB = 12;

  /** Fewer, for in sandboxes each has a JVM of the grader's to itself. */
  private static final int MORE_IN_SANDBOXES = 6;

  private static final int MOST_SECONDS_TO_END = 5;

  private final Rules rules;
  private final CourseFiles course = CourseFiles.packed();
  private final Path scratch;
  private final Path work;
  private final HandIns handIns;
  private final boolean closesHandIns;
  private final HostFiles host;
  private final Compilers compilers;
  private final Places places;
  private final int submissionsAtATime;
  private final ExecutorService exercises = Executors.newCachedThreadPool();
  private final Stagers stagers;
  private final ExerciseGrader grading;
  private final SubmissionGrader submissions;

  /**
   * Gets ready.
   *
   * @param jobs how many processors to keep busy
   * @throws IOException where there is no room for temporary files
   */
  public Grader(Rules rules, int jobs) throws IOException {
    this(rules, jobs, new HandIns(rules.isolation(), jobs, rules.language()), true);
  }

  /** The same with a reader of what was handed in, which stays open when this is closed. */
  public Grader(Rules rules, int jobs, HandIns handIns) throws IOException {
    this(rules, jobs, handIns, false);
  }

  private Grader(Rules rules, int jobs, HandIns handIns, boolean closesHandIns) throws IOException {
    this.rules = rules;
    this.closesHandIns = closesHandIns;
    this.handIns = handIns;
    this.scratch = Files.createTempDirectory("tp6-");
    this.host = HostFiles.pack(scratch);
    this.work = Files.createDirectory(scratch.resolve("work"));
    Optional<Sandbox> sandbox =
        rules.isolation() == Isolation.BWRAP
            ? Optional.of(Sandbox.in(scratch, Set.of()))
            : Optional.empty();
    this.compilers = new OwnCompilers(rules.release(), host, scratch, work).of(jobs, sandbox);
    this.places = new Places(jobs);
    this.stagers = Prober.orHere(rules, host, scratch, sandbox);
    this.grading =
        new ExerciseGrader(
            rules,
            course,
            work,
            compilers,
            places,
            Prober.orHere(rules.patient(), host, scratch, sandbox));
    this.submissionsAtATime =
        sandbox.isPresent() ? jobs + MORE_IN_SANDBOXES : jobs * SUBMISSIONS_PER_JOB;
    this.submissions = new SubmissionGrader(grading, stagers, exercises);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    compilers.startOne();
  }

  /** Gets ready for many submissions: a second or two that each of them makes up for in part. */
  public void expectMany() throws IOException, InterruptedException {
    host.writeArchives();
  }

  /**
   * Waits for a compiler, and for a JVM as students' programs have one.
   *
   * @throws IOException where one of them cannot be started here
   * @throws NoJvm where that is the program's
   */
  public void tryOut() throws IOException {
    if (rules.isolation() != Isolation.BWRAP) {
      Path folder = Files.createDirectory(work.resolve("trial"));
      ProcessLaunch launch = new ProcessLaunch(host, host.common(), folder, Optional.empty());
      Launch.tryOut(launch, rules.language());
      launch.cleanUp();
    }
    compilers.awaitOne();
  }

  /** As many as keep the processors busy. */
  int submissionsAtATime() {
    return submissionsAtATime;
  }

  /**
   * Grades what was handed in, with values of its own. The result comes when it is there; it comes
   * in any case.
   */
  public CompletableFuture<Result> grade(Candidate candidate) {
    return grade(candidate, rules.exercises());
  }

  /** Grades only some exercises of what was handed in. */
  public CompletableFuture<Result> grade(Candidate candidate, List<Course> chosen) {
    Rules own = rules.of(candidate.id()).withExercises(chosen);
    return submissions.grade(candidate, own, () -> handIns.read(candidate.path()));
  }

  /** Grades a working tree as it stands on the disk, whatever git knows of it. */
  public CompletableFuture<Result> gradeFiles(Candidate candidate) {
    return gradeFiles(candidate, rules.exercises());
  }

  /** Grades only some exercises of a working tree. */
  public CompletableFuture<Result> gradeFiles(Candidate candidate, List<Course> chosen) {
    return submissions.grade(
        candidate,
        rules.withExercises(chosen),
        () ->
            rules.isolation() == Isolation.OWN
                ? Intake.ofFiles(candidate.path(), course)
                : handIns.readFiles(candidate.path()));
  }

  /** Folders of programs and of the grader itself, as long as it is open. */
  Path scratch() {
    return scratch;
  }

  /** Whether somebody has ended it, be it by Ctrl-C. */
  boolean isClosed() {
    return exercises.isShutdown();
  }

  @Override
  public void close() {
    exercises.shutdownNow();
    grading.close();
    places.close();
    compilers.close();
    stagers.close();
    awaitExercises();
    if (closesHandIns) {
      handIns.close();
    }
    try {
      Folders.delete(scratch);
    } catch (IOException e) {
      Reason left = Reason.of("temporary.left", scratch, e.getMessage());
      System.err.println(left.in(rules.language()));
    }
  }

  /** Until then they may still write files. */
  private void awaitExercises() {
    try {
      exercises.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
