package tp6.grader.submission;

import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;
import tp6.grader.submission.Tree.Entry;

/** An archive in an archive: it is not unpacked, but of a zip the names in it are looked at. */
final class InnerArchive {
  private static final int MAX_SIZE = 16 << 20;

  private InnerArchive() {}

  /** Whether there may be sources in it, for all that can be seen without unpacking it. */
  static boolean mayHoldWork(Tree tree, Entry archive) throws IOException {
    Optional<byte[]> content = tree.read(archive, MAX_SIZE);
    if (content.isEmpty()) {
      return true;
    }
    try (ZipFile zip =
        ZipFile.builder().setByteArray(content.get()).setIgnoreLocalFileHeader(true).get()) {
      return Collections.list(zip.getEntries()).stream()
          .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
          .anyMatch(name -> name.endsWith(".java") || Archives.isName(name));
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }
}
