package tp6.grader.submission;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;
import tp6.grader.text.Spreadsheet;

/** A source as text, to see what it is, be it one that will be taken or not. */
final class SourceText {
  private static final int MAX_SIZE = 256 * 1024;

  private static final Pattern TODO =
      Pattern.compile("UnsupportedOperationException(\"TODO\")", Pattern.LITERAL);

  private SourceText() {}

  /** How many parts of the starter are still to be written in it. */
  static long todos(String text) {
    return TODO.matcher(text).results().count();
  }

  /** Nothing where it is no file, or too long for a source. */
  static Optional<String> of(Tree tree, Entry entry) throws IOException {
    return entry.kind() == Kind.FILE
        ? tree.read(entry, MAX_SIZE).map(text -> new String(text, Spreadsheet.charset(text)))
        : Optional.empty();
  }
}
