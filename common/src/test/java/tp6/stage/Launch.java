package tp6.stage;

import java.io.IOException;
import java.util.List;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;

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

  /** Makes all stages that are run in a session start their JVMs in this way. */
  static void use(Launch launch, LauncherSession session) {
    session.getStore().put(NAMESPACE, Launch.class, launch);
  }
}
