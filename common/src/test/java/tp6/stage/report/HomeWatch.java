package tp6.stage.report;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tp6.stage.text.Words;

/**
 * {@code mvn test -Dwatch}: grades an exercise again whenever a source is saved. Ctrl-C ends it.
 */
final class HomeWatch {
  private static final LauncherConfig ALONE =
      LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();

  private final Class<?> exercise;
  private final Path module;
  private final Words words;
  private Grade last;

  private HomeWatch(Class<?> exercise, Path module, Grade first) {
    this.exercise = exercise;
    this.module = module;
    this.words = Words.of(first.settings().language());
    this.last = first;
  }

  static boolean isWanted() {
    return System.getProperty("watch") != null;
  }

  /** Compiles and grades until the JVM, or the thread, is told to end. */
  static void of(Class<?> exercise, Path module, Grade first) {
    try (Saves saves = new Saves(List.of(Sources.folder(module)))) {
      new HomeWatch(exercise, module, first).watch(saves);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch(Saves saves) throws IOException, InterruptedException {
    while (true) {
      say("watch.waiting");
      List<Path> saved = saves.next();
      say("watch.grading", names(saved), last.exercise());
      Sources sources = Sources.of(module);
      if (SourceCheck.passes(sources, words)) {
        sources.compile();
        grade();
      }
    }
  }

  static String names(List<Path> files) {
    return files.stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.joining(", "));
  }

  private void say(String key, Object... values) {
    LocalTime now = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
    System.out.printf("%n%tT  %s%n", now, words.say(key, values));
  }

  private void grade() {
    LauncherFactory.create(ALONE)
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(exercise)).build(),
            new GradeListener((same, grade) -> tell(grade)));
  }

  private void tell(Grade grade) {
    System.out.println();
    System.out.print(TextReport.of(grade));
    String changes =
        grade.stages().stream()
            .filter(stage -> stage.earned() != last.stage(stage.number()).earned())
            .map(stage -> (stage.earned() > 0 ? "+" : "-") + stage.number())
            .collect(Collectors.joining(", "));
    System.out.println(
        changes.isEmpty()
            ? words.say("watch.same", grade.earned())
            : words.say("watch.changed", last.earned(), grade.earned(), changes));
    last = grade;
  }
}
