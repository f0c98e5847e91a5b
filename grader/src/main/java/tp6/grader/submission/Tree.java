package tp6.grader.submission;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that were handed in, whatever they came in. Nothing in it is ever executed. */
interface Tree extends Closeable {
  /** More files than any honest submission has. */
  int MAX_ENTRIES = 20_000;

  /** A longer path than any honest submission has. */
  int MAX_PATH = 1_000;

  /** What a path stands for. */
  enum Kind {
    FILE,
    LINK,
    SUBMODULE,
    SPECIAL
  }

  /**
   * A path, with slashes, as it was handed in.
   *
   * @param time when it was last changed, in milliseconds; 0 where that is not known, as where an
   *     archive only has the date that its kind begins with
   */
  record Entry(String path, Kind kind, long time) {
    private static final long FIRST_OF_2000 = 946_684_800_000L;

    public Entry {
      time = time < FIRST_OF_2000 ? 0 : time;
    }
  }

  /** All that is in it, in any order. */
  List<Entry> entries() throws IOException;

  /** What lies in folders that nobody looks into, as far as it is not among the entries. */
  default List<Entry> aside() throws IOException {
    return List.of();
  }

  /** The folders that are told of in an archive; one with a file in it need not be. */
  default List<String> folders() throws IOException {
    return List.of();
  }

  /** The content of a file; nothing where that is longer than a limit. */
  Optional<byte[]> read(Entry file, int limit) throws IOException;

  /** What was done to read it that is worth a word. */
  default List<Note> notes() {
    return List.of();
  }

  /** Whether the times of its files may tell when each was written. */
  default boolean hasDates() {
    return true;
  }

  /** When it was committed; empty where it is no git repository. */
  default Optional<Instant> committed() {
    return Optional.empty();
  }

  /** Opens an archive in it. */
  default Tree openArchive(Entry archive) throws IOException {
    throw Refused.because("nested", archive.path());
  }
}
