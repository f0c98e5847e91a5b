package tp6.grader.submission;

/** A file of a submission that was not taken, and why. */
public record Note(String path, Reason reason) {
  /** Why a file was not taken. */
  public enum Reason {
    /** The course's own is used. */
    CHANGED,
    /** It is not where the student's classes are. */
    ADDED,
    LINK,
    SUBMODULE,
    SPECIAL,
    /** Its name, or that of a folder around it, is not a Java name. */
    NAME,
    /** Its path tries to be something else than a path. */
    PATH,
    TOO_LARGE,
    TOO_MANY,
    BINARY,
    MODULE_INFO;

    /** Whether it would have been taken, had it been as it should be. */
    public boolean isRefusal() {
      return this != CHANGED && this != ADDED;
    }
  }
}
