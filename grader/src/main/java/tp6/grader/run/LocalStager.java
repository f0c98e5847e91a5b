package tp6.grader.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tp6.grader.course.Course;
import tp6.grader.grade.Cost;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Rules;
import tp6.grader.process.Failure;
import tp6.grader.sandbox.Sandbox;
import tp6.stage.report.Grade;

/** Runs stages in this JVM, over programs in JVMs of their own. */
final class LocalStager implements Stager {
  private final Rules rules;
  private final HostFiles host;
  private final Optional<Sandbox> sandbox;
  private final Set<ProcessLaunch> running = ConcurrentHashMap.newKeySet();

  LocalStager(Rules rules, HostFiles host, Optional<Sandbox> sandbox) {
    this.rules = rules;
    this.host = host;
    this.sandbox = sandbox;
  }

  @Override
  public Attempt run(Course exercise, String seed, Path classes, Path folder)
      throws IOException, StageRun.Failed {
    long start = System.nanoTime();
    Path work = Files.createDirectories(folder.resolve("work"));
    HostFiles files = host.withArchiveFor(exercise);
    if (sandbox.isPresent()) {
      for (Path file : files.filesWith(classes)) {
        sandbox.get().letOthersRead(file);
      }
    }
    ProcessLaunch launch = new ProcessLaunch(files, classes, work, sandbox);
    running.add(launch);
    try {
      Grade grade = StageRun.of(exercise, rules.withSeed(seed), launch);
      requireAll(files.filesWith(classes));
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      ExerciseResult result = ExerciseResult.of(grade, new Cost(millis, launch.peakKib()));
      return new Attempt(result, !result.hasVerdict() || launch.wasEndedByOthers());
    } finally {
      launch.cleanUp();
      running.remove(launch);
    }
  }

  private void requireAll(List<Path> files) throws StageRun.Failed {
    try {
      Failure.requireAll(files);
    } catch (Failure e) {
      throw new StageRun.Failed(e.in(rules.language()));
    }
  }

  @Override
  public void close() {
    running.forEach(ProcessLaunch::cleanUp);
  }
}
