package tp6.stage.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets of a process, and the connections of a port, as Linux tells them. */
public final class Sockets {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final List<Path> CONNECTIONS =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  /** The fields of a connection: both addresses, state, what waits in its queues, its inode. */
  private static final int ADDRESS = 1;

  private static final int PEER = 2;
  private static final int STATE = 3;
  private static final int QUEUES = 4;
  private static final int INODE = 9;
  private static final String LISTENS = "0A";
  private static final String ESTABLISHED = "01";

  private Sockets() {}

  /**
   * All that is open in this process, sockets and files, by number and the name that Linux gives
   * it; nothing elsewhere.
   */
  static Set<String> open() {
    if (!Files.isDirectory(OPEN_FILES)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(OPEN_FILES)) {
      return files
          .map(file -> file.getFileName() + " " + target(file))
          .filter(name -> !name.endsWith(" "))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }

  /** Whether this process listens on a port; where nobody tells, it may. */
  static boolean listens(int port) {
    Set<String> open = open();
    return open.isEmpty()
        || lines(port)
            .filter(fields -> fields[STATE].equals(LISTENS) && port(fields[ADDRESS]) == port)
            .anyMatch(fields -> isOpen(open, "socket:[" + fields[INODE] + "]"));
  }

  private static boolean isOpen(Set<String> open, String target) {
    return open.stream().anyMatch(name -> name.endsWith(" " + target));
  }

  /**
   * Whether something is still on its way between a port and its clients: bytes that nobody has
   * confirmed, or a reset, after which there is no client any more. A busy computer takes its time.
   */
  public static boolean areBusy(int port) {
    List<String[]> all = lines(port).toList();
    Set<Integer> clients =
        all.stream()
            .filter(fields -> port(fields[PEER]) == port)
            .map(fields -> port(fields[ADDRESS]))
            .collect(Collectors.toSet());
    return all.stream()
        .filter(fields -> !fields[STATE].equals(LISTENS))
        .anyMatch(
            fields ->
                port(fields[PEER]) == port && isUnconfirmed(fields)
                    || port(fields[ADDRESS]) == port
                        && (isUnconfirmed(fields)
                            || fields[STATE].equals(ESTABLISHED)
                                && !clients.contains(port(fields[PEER]))));
  }

  private static boolean isUnconfirmed(String[] fields) {
    return !fields[QUEUES].startsWith("00000000:");
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      // It was closed meanwhile.
      return "";
    }
  }

  /** How many clients of a port are connected but accepted by nobody; 0 where nobody tells. */
  public static int waiting(int port) {
    return received(port, LISTENS::equals);
  }

  /** How many bytes wait to be read by whom a port belongs to; 0 where nobody tells. */
  public static int unread(int port) {
    return received(port, state -> !state.equals(LISTENS));
  }

  /** What has arrived at a port, in sockets of some states. */
  private static int received(int port, Predicate<String> state) {
    return lines(port)
        .filter(fields -> state.test(fields[STATE]) && port(fields[ADDRESS]) == port)
        .mapToInt(fields -> Integer.parseInt(fields[QUEUES].replaceAll(".*:", ""), 16))
        .sum();
  }

  /** Of connections in which a port occurs: a busy computer has thousands of others. */
  private static Stream<String[]> lines(int port) {
    String address = String.format(Locale.ROOT, ":%04X ", port);
    return CONNECTIONS.stream()
        .filter(Files::isReadable)
        .flatMap(Sockets::lines)
        .filter(line -> line.contains(address))
        .map(line -> line.strip().split("\\s+"));
  }

  private static Stream<String> lines(Path connections) {
    try {
      return Files.readString(connections, ISO_8859_1).lines().skip(1);
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static int port(String address) {
    return Integer.parseInt(address.replaceAll(".*:", ""), 16);
  }
}
