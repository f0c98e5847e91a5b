package tp6.grader.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import tp6.grader.course.Course;
import tp6.stage.Grade;

/** Runs stages in this JVM, over programs in JVMs of their own. */
final class LocalStager implements Stager {
  private final Rules rules;
  private final Supplier<HostFiles> host;
  private final Optional<Sandbox> sandbox;
  private final Set<ProcessLaunch> running = ConcurrentHashMap.newKeySet();
  private final Map<Course, AtomicBoolean> warm = new ConcurrentHashMap<>();

  LocalStager(Rules rules, Supplier<HostFiles> host, Optional<Sandbox> sandbox) {
    this.rules = rules;
    this.host = host;
    this.sandbox = sandbox;
  }

  /**
   * The first run of an exercise is alone: its tests are new to the JVM, and slow as never again.
   */
  @Override
  public ExerciseResult run(Course exercise, Path classes, Path folder)
      throws IOException, StageRun.Failed {
    AtomicBoolean isWarm = warm.computeIfAbsent(exercise, one -> new AtomicBoolean());
    synchronized (isWarm) {
      if (isWarm.compareAndSet(false, true)) {
        return runNow(exercise, classes, folder);
      }
    }
    return runNow(exercise, classes, folder);
  }

  /** Runs the stages, and once more where somebody seems to have ended the program. */
  private ExerciseResult runNow(Course exercise, Path classes, Path folder)
      throws IOException, StageRun.Failed {
    HostFiles files = host.get();
    long start = System.nanoTime();
    ExerciseResult result = null;
    for (String name : List.of("work", "work-again")) {
      Path work = Files.createDirectories(folder.resolve(name));
      ProcessLaunch launch =
          new ProcessLaunch(
              exercise == Course.WEATHER ? files : files.withoutArchive(), classes, work, sandbox);
      running.add(launch);
      try {
        Grade grade = StageRun.of(exercise, rules, launch);
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
