package tp6.grader.submission;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar or a 7z, read once from end to end; what may be a source stays in memory. */
final class StreamTree implements Tree {
  private static final int MAX_KEPT = 256 * 1024;
  private static final int MAX_KEPT_IN_ALL = 8 << 20;
  private static final long MAX_UNPACKED = 200_000_000;
  private static final int MAX_MEMORY_KIB = 66 << 10;
  private static final int FILE_TYPE = 0170000;
  private static final int LINK = 0120000;
  private static final int HIGH_HALF = 16;

  private final Map<Entry, Optional<byte[]>> files = new LinkedHashMap<>();
  private final Set<String> paths = new HashSet<>();
  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;
  private int kept;

  /** What is left of a file, a piece at a time; -1 at its end. */
  private interface Content {
    int read(byte[] bytes) throws IOException;
  }

  private StreamTree() {}

  static Tree ofTar(Path file, boolean isPacked) throws IOException {
    StreamTree tree = new StreamTree();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(isPacked ? new GZIPInputStream(in) : in, "UTF-8")) {
      for (TarArchiveEntry one = tar.getNextEntry(); one != null; one = tar.getNextEntry()) {
        tree.add(
            one.isDirectory(), one.getName(), kind(one), one.getModTime().getTime(), tar::read);
      }
      return tree;
    } catch (Refused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new Refused(file.getFileName() + " is not a tar that can be read");
    }
  }

  private static Kind kind(TarArchiveEntry entry) {
    if (entry.isSymbolicLink() || entry.isLink()) {
      return Kind.LINK;
    }
    return entry.isFile() && !entry.isSparse() ? Kind.FILE : Kind.SPECIAL;
  }

  static Tree ofSevenZip(Path file) throws IOException {
    StreamTree tree = new StreamTree();
    try (SevenZFile archive =
        SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(MAX_MEMORY_KIB).get()) {
      for (SevenZArchiveEntry one = archive.getNextEntry();
          one != null;
          one = archive.getNextEntry()) {
        long time = one.getHasLastModifiedDate() ? one.getLastModifiedTime().toMillis() : 0;
        tree.add(one.isDirectory(), one.getName(), kind(one), time, archive::read);
      }
      return tree;
    } catch (PasswordRequiredException e) {
      throw new Refused(file.getFileName() + " has a password: hand it in without one");
    } catch (Refused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new Refused(file.getFileName() + " is not a 7z that can be read");
    }
  }

  /** Unix modes are in the upper half, where there are any. */
  private static Kind kind(SevenZArchiveEntry entry) {
    boolean isLink =
        entry.getHasWindowsAttributes()
            && (entry.getWindowsAttributes() >>> HIGH_HALF & FILE_TYPE) == LINK;
    return isLink ? Kind.LINK : entry.isAntiItem() ? Kind.SPECIAL : Kind.FILE;
  }

  private void add(boolean isFolder, String path, Kind kind, long time, Content content)
      throws IOException {
    Optional<byte[]> bytes = read(content);
    String plain = path == null ? "" : path.replaceFirst("^(\\./)+", "");
    if (isFolder) {
      return;
    }
    if (!paths.add(plain)) {
      throw new Refused("the archive holds two files of the same path");
    }
    files.put(new Entry(plain, kind, time), bytes);
    if (files.size() > MAX_ENTRIES) {
      throw new Refused("holds more than " + MAX_ENTRIES + " files");
    }
  }

  /** Nothing where it is too long to be kept. */
  private Optional<byte[]> read(Content content) throws IOException {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    boolean isWhole = true;
    for (int more = content.read(buffer); more >= 0; more = content.read(buffer)) {
      unpacked += more;
      if (unpacked > MAX_UNPACKED) {
        throw new Refused("unpacks to more than " + MAX_UNPACKED / 1_000_000 + " MB");
      }
      isWhole &= start.size() + more <= MAX_KEPT && kept + more <= MAX_KEPT_IN_ALL;
      if (isWhole) {
        kept += more;
        start.write(buffer, 0, more);
      }
    }
    return isWhole ? Optional.of(start.toByteArray()) : Optional.empty();
  }

  @Override
  public List<Entry> entries() {
    return new ArrayList<>(files.keySet());
  }

  @Override
  public Optional<byte[]> read(Entry file, int limit) {
    return files.get(file).filter(bytes -> bytes.length <= limit);
  }

  @Override
  public void close() {
    // The archive is closed already.
  }
}
