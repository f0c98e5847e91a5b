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
import java.util.LinkedHashSet;
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
  private static final int MAX_MEMORY_KIB = 66 << 10;
  private static final int FILE_TYPE = 0170000;
  private static final int LINK = 0120000;
  private static final int HIGH_HALF = 16;

  private final Map<Entry, Optional<byte[]>> files = new LinkedHashMap<>();
  private final Set<String> folders = new LinkedHashSet<>();
  private final Set<String> paths = new HashSet<>();
  private final byte[] buffer = new byte[1 << 16];
  private final Room room;
  private long unpacked;
  private int kept;

  /** What is left of a file, a piece at a time; -1 at its end. */
  private interface Content {
    int read(byte[] bytes) throws IOException;
  }

  private StreamTree(Room room) {
    this.room = room;
  }

  static Tree ofTar(Path file, boolean isPacked, Room room) throws IOException {
    StreamTree tree = new StreamTree(room);
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
      throw Refused.because("tar.unreadable", file.getFileName());
    }
  }

  private static Kind kind(TarArchiveEntry entry) {
    if (entry.isSymbolicLink() || entry.isLink()) {
      return Kind.LINK;
    }
    return entry.isFile() && !entry.isSparse() ? Kind.FILE : Kind.SPECIAL;
  }

  static Tree ofSevenZip(Path file, Room room) throws IOException {
    StreamTree tree = new StreamTree(room);
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
      throw Refused.because("password", file.getFileName());
    } catch (Refused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Refused.because("7z.unreadable", file.getFileName());
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
    String plain = path == null ? "" : path.replace('\\', '/').replaceFirst("^(\\./)+", "");
    if (isFolder) {
      folders.add(plain);
    } else if (!paths.add(plain)) {
      throw Refused.because("archive.twice");
    } else {
      files.put(new Entry(plain, kind, time), bytes);
    }
    if (Math.max(files.size(), folders.size()) > MAX_ENTRIES) {
      throw Refused.because("many.files", MAX_ENTRIES);
    }
  }

  /** Nothing where it is too long to be kept. */
  private Optional<byte[]> read(Content content) throws IOException {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    boolean isWhole = true;
    for (int more = content.read(buffer); more >= 0; more = content.read(buffer)) {
      unpacked += more;
      if (unpacked > room.unpacked()) {
        throw Refused.because("unpacks", room.unpacked() / 1_000_000);
      }
      isWhole &= start.size() + more <= room.file() && kept + more <= room.kept();
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
  public List<String> folders() {
    return List.copyOf(folders);
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
