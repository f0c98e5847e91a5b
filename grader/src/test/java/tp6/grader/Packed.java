package tp6.grader;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Files, and folders where a path ends with a slash, packed as students pack them. */
public final class Packed {
  /** When all of them were written last, unless it is said. */
  public static final Instant THEN = Instant.parse("2025-03-01T12:00:00Z");

  private Packed() {}

  /** The files of a solution in the bank, by path. */
  public static Map<String, byte[]> bank(String entry, Path scratch) throws IOException {
    Path fork = Files.createTempDirectory(scratch, "fork");
    Bank.entry(entry).copyInto(fork);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(fork)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(fork.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** The same in a folder. */
  public static Map<String, byte[]> in(String folder, Map<String, byte[]> files) {
    Map<String, byte[]> inFolder = new TreeMap<>();
    files.forEach((path, content) -> inFolder.put(folder + "/" + path, content));
    return inFolder;
  }

  /** Both. */
  public static Map<String, byte[]> and(Map<String, byte[]> some, Map<String, byte[]> others) {
    Map<String, byte[]> all = new TreeMap<>(some);
    all.putAll(others);
    return all;
  }

  /** As they are. */
  public static void folder(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      HandedIn.write(folder, file.getKey(), file.getValue());
    }
  }

  public static void zip(Path zip, Map<String, byte[]> files) throws IOException {
    zip(zip, files, THEN);
  }

  public static void zip(Path zip, Map<String, byte[]> files, Instant time) throws IOException {
    zip(zip, files, time, "UTF-8", true);
  }

  /** As the Explorer of a French Windows does: names in a code page, and no word of which. */
  public static void zipOfWindows(Path zip, Map<String, byte[]> files) throws IOException {
    zip(zip, files, THEN, "IBM850", false);
  }

  private static void zip(
      Path zip, Map<String, byte[]> files, Instant time, String encoding, boolean saysSo)
      throws IOException {
    Files.createDirectories(zip.toAbsolutePath().getParent());
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      out.setEncoding(encoding);
      out.setUseLanguageEncodingFlag(saysSo);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
        entry.setTime(time.toEpochMilli());
        out.putArchiveEntry(entry);
        out.write(file.getValue());
        out.closeArchiveEntry();
      }
    }
  }

  public static void tarGz(Path tar, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(tar.getParent());
    tar(new GZIPOutputStream(Files.newOutputStream(tar)), files);
  }

  public static void tar(Path tar, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(tar.getParent());
    tar(Files.newOutputStream(tar), files);
  }

  private static void tar(OutputStream file, Map<String, byte[]> files) throws IOException {
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(file, StandardCharsets.UTF_8.name())) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> one : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(one.getKey());
        entry.setSize(one.getValue().length);
        entry.setModTime(THEN.toEpochMilli());
        out.putArchiveEntry(entry);
        out.write(one.getValue());
        out.closeArchiveEntry();
      }
    }
  }

  /** A 7z, with a password where there is one. */
  public static void sevenZip(Path file, Map<String, byte[]> files, String password)
      throws IOException {
    Files.createDirectories(file.getParent());
    try (SevenZOutputFile out =
        password.isEmpty()
            ? new SevenZOutputFile(file.toFile())
            : new SevenZOutputFile(file.toFile(), password.toCharArray())) {
      for (Map.Entry<String, byte[]> one : files.entrySet()) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(one.getKey());
        entry.setDirectory(one.getKey().endsWith("/"));
        entry.setHasStream(!entry.isDirectory());
        out.putArchiveEntry(entry);
        out.write(one.getValue());
        out.closeArchiveEntry();
      }
    }
  }
}
