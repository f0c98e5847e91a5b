package tp6.grader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;

/**
 * A small git repository whose files are deltas of deltas of deltas: each takes minutes to read.
 */
final class DeltaBomb {
  private static final ObjectId TOP = ObjectId.fromString("ab".repeat(20));
  private static final int SIZE = 1_000_000;
  private static final int LINKS = 50_000;
  private static final int FILES = 100;
  private static final int BLOB = 3;
  private static final int OFFSET_DELTA = 6;

  private DeltaBomb() {}

  static void write(Path fork) throws IOException {
    try (GitFork git = new GitFork(fork)) {
      TreeFormatter folder = new TreeFormatter();
      for (int i = 100; i < 100 + FILES; i++) {
        folder.append("A" + i + ".java", FileMode.REGULAR_FILE, TOP);
      }
      String path = HandedIn.CLOCK.substring(0, HandedIn.CLOCK.length() - 1);
      git.commit(git.folders(path, FileMode.TREE, git.folder(folder)));
    }
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    // It says that there is one object, for only the last one has a name.
    pack.write(ByteBuffer.allocate(12).putInt(0x5041434b).putInt(2).putInt(1).array());
    int last = pack.size();
    add(pack, BLOB, SIZE, new byte[0], new byte[SIZE]);
    byte[] same = same();
    for (int i = 0; i < LINKS; i++) {
      int here = pack.size();
      add(pack, OFFSET_DELTA, same.length, distance(here - last), same);
      last = here;
    }
    byte[] sum = new byte[20];
    pack.write(sum);
    Path packs = Files.createDirectories(fork.resolve(".git/objects/pack"));
    String name = "pack-" + "cd".repeat(20);
    Files.write(packs.resolve(name + ".pack"), pack.toByteArray());
    Files.write(packs.resolve(name + ".idx"), index(last, sum));
  }

  private static void add(
      ByteArrayOutputStream pack, int type, int size, byte[] base, byte[] content)
      throws IOException {
    int left = size >>> 4;
    pack.write(type << 4 | size & 15 | (left > 0 ? 128 : 0));
    for (; left > 0; left >>>= 7) {
      pack.write(left & 127 | (left > 127 ? 128 : 0));
    }
    pack.write(base);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(pack)) {
      packed.write(content);
    }
  }

  /** The sizes before and after, and one instruction: copy all. */
  private static byte[] same() {
    byte[] size = {
      (byte) (SIZE & 127 | 128), (byte) (SIZE >>> 7 & 127 | 128), (byte) (SIZE >>> 14)
    };
    ByteBuffer delta = ByteBuffer.allocate(10).put(size).put(size);
    return delta
        .put((byte) 0xf0)
        .put((byte) SIZE)
        .put((byte) (SIZE >> 8))
        .put((byte) (SIZE >> 16))
        .array();
  }

  private static byte[] distance(int bytes) {
    byte[] reversed = new byte[5];
    int at = reversed.length;
    reversed[--at] = (byte) (bytes & 127);
    for (int left = bytes >>> 7; left > 0; left >>>= 7) {
      left--;
      reversed[--at] = (byte) (left & 127 | 128);
    }
    return java.util.Arrays.copyOfRange(reversed, at, reversed.length);
  }

  private static byte[] index(int offset, byte[] sum) {
    ByteBuffer index = ByteBuffer.allocate(8 + 1024 + 28 + 40).putInt(0xff744f63).putInt(2);
    int first = TOP.getFirstByte();
    for (int i = 0; i < 256; i++) {
      index.putInt(i < first ? 0 : 1);
    }
    byte[] id = new byte[20];
    TOP.copyRawTo(id, 0);
    return index.put(id).putInt(0).putInt(offset).put(sum).put(sum).array();
  }
}
