package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/** A source as text, to see what it is, be it one that will be taken or not. */
final class SourceText {
  private static final int MAX_SIZE = 256 * 1024;

  private SourceText() {}

  /** Nothing where it is no file, or too long for a source. */
  static Optional<String> of(Tree tree, Entry entry) throws IOException {
    return entry.kind() == Kind.FILE
        ? tree.read(entry, MAX_SIZE).map(SourceText::of)
        : Optional.empty();
  }

  private static String of(byte[] content) {
    boolean isWide = content.length > 1 && (content[0] & content[1] & 0xFE) == 0xFE;
    return new String(content, isWide ? UTF_16 : UTF_8);
  }
}
