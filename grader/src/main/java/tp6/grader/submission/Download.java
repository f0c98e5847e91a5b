package tp6.grader.submission;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Moodle's name for a hand-in tells, where all of an assignment are downloaded.
 *
 * @param who the student; where groups hand in, the group
 * @param number of the student in this assignment, or of the group; empty for those in no group
 * @param kind {@code file}, or {@code onlinetext}
 * @param file what the student called the file, where each has a name like this; else empty
 */
public record Download(String who, String number, String kind, String file) {
  private static final Pattern NAME =
      Pattern.compile("(.*?)(?:_(\\d+))?_assignsubmission_([a-z]+)(?:_(.*))?", Pattern.DOTALL);

  /** Reads a name; empty where Moodle has not given it. */
  public static Optional<Download> of(String name) {
    Matcher matcher = NAME.matcher(Normalizer.normalize(name, Normalizer.Form.NFC));
    return matcher.matches()
        ? Optional.of(
            new Download(
                matcher.group(1),
                Optional.ofNullable(matcher.group(2)).orElse(""),
                matcher.group(3),
                Optional.ofNullable(matcher.group(4)).orElse("")))
        : Optional.empty();
  }

  /** Whether it is the name of a file, and not that of a folder. */
  static boolean isFile(String name) {
    return of(name).filter(one -> !one.file().isEmpty()).isPresent();
  }

  /** The path of a file as it is where students have folders: without, its name tells it. */
  static String inFolder(String path) {
    int at = path.lastIndexOf('/') + 1;
    return of(path.substring(at))
        .filter(one -> !one.file().isEmpty())
        .map(one -> path.substring(0, at) + one.folder() + "/" + one.file())
        .orElse(path);
  }

  private String folder() {
    return who + (number.isEmpty() ? "" : "_" + number) + "_assignsubmission_" + kind;
  }

  boolean isText() {
    return kind.equals("onlinetext");
  }

  /** Whether both are of one student, or of one group. */
  boolean isBySame(Download other) {
    return who.equals(other.who) && number.equals(other.number);
  }
}
