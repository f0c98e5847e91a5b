package tp6.grader.moodle;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.grader.submission.Download;

/**
 * What is known of somebody who has handed in.
 *
 * @param download what Moodle's name for the hand-in tells
 * @param names that of a list, and that of the download
 */
record Known(
    String id, String name, String email, Optional<Download> download, List<PersonName> names) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** With the names of a list and of Moodle's download. */
  static Known of(String id, String name, String email) {
    Optional<Download> download = Download.of(id);
    List<PersonName> names =
        Stream.of(name, download.map(Download::who).orElse(""))
            .filter(one -> !one.isBlank())
            .map(PersonName::of)
            .toList();
    return new Known(id, name, email, download, names);
  }

  String number() {
    return download.map(Download::number).orElse(id);
  }

  boolean isNumbered() {
    return NUMBER.matcher(number()).matches();
  }
}
