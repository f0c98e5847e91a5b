package tp6.clock;

import java.io.IOException;
import java.io.RandomAccessFile;

/** Opens the memory of others. */
final class Attempt {
  private Attempt() {}

  static boolean reached() {
    return ProcessHandle.allProcesses()
        .mapToLong(ProcessHandle::pid)
        .filter(pid -> pid != 1 && pid != ProcessHandle.current().pid())
        .anyMatch(Attempt::canOpen);
  }

  private static boolean canOpen(long pid) {
    try (RandomAccessFile memory = new RandomAccessFile("/proc/" + pid + "/mem", "rw")) {
      return memory.getFD().valid();
    } catch (IOException e) {
      return false;
    }
  }
}
