package tp6.clock;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Takes a gigabyte. */
final class Attempt {
  private static final long PIECE = 16 << 20;

  private Attempt() {}

  static boolean reached() {
    long taken = 0;
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field field = type.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      Object unsafe = field.get(null);
      Method allocate = type.getMethod("allocateMemory", long.class);
      Method write = type.getMethod("setMemory", long.class, long.class, byte.class);
      while (taken < 1L << 30) {
        write.invoke(unsafe, allocate.invoke(unsafe, PIECE), PIECE, (byte) 1);
        taken += PIECE;
      }
    } catch (ReflectiveOperationException e) {
      System.out.println(taken + " bytes: " + e.getCause());
    }
    return taken >= 1L << 30;
  }
}
