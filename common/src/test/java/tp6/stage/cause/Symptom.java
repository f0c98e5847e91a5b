package tp6.stage.cause;

import java.util.Locale;

/** What a client met instead of what it expected. */
public enum Symptom {
  /** No line came in time. */
  SILENCE,
  /** Something came, but no line end after it. */
  UNFINISHED,
  /** The connection did not end in time. */
  OPEN,
  /** The connection ended where a line was expected. */
  END,
  /** The connection was reset. */
  RESET,
  /** The connection was reset where its end was expected. */
  BROKEN_OFF,
  /** Nobody listens. */
  REFUSED,
  /** Another line came. */
  DIFFERENT,
  /** The same answer came where another one was expected. */
  SAME,
  /** Something came where nothing was expected. */
  UNASKED,
  /** A line came without end. */
  ENDLESS,
  /** Sockets are left over. */
  LEAK,
  /** Threads are left over. */
  THREADS,
  /** A program did not come to its end. */
  LATE,
  /** The server was closed and goes on. */
  UNSTOPPED,
  /** The server has stopped, and was not closed. */
  ENDED,
  /** The server did not even open its port. */
  UNOPENED,
  /** The stage has taken too long as a whole. */
  OVERTIME,
  /** A check of the test itself failed. */
  OTHER;

  /** Whether it looks as if there were nobody on the other side. */
  public boolean isAboutNobody() {
    return this == SILENCE || this == UNSTOPPED || this == ENDED || isHangUp();
  }

  /** Whether the connection is gone. */
  public boolean isHangUp() {
    return this == END || this == RESET || this == REFUSED;
  }

  /** Whether it matters where the program stands: after a wrong answer it has long moved on. */
  public boolean isAboutWaiting() {
    return this != DIFFERENT
        && this != BROKEN_OFF
        && this != SAME
        && this != UNASKED
        && this != ENDLESS
        && this != OTHER;
  }

  /** The key of its sentence, and of a hint for it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
