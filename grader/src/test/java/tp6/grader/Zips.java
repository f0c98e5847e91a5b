package tp6.grader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zips made by hand. */
final class Zips {
  private Zips() {}

  static void add(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
    add(zip, name, content, ZipEntry.STORED, 0);
  }

  /** Adds a file just as it is said to be. */
  static void add(ZipArchiveOutputStream zip, String name, byte[] content, int method, int mode)
      throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipArchiveEntry file = new ZipArchiveEntry(name);
    file.setMethod(method);
    file.setSize(content.length);
    file.setCompressedSize(content.length);
    file.setCrc(sum.getValue());
    if (mode != 0) {
      file.setUnixMode(mode);
    }
    zip.addRawArchiveEntry(file, new ByteArrayInputStream(content));
  }
}
