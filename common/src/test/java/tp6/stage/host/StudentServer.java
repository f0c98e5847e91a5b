package tp6.stage.host;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import tp6.common.Server;

/** A server of the student's, from before it is opened until it is closed. */
final class StudentServer {
  static final int NO_PORT = -1;

  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private volatile Server server;

  /** Opens it on a free port and lets it serve, as its {@code main} does. */
  void serve(StudentClasses classes, String className, Supplier<? extends Clock> clock)
      throws Throwable {
    try (Server opened = open(classes.named(className), clock)) {
      server = opened;
      port.complete(opened.port());
      opened.serve();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      port.complete(NO_PORT);
    }
  }

  private static Server open(Class<?> type, Supplier<? extends Clock> clock)
      throws ReflectiveOperationException {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (List.of(constructor.getParameterTypes()).equals(List.of(int.class, Clock.class))) {
        constructor.setAccessible(true);
        return (Server) constructor.newInstance(0, clock.get());
      }
    }
    Constructor<?> constructor = type.getDeclaredConstructor(int.class);
    constructor.setAccessible(true);
    return (Server) constructor.newInstance(0);
  }

  /** Its port, after waiting a while for it; "" where there is none yet. */
  String port(long patienceMillis) throws InterruptedException {
    try {
      return port.get(patienceMillis, TimeUnit.MILLISECONDS).toString();
    } catch (ExecutionException | TimeoutException e) {
      return "";
    }
  }

  /** Closes it beside whoever asks, where it is open by now. */
  void close() {
    Server closing = server;
    new Thread(() -> close(closing), "close").start();
  }

  private static void close(Server closing) {
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (IOException e) {
      e.printStackTrace();
    }
  }
}
