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
import tp6.stage.Grade;

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

  /** Runs the stages, and once more where somebody seems to have ended the program. */
  @Override
  public ExerciseResult run(Course exercise, int seed, Path classes, Path folder)
      throws IOException, StageRun.Failed {
    long start = System.nanoTime();
    ExerciseResult result = null;
    for (String name : List.of("work", "work-again")) {
      Path work = Files.createDirectories(folder.resolve(name));
      ProcessLaunch launch =
          new ProcessLaunch(host.withArchiveFor(exercise), classes, work, sandbox);
      running.add(launch);
      try {
        Grade grade = StageRun.of(exercise, rules.withSeed(seed), launch);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        result = ExerciseResult.of(grade, new Cost(millis, launch.peakKib()));
        if (!launch.wasInterrupted()) {
          return result;
        }
      } finally {
        launch.cleanUp();
        running.remove(launch);
      }
    }
    // We would not be here if we had all been meant: the program ends itself in that way.
    return result;
  }

  @Override
  public void close() {
    running.forEach(ProcessLaunch::cleanUp);
  }
}
