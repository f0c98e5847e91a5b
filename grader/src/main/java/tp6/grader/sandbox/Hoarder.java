package tp6.grader.sandbox;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Takes memory and threads, for {@link Spy}, until there are no more. */
public final class Hoarder {
  private static final long PIECE = 64L << 20;
  private static final int MAX_PIECES = 24;
  private static final int MAX_THREADS = 1500;

  private Hoarder() {}

  /** Memory that the JVM itself does not count. */
  static long memory() throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field field = type.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    Object unsafe = field.get(null);
    Method allocate = type.getMethod("allocateMemory", long.class);
    Method free = type.getMethod("freeMemory", long.class);
    List<Object> pieces = new ArrayList<>();
    try {
      while (pieces.size() < MAX_PIECES) {
        pieces.add(allocate.invoke(unsafe, PIECE));
      }
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof OutOfMemoryError)) {
        throw e;
      }
    }
    for (Object piece : pieces) {
      free.invoke(unsafe, piece);
    }
    return pieces.size() * PIECE;
  }

  static int threads() throws InterruptedException {
    Object end = new Object();
    int started = 0;
    try {
      while (started < MAX_THREADS) {
        Thread thread = new Thread(() -> await(end), "one of many");
        thread.setDaemon(true);
        thread.start();
        started++;
      }
    } catch (OutOfMemoryError e) {
      // As it should be.
      return started;
    }
    return started;
  }

  private static void await(Object end) {
    synchronized (end) {
      try {
        end.wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
