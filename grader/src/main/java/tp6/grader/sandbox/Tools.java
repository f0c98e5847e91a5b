package tp6.grader.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of Linux that a sandbox is made of. */
public final class Tools {
  static final String BWRAP = "bwrap";
  static final String PRLIMIT = "prlimit";
  static final String MOUNT = "mount";
  static final String SETPRIV = "setpriv";
  public static final String UNSHARE = "unshare";
  static final String NO_NAMESPACES = "--disable-userns";

  private Tools() {}

  /** The first of the programs needed that is not there; nothing where all are. */
  public static Optional<String> missing() {
    return Stream.of(BWRAP, MOUNT, PRLIMIT, SETPRIV, UNSHARE)
        .filter(name -> find(name).isEmpty())
        .findFirst();
  }

  /** Whether programs can be kept from making namespaces of their own: before 0.8 they cannot. */
  public static boolean forbidsNamespaces() throws IOException {
    Process help = new ProcessBuilder(required(BWRAP), "--help").redirectErrorStream(true).start();
    return isOption(NO_NAMESPACES, new String(help.getInputStream().readAllBytes(), UTF_8));
  }

  public static boolean isOption(String option, String help) {
    return help.lines().anyMatch(line -> (line.strip() + " ").startsWith(option + " "));
  }

  private static Optional<Path> find(String program) {
    return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static String required(String program) {
    return find(program)
        .orElseThrow(() -> new IllegalStateException("there is no " + program))
        .toString();
  }
}
