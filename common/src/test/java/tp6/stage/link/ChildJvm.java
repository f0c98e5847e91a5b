package tp6.stage.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tp6.stage.host.Host;
import tp6.stage.setting.Chance;
import tp6.stage.setting.Settings;
import tp6.stage.text.Words;

/** A JVM for the student's program alone: what happens there stays there. */
final class ChildJvm {
  /** Other than UTF-8, and with a character for each byte: naming no charset is not noticed. */
  private static final List<String> ENCODINGS = List.of("ISO-8859-1", "ISO-8859-15");

  /** Not as in Greenwich and in Paris, nor whole hours from there. */
  private static final List<String> ZONES =
      List.of(
          "Asia/Kathmandu",
          "Australia/Darwin",
          "Asia/Kolkata",
          "Australia/Eucla",
          "Asia/Yangon",
          "Pacific/Chatham",
          "Asia/Kabul");

  /**
   * A time is 13.14.15 in both of them, and a number 3,5: following them is noticed. Of 3.5 both
   * read the 3, where others take the point for one of thousands.
   */
  private static final List<String> LANGUAGES = List.of("fi", "smn");

  private final Launch launch;
  private final Process process;
  private final Output output;
  private Tasks tasks;
  private long pieces;

  private ChildJvm(Launch launch, Process process) {
    this.launch = launch;
    this.process = process;
    this.output = new Output(process.getInputStream());
    this.tasks = new Tasks(process.pid());
  }

  /** Finds the JVM in its sandbox, once it has spoken. */
  void isUp() {
    Optional<ProcessHandle> deeper = process.children().findFirst();
    while (deeper.isPresent()) {
      tasks.close();
      tasks = new Tasks(deeper.get().pid());
      deeper = deeper.get().children().findFirst();
    }
  }

  static ChildJvm start(Launch launch, Settings settings) throws IOException {
    return new ChildJvm(
        launch,
        launch.java(
            List.of(
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                // Pools are of one size on all computers.
                "-XX:ActiveProcessorCount=2",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3",
                // No test speaks TLS, and every HttpClient would read a hundred certificates.
                "-Djavax.net.ssl.trustStore=NONE",
                "-Dfile.encoding=" + drawn(ENCODINGS, settings),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                // As Java 17 names them.
                "-Dsun.stdout.encoding=UTF-8",
                "-Dsun.stderr.encoding=UTF-8",
                "-Duser.language=" + drawn(LANGUAGES, settings),
                "-Duser.country=",
                "-Duser.timezone=" + drawn(ZONES, settings),
                Host.class.getName())));
  }

  /** A program sees it, and learns nothing of anything else that is drawn. */
  private static String drawn(List<String> values, Settings settings) {
    Chance chance = new Chance(settings.seed(), values.get(0), 0);
    return values.get(chance.below(values.size()));
  }

  /**
   * What the program's processes do; nothing where the system does not tell. Who has printed
   * meanwhile may have slept only until we had read it.
   */
  Optional<Pulse> pulse() {
    long before = pieces;
    pieces = output.pieces();
    boolean printed = pieces != before;
    return tasks
        .pulse()
        .map(pulse -> printed ? new Pulse(true, pulse.cpuMillis(), pulse.turns()) : pulse);
  }

  /** Whether the system tells what they do. */
  boolean isWatched() {
    return tasks.areKnown();
  }

  /** Its standard input stays open, as that of a terminal at which nobody types. */
  void tell(String text) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write(text.getBytes(UTF_8));
    in.flush();
  }

  Output output() {
    return output;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits a moment for the end, and tells the exit status. */
  String exitStatus() {
    try {
      return process.waitFor(2, TimeUnit.SECONDS) ? Integer.toString(process.exitValue()) : "?";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }

  /** Why a JVM has not come, with what it has to say: of the memory, or of its options. */
  String whySilent(Locale language) {
    String exit = isAlive() ? "-" : exitStatus();
    return Words.of(language).say("no.jvm.silent", exit, firstWords());
  }

  private String firstWords() {
    try {
      return String.join("; ", output.lastLines(!isAlive()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Tells those who have launched the JVM that it is about to end. */
  void announceEnd() {
    launch.ends(process);
  }

  /** Ends the JVM and the processes it has started. */
  void kill() {
    tasks.close();
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    exitStatus();
  }
}
