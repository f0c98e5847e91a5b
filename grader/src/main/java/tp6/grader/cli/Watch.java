package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tp6.grader.course.Course;

/**
 * Notices that a student has saved a source. It looks for itself: what systems tell of changes
 * comes seconds late on some of them.
 */
final class Watch implements AutoCloseable {
  private static final int LOOK_MILLIS = 200;

  private final Path folder;
  private final List<Course> exercises;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private Map<Course, Map<Path, String>> known;

  Watch(Path folder, List<Course> exercises) throws IOException {
    this.folder = folder;
    this.exercises = exercises;
    this.known = look();
  }

  /** Waits for a change, and for its end, where several files are saved. */
  List<Course> next() throws IOException, InterruptedException {
    Map<Course, Map<Path, String>> last = known;
    while (true) {
      Map<Course, Map<Path, String>> now = lookSoon();
      if (now.equals(last) && !now.equals(known)) {
        Map<Course, Map<Path, String>> old = known;
        known = now;
        return exercises.stream().filter(one -> !now.get(one).equals(old.get(one))).toList();
      }
      last = now;
    }
  }

  private Map<Course, Map<Path, String>> lookSoon() throws IOException, InterruptedException {
    try {
      return timer.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS).get();
    } catch (ExecutionException e) {
      throw new IOException(folder + " cannot be watched: " + e.getCause().getMessage(), e);
    }
  }

  private Map<Course, Map<Path, String>> look() throws IOException {
    Map<Course, Map<Path, String>> seen = new HashMap<>();
    for (Course exercise : exercises) {
      Map<Path, String> files = new HashMap<>();
      Path sources = folder.resolve(exercise.sourceFolder());
      if (Files.isDirectory(sources)) {
        try (Stream<Path> found = Files.walk(sources)) {
          for (Path file : found.filter(one -> one.toString().endsWith(".java")).toList()) {
            files.put(file, stamp(file));
          }
        }
      }
      seen.put(exercise, files);
    }
    return seen;
  }

  /** Editors replace a file while they save it. */
  private static String stamp(Path file) throws IOException {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.lastModifiedTime() + " " + found.size();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
