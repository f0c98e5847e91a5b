package tp6.grader.submission;

import tp6.grader.text.Plain;

/** A file of a submission that was not taken as it was handed in, and why. */
public record Note(String path, Reason reason) {
  /** Why a file was not taken. */
  public enum Reason {
    /** The course's own is used. */
    CHANGED,
    /** It is not where the student's classes are. */
    ADDED,
    /** The same is in another place, too. */
    COPY,
    /** It is in an archive or a folder, and what was taken is newer. */
    OLDER,
    /** Parts of the starter are still to be written in it, and not in what was taken. */
    STARTER,
    /** It was taken, though in a folder: it is newer than the same exercise around that. */
    NEWER,
    /** It was taken, though from another place than its own: there its package belongs. */
    PLACED,
    /** HEAD has no commit; this branch, the only one that has, was taken. */
    BRANCH,
    /** Its repository is elsewhere, and is not read: the files count as they lie there. */
    WORKTREE,
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
    /** It is in UTF-16. */
    ENCODING,
    /** It only says where Git LFS has the file. */
    LFS,
    MODULE_INFO,
    /** Answers that are no text, or too long for one. */
    ANSWERS;

    /** Whether it would have been taken, had it been as it should be. */
    public boolean isRefusal() {
      return compareTo(WORKTREE) > 0;
    }

    /** Whether it was taken all the same, and its place is worth a word. */
    boolean isOfTaken() {
      return this == PLACED || this == NEWER;
    }
  }

  Note shortened(int length) {
    return new Note(Plain.start(path, length) + "…", reason);
  }
}
