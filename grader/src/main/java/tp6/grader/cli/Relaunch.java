package tp6.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tp6.grader.process.Background;
import tp6.grader.process.Jvm;

/**
 * The grader in a JVM with options that a jar cannot ask for: without the compiler that pays only
 * for long runs, and closed to other programs of the same user that would attach to it; and with
 * names of files in UTF-8, where whoever has started it (cron, systemd, a container) has left it
 * without a language.
 */
final class Relaunch {
  private static final String PARENT = "tp6.grader.parent";
  private static final String MISREAD = "tp6.grader.misread";
  private static final String TEMPORARY = "-Djava.io.tmpdir=";
  private static final int LOOK_MILLIS = 100;

  private Relaunch() {}

  /** Whether this JVM is still the one that somebody has started by hand. */
  static boolean isNeeded() {
    return System.getProperty(PARENT) == null;
  }

  /** Whether this JVM can name a file with an accent. */
  static boolean spellsAccents() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    return Charset.forName(encoding).newEncoder().canEncode('é');
  }

  /**
   * Runs the grader in another JVM, and returns its exit status.
   *
   * @throws IOException where no JVM can be started
   */
  static int run(Class<?> main, String[] args) throws IOException, InterruptedException {
    List<String> command = Jvm.command("-D" + PARENT + "=" + ProcessHandle.current().pid());
    ProcessBuilder starting = new ProcessBuilder(command).inheritIO();
    // What its environment says the second JVM reads for itself, and better.
    if (System.getenv().values().stream().noneMatch(one -> one.contains(TEMPORARY))) {
      command.add(TEMPORARY + System.getProperty("java.io.tmpdir"));
    }
    if (!spellsAccents()) {
      command.add("-D" + MISREAD + "=true");
      command.add("-Duser.language=" + Locale.getDefault().getLanguage());
      starting.environment().put("LC_ALL", "C.UTF-8");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    Process grader = starting.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(grader)));
    return grader.waitFor();
  }

  /**
   * What the first JVM was told, its folder for temporary files included: where that has read it in
   * ASCII, letters are lost on the way.
   */
  static String[] asTyped(String[] args) throws IOException {
    Path typed = Path.of("/proc", System.getProperty(PARENT), "cmdline");
    if (!Boolean.getBoolean(MISREAD) || !Files.exists(typed)) {
      return args;
    }
    String[] all = new String(Files.readAllBytes(typed), UTF_8).split("\0", -1);
    // The last one is ended by a zero, too.
    return Arrays.copyOfRange(all, all.length - 1 - args.length, all.length - 1);
  }

  private static void end(Process grader) {
    grader.destroy();
    try {
      grader.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends this JVM when the one that has started it was killed: soon, for students' programs run.
   */
  static void endWithParent() {
    long parent = Long.parseLong(System.getProperty(PARENT));
    ScheduledExecutorService watch = Background.thread("watch for the parent");
    watch.scheduleAtFixedRate(
        () -> {
          if (ProcessHandle.current().parent().filter(one -> one.pid() == parent).isEmpty()) {
            Runtime.getRuntime().halt(137);
          }
        },
        0,
        LOOK_MILLIS,
        TimeUnit.MILLISECONDS);
  }
}
