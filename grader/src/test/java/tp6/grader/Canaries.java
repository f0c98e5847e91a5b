package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What no student's program must reach: planted before a run, and looked at after it. */
final class Canaries implements Closeable {
  /** In the environment of these tests: see the POM. */
  private static final String VARIABLE =
      System.getenv().getOrDefault("TP6_CANARY", "canary-in-the-environment");

  private final String secret = "canary-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
  private final AtomicInteger callers = new AtomicInteger();
  private final Path file;
  private final Path folder;
  private final Process process;
  private final ServerSocket listener;

  /** Plants them in a folder through which anybody gets. */
  Canaries(Path place) throws IOException {
    file = Files.writeString(place.resolve("secret"), secret);
    folder = Files.createDirectory(place.resolve("open"));
    letAnybodyIn(place, "rwxr-xr-x");
    letAnybodyIn(file, "rw-r--r--");
    letAnybodyIn(folder, "rwxrwxrwx");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    process = new ProcessBuilder(java, "-Xmx8m", "-XX:+UseSerialGC", waiting(place)).start();
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread counter = new Thread(this::count, "canary");
    counter.setDaemon(true);
    counter.start();
  }

  private static void letAnybodyIn(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static String waiting(Path place) throws IOException {
    String source =
        "class Canary { public static void main(String[] a) throws Exception {"
            + " System.in.read(); } }";
    return Files.writeString(place.resolve("Canary.java"), source).toString();
  }

  private void count() {
    while (!listener.isClosed()) {
      try {
        listener.accept().close();
        callers.incrementAndGet();
      } catch (IOException e) {
        // It is over, or the caller has gone.
        continue;
      }
    }
  }

  /** What stands in a hostile source for what is known only now. */
  Map<String, String> places() {
    return Map.of(
        "@canary.file@", forSource(file),
        "@canary.folder@", forSource(folder),
        "@canary.port@", Integer.toString(listener.getLocalPort()),
        "@canary.variable@", VARIABLE);
  }

  private static String forSource(Path path) {
    return path.toString().replace("\\", "\\\\");
  }

  /** Whether this is what was planted here, and not left by anybody. */
  boolean isCanary(String processAndNumber) {
    return processAndNumber.startsWith(process.pid() + " ");
  }

  /** Requires that none was reached, nor told of in these reports. */
  void requireUntouched(Stream<String> reports) throws IOException {
    assertThat(callers).hasValue(0);
    assertThat(process.isAlive()).isTrue();
    assertThat(file).hasContent(secret);
    assertThat(folder).isEmptyDirectory();
    assertThat(reports)
        .noneMatch(text -> List.of(secret, VARIABLE).stream().anyMatch(text::contains));
  }

  /** How many were reached, so that it is known that they can be. */
  int reached() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      return (callers.get() > 0 ? 1 : 0) + (left.findAny().isPresent() ? 1 : 0);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    listener.close();
  }
}
