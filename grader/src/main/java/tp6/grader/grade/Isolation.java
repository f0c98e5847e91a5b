package tp6.grader.grade;

import java.util.Locale;
import tp6.grader.sandbox.Sandbox;

/** How far a student's program is kept away from everything else. */
public enum Isolation {
  /** The same as a process, and nothing is amiss: the program is one's own. */
  OWN,
  /** A process of its own, with a clean environment and a working directory that is thrown away. */
  PROCESS,
  /** A sandbox of its own, with a network of its own: see {@link Sandbox}. */
  BWRAP;

  /** As the command line and the reports name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
