package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;

/** Tells which files of a git repository JGit can be trusted with: objects and references. */
final class GitFiles {
  private static final Pattern KEPT =
      Pattern.compile(
          "HEAD|packed-refs|refs/[\\w./-]+"
              + "|objects/[0-9a-f]{2}/[0-9a-f]{38}|objects/pack/pack-[0-9a-f]{40}\\.(pack|idx)");
  private static final Pattern REFERENCE =
      Pattern.compile("(?:ref: refs/(?!.*\\.\\.)[\\w./-]+|[0-9a-f]{40})\\s*");

  private static final int MAX_REFERENCE = 1_000;
  private static final int INDEX_WITH_VERSION = 0xff744f63;
  private static final int FAN_OUT = 256;

  private static final int MAX_SETTINGS = 1 << 16;
  private static final Pattern SHA256 =
      Pattern.compile("(?im)^\\s*objectformat\\s*=\\s*sha256\\s*$");
  private static final Pattern REFTABLE =
      Pattern.compile("(?im)^\\s*refstorage\\s*=\\s*reftable\\s*$");

  private static final Pattern PARTIAL =
      Pattern.compile("(?im)^\\s*(partialclonefilter|promisor)\\s*=");

  private GitFiles() {}

  /** What git can do, and what is not done here: told only where a repository cannot be read. */
  static Optional<Refused> whyUnreadable(Path repository) throws IOException {
    String settings = settings(repository.resolve("config"));
    if (SHA256.matcher(settings).find()) {
      return Optional.of(Refused.because("git.sha256"));
    }
    if (REFTABLE.matcher(settings).find()) {
      return Optional.of(Refused.because("git.reftable"));
    }
    if (Files.exists(repository.resolve("objects/info/alternates"))) {
      return Optional.of(Refused.because("git.alternates"));
    }
    return PARTIAL.matcher(settings).find()
        ? Optional.of(Refused.because("git.partial"))
        : Optional.empty();
  }

  private static String settings(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_SETTINGS), ISO_8859_1);
    }
  }

  /**
   * Whether a file is wanted.
   *
   * @param name seen from the repository, with slashes
   */
  static boolean isWanted(Path file, String name, BasicFileAttributes attributes)
      throws IOException {
    if (!attributes.isRegularFile() || !KEPT.matcher(name).matches()) {
      return false;
    }
    if (name.equals("HEAD") || name.startsWith("refs/")) {
      return attributes.size() <= MAX_REFERENCE && isReference(file);
    }
    return !name.endsWith(".idx") || isIndex(file, attributes.size());
  }

  /** JGit follows a reference to whatever file it names, also to one that never ends. */
  private static boolean isReference(Path file) throws IOException {
    return REFERENCE.matcher(new String(Files.readAllBytes(file), ISO_8859_1)).matches();
  }

  /** JGit makes room for as many objects as an index says that it has. */
  private static boolean isIndex(Path file, long size) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer head = ByteBuffer.wrap(in.readNBytes((2 + FAN_OUT) * Integer.BYTES));
      head.position(head.getInt() == INDEX_WITH_VERSION ? 2 * Integer.BYTES : 0);
      for (int i = 0; i < FAN_OUT; i++) {
        if (Integer.toUnsignedLong(head.getInt()) > size / Constants.OBJECT_ID_LENGTH) {
          return false;
        }
      }
      return true;
    } catch (BufferUnderflowException e) {
      return false;
    }
  }
}
