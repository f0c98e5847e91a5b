package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Archives of the kinds that students pack: they are told by how they begin, not by their names.
 */
public final class Archives {
  private static final int TAR_MAGIC_AT = 257;
  private static final Pattern NAME =
      Pattern.compile("\\.(zip|rar|7z|tar|tgz|tbz2?|txz|(tar\\.)?(gz|bz2|xz|zst))$");

  private Archives() {}

  /** Whether a file is called as an archive is. */
  static boolean isName(String path) {
    return NAME.matcher(path.toLowerCase(Locale.ROOT)).find();
  }

  /** The name of an archive without what tells its kind. */
  static String withoutEnding(String name) {
    return isName(name)
        ? name.replaceFirst("(?i)(\\.tar)?\\.[^.]+$", "")
        : name.replaceFirst("\\.git$", "");
  }

  /** Opens one, or tells what is there instead. */
  static Tree open(Path file) throws IOException {
    return open(file, Room.OF_A_HAND_IN);
  }

  static Tree open(Path file, Room room) throws IOException {
    String name = file.getFileName().toString();
    if (Files.size(file) > room.archive()) {
      throw Refused.because("large", name, room.archive() / 1_000_000);
    }
    String head = head(file);
    if (head.startsWith("PK")) {
      return new ZipTree(file);
    }
    if (head.startsWith("7z\u00BC\u00AF'\u001C")) {
      return StreamTree.ofSevenZip(file, room);
    }
    boolean isPacked = head.startsWith("\u001F\u008B");
    if (isPacked || head.startsWith("ustar", TAR_MAGIC_AT)) {
      return StreamTree.ofTar(file, isPacked, room);
    }
    throw Refused.because(whatElse(head), name);
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(TAR_MAGIC_AT + 5), ISO_8859_1);
    }
  }

  private static String whatElse(String head) {
    if (head.startsWith("Rar!")) {
      return "rar";
    }
    boolean isPacked =
        head.startsWith("BZh")
            || head.startsWith("\u00FD7zXZ")
            || head.startsWith("(\u00B5/\u00FD");
    return isPacked ? "packed" : "no.archive";
  }
}
