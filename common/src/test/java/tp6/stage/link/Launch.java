package tp6.stage.link;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import tp6.stage.setting.Settings;

/** Starts the JVM that a student's program has to itself, with what that program may see. */
@FunctionalInterface
public interface Launch {
  /** Where a program that grades leaves its own way of starting: see {@link #use}. */
  Namespace NAMESPACE = Namespace.create(Launch.class);

  /**
   * Starts a JVM on the course's classes and the student's.
   *
   * @param arguments for {@code java}: options, then the main class
   * @return the process, with its errors among its output
   */
  Process java(List<String> arguments) throws IOException;

  /** Is told that a JVM is about to be ended, if it has not ended by itself. */
  default void ends(Process jvm) {}

  /**
   * Leaves what a JVM cannot do without: what tells it how the names of files are spelt and, on
   * Windows, what opens a socket. Nothing else of an environment is the student's business.
   */
  static ProcessBuilder withoutEnvironment(ProcessBuilder jvm) {
    jvm.environment().keySet().retainAll(Set.of("LC_ALL", "LC_CTYPE", "LANG", "SystemRoot"));
    return jvm;
  }

  /**
   * Starts a JVM in this way, speaks with it, and ends it.
   *
   * @throws NoJvm where that cannot be done here
   */
  static void tryOut(Launch launch, Locale language) {
    Duration limit = Duration.ofSeconds(Settings.LIMIT_SECONDS);
    Settings settings =
        new Settings(language, "0", OptionalInt.empty(), limit, false, Settings.AGAIN);
    try (Link link = new Link(settings, launch, Deadline.in(limit))) {
      link.ask("ping");
    }
  }

  /** Makes all stages that are run in a session start their JVMs in this way. */
  static void use(Launch launch, LauncherSession session) {
    session.getStore().put(NAMESPACE, Launch.class, launch);
  }
}
