package tp6.grader.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs where a student's program would, and tells what its arguments ask for, each on a line. */
final class Probe {
  private static final int MEGABYTE = 1 << 20;

  /** So that the number of threads has its limit before their memory has. */
  private static final long SMALL_STACK = 1 << 16;

  private Probe() {}

  public static void main(String[] questions) throws Exception {
    for (String question : questions) {
      String[] words = question.split(" ");
      System.out.println(question + ": " + answer(words[0], words[words.length - 1]));
    }
  }

  private static String answer(String verb, String about) throws Exception {
    return switch (verb) {
      case "property" -> System.getProperty(about);
      case "lines" -> String.join("; ", Files.readAllLines(Path.of(about)));
      case "host" -> InetAddress.getLocalHost() + " " + InetAddress.getByName("localhost");
      case "write" -> Boolean.toString(canWriteIn(Path.of(about)));
      case "fill" -> Integer.toString(fill(Path.of(about)));
      case "threads" -> Integer.toString(threads(Integer.parseInt(about)));
      case "input" -> input();
      case "open" -> openFiles();
      default -> throw new IllegalArgumentException(verb);
    };
  }

  private static boolean canWriteIn(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, "probe", ""));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** How many megabytes there is room for, up to 200. */
  private static int fill(Path folder) {
    int written = 0;
    try {
      for (; written < 200; written++) {
        Files.write(folder.resolve("megabyte" + written), new byte[MEGABYTE]);
      }
    } catch (IOException e) {
      return written;
    }
    return written;
  }

  private static int threads(int wanted) {
    CountDownLatch end = new CountDownLatch(1);
    int started = 0;
    try {
      for (; started < wanted; started++) {
        Thread thread = new Thread(null, () -> await(end), "one of many", SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
      }
    } catch (OutOfMemoryError e) {
      return started;
    }
    return started;
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String input() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return String.join("; ", in.lines().toList());
  }

  /** What its descriptors stand for, but for those that the JVM has opened itself. */
  private static String openFiles() throws IOException {
    List<String> open = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      open.add(Files.readSymbolicLink(Path.of("/proc/self/fd/" + i)).toString());
    }
    return String.join(" ", open);
  }
}
