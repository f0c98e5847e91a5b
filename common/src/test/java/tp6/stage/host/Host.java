package tp6.stage.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Runs the student's program where a test tells it to, mostly in a JVM of its own. It knows the
 * class by name only, and what it answers is where the program stands, never whether it is right.
 */
public final class Host {
  /** Spelt out: each JVM has an idea of its own of "loopback", and options change it. */
  public static final String HERE = "127.0.0.1";

  /** In place of a port where the server could not be opened. */
  public static final int NO_PORT = StudentServer.NO_PORT;

  private final Channel test;
  private HostClock clock;
  private Whereabouts whereabouts;
  private Performance performance;
  private final Display display;
  private final StudentClasses classes;
  private Set<String> sockets = Set.of();
  private StudentServer server = new StudentServer();
  private StudentProgram program = new StudentProgram();

  public Host(Channel test, boolean inOwnJvm) {
    this.test = test;
    this.display = new Display(inOwnJvm);
    this.classes = new StudentClasses(inOwnJvm);
  }

  /** Reads port and password of the test from standard input, and obeys until the line is cut. */
  public static void main(String[] args) throws IOException {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        Socket socket = new Socket(HERE, Integer.parseInt(in.readLine()));
        Channel test = new Channel(socket)) {
      test.send(List.of(in.readLine()));
      Host host = new Host(test, true);
      Runtime.getRuntime().addShutdownHook(new Thread(host::tellWhoExits));
      host.obey();
    } catch (RuntimeException e) {
      e.printStackTrace();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  /** Answers each request of the test. Returns when the line is cut. */
  public void obey() {
    try {
      while (true) {
        test.send(answer(test.receive()));
      }
    } catch (IOException | InterruptedException e) {
      // The test has had enough.
    }
  }

  private List<String> answer(List<String> request) throws InterruptedException {
    switch (request.get(0)) {
      case "ping":
        return List.of();
      case "serve":
        return serve(request.get(1));
      case "port":
        return List.of(server.port(Long.parseLong(request.get(1))));
      case "call":
        program = new StudentProgram();
        display.renew();
        return call(request);
      case "again":
        return call(request);
      case "time":
        clock().set(LocalTime.parse(request.get(1)));
        return List.of();
      case "hold":
        clock().hold();
        return List.of();
      case "awaited":
        return List.of(clock().isAwaited() ? "yes" : "no");
      case "timed":
        return List.of(Sleepers.isOneTimed() ? "yes" : "no");
      case "limit":
        return List.of(Integer.toString(TimeLimits.longest()));
      case "busy":
        return List.of(Integer.toString(performance == null ? 0 : performance.busyThreads()));
      case "collect":
        System.gc();
        return List.of();
      case "sockets":
        sockets = Sockets.open();
        return List.of();
      case "newSockets":
        return List.of(Integer.toString(newSockets()));
      case "listens":
        return List.of(Sockets.listens(Integer.parseInt(request.get(1))) ? "yes" : "no");
      case "state":
        return performance == null
            ? HostState.quiet().toWords()
            : performance.state(Long.parseLong(request.get(1))).toWords();
      case "stands":
        return performance == null ? List.of() : performance.stands();
      case "display":
        return display.words();
      case "mark":
        display.end(request.get(1));
        return List.of();
      case "close":
        server.close();
        return List.of();
      default:
        throw new IllegalArgumentException("unknown request: " + request);
    }
  }

  /** Opens a server on a free port and lets it serve, as its {@code main} does. */
  private List<String> serve(String className) {
    StudentServer opening = new StudentServer();
    server = opening;
    perform(className, () -> opening.serve(classes, className, this::clock));
    return List.of();
  }

  /**
   * Made when it is first asked for: most servers have no use for the time, and a zone is costly.
   */
  private synchronized HostClock clock() {
    if (clock == null) {
      clock = new HostClock();
    }
    return clock;
  }

  private int newSockets() {
    return (int) Sockets.open().stream().filter(name -> !sockets.contains(name)).count();
  }

  /**
   * Calls a method with one text: {@code call class method text address key}, and {@code again}
   * with the same words where the object of the call before is called.
   */
  private List<String> call(List<String> request) {
    StudentProgram called = program;
    perform(
        request.get(1), () -> display.during(() -> called.call(classes, request), request.get(6)));
    return List.of();
  }

  private void perform(String className, Act act) {
    whereabouts = new Whereabouts(className);
    performance = new Performance(whereabouts, act);
  }

  /**
   * The last word of a JVM that ends by {@code System.exit}: which line of the student's did it.
   */
  private void tellWhoExits() {
    for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
      if (Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("exit"))) {
        try {
          test.send(List.of("exit", whereabouts.of(stack).orElse("System.exit")));
        } catch (IOException e) {
          e.printStackTrace();
        }
      }
    }
  }
}
