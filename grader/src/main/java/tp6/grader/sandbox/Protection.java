package tp6.grader.sandbox;

import java.util.Locale;

/** What a sandbox keeps away. Each can be left out, to see that its absence is noticed. */
public enum Protection {
  /** The grader's environment is not handed on. */
  ENVIRONMENT,
  /** A private network, which ends at this computer's loopback. */
  NETWORK,
  /** No process is seen but the program's own. */
  PROCESSES,
  /** No file is seen but the JDK, the course's classes and the program's own. */
  FILES,
  /** Nothing can be written but small folders that are thrown away. */
  READ_ONLY,
  /** No privilege, and no way to one. */
  PRIVILEGES,
  /** Memory, threads, files and time are limited. */
  LIMITS,
  /** No system call is made that programs do not need. */
  CALLS,
  /** What was written is not run. */
  SCRATCH;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
