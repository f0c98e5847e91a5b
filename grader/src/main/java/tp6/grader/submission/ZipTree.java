package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip, read in place: nothing of it is ever unpacked to the disk. */
final class ZipTree implements Tree {
  /** Where a zip does not say that its names are UTF-8, and they are not: Windows in Europe. */
  private static final Charset OF_WINDOWS = Charset.forName("IBM850");

  private static final int FILE_TYPE = 0170000;
  private static final int REGULAR = 0100000;

  private final ZipFile zip;
  private final Set<String> paths = new HashSet<>();
  private final Set<String> folders = new LinkedHashSet<>();
  private final Map<Entry, ZipArchiveEntry> entries = new LinkedHashMap<>();

  ZipTree(Path path) throws IOException {
    try {
      // The list at the end of the zip is enough, and much quicker to read than all the files.
      zip = ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | RuntimeException e) {
      throw Refused.because("zip.unreadable");
    }
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      String name = name(entry);
      boolean isFolder = name.endsWith("/");
      if (isFolder && folders.size() <= MAX_ENTRIES) {
        folders.add(name);
      }
      if (!isFolder && entries.size() <= MAX_ENTRIES) {
        add(name, entry);
      }
    }
  }

  private void add(String name, ZipArchiveEntry entry) throws IOException {
    entries.put(new Entry(name, kind(entry), Math.max(0, entry.getTime())), entry);
    if (!paths.add(name)) {
      zip.close();
      throw Refused.because("zip.twice");
    }
    if (entry.getGeneralPurposeBit().usesEncryption() && name.endsWith(".java")) {
      zip.close();
      throw Refused.because("zip.password");
    }
  }

  /** Whoever has packed it: some write backslashes, whatever system they say that they are of. */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    boolean isUtf8 =
        entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
            || Arrays.equals(raw, new String(raw, UTF_8).getBytes(UTF_8));
    String name = isUtf8 ? entry.getName() : new String(raw, OF_WINDOWS);
    return name.replace('\\', '/');
  }

  private static Kind kind(ZipArchiveEntry entry) {
    if (entry.isUnixSymlink()) {
      return Kind.LINK;
    }
    int type = entry.getUnixMode() & FILE_TYPE;
    return (type == 0 || type == REGULAR) && isPackedAsUsual(entry) ? Kind.FILE : Kind.SPECIAL;
  }

  /** Other ways of packing need libraries that are not here. */
  private static boolean isPackedAsUsual(ZipArchiveEntry entry) {
    return (entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED)
        && !entry.getGeneralPurposeBit().usesEncryption();
  }

  @Override
  public List<Entry> entries() throws IOException {
    if (entries.size() > MAX_ENTRIES) {
      throw Refused.because("many.files", MAX_ENTRIES);
    }
    return new ArrayList<>(entries.keySet());
  }

  @Override
  public List<String> folders() throws IOException {
    if (folders.size() > MAX_ENTRIES) {
      throw Refused.because("many.files", MAX_ENTRIES);
    }
    return List.copyOf(folders);
  }

  @Override
  public Optional<byte[]> read(Entry file, int limit) throws IOException {
    try (InputStream in = zip.getInputStream(entries.get(file))) {
      byte[] content = in.readNBytes(limit + 1);
      return Optional.of(content).filter(bytes -> bytes.length <= limit);
    } catch (IOException | RuntimeException e) {
      throw Refused.because("zip.damaged", file.path());
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
