package tp6.grader.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs where a student's program would, and tries what a hostile one would try. Prints what came of
 * each attempt, a line each: its name, a tab, and what was reached; nothing where nothing was. Then
 * it waits for its end.
 */
public final class Spy {
  private static final String ELSEWHERE = "198.51.100.1";
  private static final int PATIENCE_MILLIS = 300;

  private Spy() {}

  /**
   * Takes a canary file, the port of a canary listener, the number of a canary process, and
   * programs that try system calls and look for a key.
   */
  public static void main(String[] args) throws Exception {
    tell("environment", environment());
    tell("file", readable(Path.of(args[0])));
    tell("listener", connect("127.0.0.1", Integer.parseInt(args[1])));
    tell("network", network());
    tell("process", process(Long.parseLong(args[2])));
    tell("processes", Long.toString(ProcessHandle.allProcesses().count()));
    tell("privileges", status("CapEff") + " " + status("NoNewPrivs"));
    tell("writing", writable());
    tell("shell", shell());
    tell("loopback", loopback());
    tell("scratch", runnable(Path.of(args[3])));
    tell("calls", status(Path.of(args[3])));
    tell("key", status(Path.of(args[4])));
    tell("memory", Long.toString(Hoarder.memory() >> 20));
    tell("threads", Integer.toString(Hoarder.threads()));
    tell("end", "");
    while (System.in.read() >= 0) {
      continue;
    }
    Thread.currentThread().join();
  }

  private static void tell(String attempt, String reached) {
    System.out.println(attempt + "\t" + reached.replaceAll("\\s+", " ").strip());
    System.out.flush();
  }

  /** The names of all variables of all processes that are seen. */
  private static String environment() throws IOException {
    List<String> names = new ArrayList<>(System.getenv().keySet());
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.filter(one -> one.toString().matches("/proc/\\d+")).toList()) {
        try {
          String all =
              new String(
                  Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
          for (String variable : all.split("\0")) {
            names.add(variable.replaceFirst("=.*", ""));
          }
        } catch (IOException e) {
          // Not ours to read: as it should be.
        }
      }
    }
    return String.join(" ", names.stream().distinct().sorted().toList());
  }

  private static String readable(Path file) {
    try {
      return Files.readAllLines(file).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String connect(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return host + ":" + port;
    } catch (SocketTimeoutException e) {
      return "a way to " + host;
    } catch (IOException e) {
      return "";
    }
  }

  private static String network() throws IOException {
    List<String> reached = new ArrayList<>();
    for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      if (!one.isLoopback()) {
        reached.add(one.getName());
      }
    }
    reached.add(connect(ELSEWHERE, 80));
    return String.join(" ", reached);
  }

  private static String process(long pid) {
    return ProcessHandle.of(pid)
        .map(found -> found.destroyForcibly() ? "ended it" : "saw it")
        .orElse("");
  }

  private static String status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("?");
  }

  private static String writable() {
    List<String> reached = new ArrayList<>();
    for (String folder :
        List.of(
            "/",
            "/dev",
            "/dev/shm",
            "/etc",
            "/usr/lib",
            "/var/tmp",
            System.getProperty("java.home"))) {
      Path file = Path.of(folder, "tp6-spy-" + ProcessHandle.current().pid());
      try {
        Files.writeString(file, "");
        Files.delete(file);
        reached.add(folder);
      } catch (IOException e) {
        // As it should be.
      }
    }
    return String.join(" ", reached);
  }

  private static String shell() {
    return Stream.of("/bin/sh", "/usr/bin/sh", "/bin/bash", "/usr/bin/env")
        .filter(name -> Files.exists(Path.of(name)))
        .findFirst()
        .orElse("");
  }

  /** What honest programs need. */
  private static String loopback() {
    try (ServerSocket listener = new ServerSocket(0);
        Socket one = new Socket("localhost", listener.getLocalPort());
        Socket two = new Socket(InetAddress.getByName("::1"), listener.getLocalPort())) {
      InetAddress.getLocalHost();
      Files.delete(Files.createTempFile("spy", ""));
      return one.isConnected() && two.isConnected() ? "works" : "";
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The folders in which a program runs that was written there. */
  private static String runnable(Path program) throws InterruptedException {
    List<String> reached = new ArrayList<>();
    for (String folder : List.of("/w", "/tmp")) {
      try {
        Path copy = Files.copy(program, Path.of(folder, "tp6-spy"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
        new ProcessBuilder(copy.toString()).start().waitFor();
        reached.add(folder);
      } catch (IOException e) {
        // As it should be.
        continue;
      }
    }
    return String.join(" ", reached);
  }

  /** How a program ends; or why it cannot be run. */
  private static String status(Path program) throws InterruptedException {
    try {
      return Integer.toString(new ProcessBuilder(program.toString()).start().waitFor());
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
