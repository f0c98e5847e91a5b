package tp6.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import tp6.stage.HostState.Phase;

/**
 * The test's end of the line to the host. The host is started when it is first needed, and anew
 * after it was discarded.
 */
final class Link implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Settings settings;
  private final Launch launch;
  private Channel host;
  private ChildJvm child;
  private HostState ending;

  Link(Settings settings, Launch launch) {
    this.settings = settings;
    this.launch = launch;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws HostEnded where the host has ended, or takes too long
   */
  List<String> ask(String... request) {
    if (ending == null) {
      try {
        if (host == null) {
          start();
        }
        host.send(List.of(request));
        List<String> answer = host.receive(Deadline.in(ANSWER));
        if (!isLastWord(answer)) {
          return answer;
        }
        ending = HostState.ended(Phase.EXITED, answer.get(1));
        child.exitStatus();
      } catch (SocketTimeoutException e) {
        ending = HostState.ended(Phase.FROZEN, "");
      } catch (IOException e) {
        ending = HostState.ended(Phase.GONE, child == null ? "" : child.exitStatus());
      }
    }
    throw new HostEnded(ending);
  }

  /**
   * Asks for one word.
   *
   * @throws HostEnded also where the answer is another than a host gives: nobody listens any longer
   *     to a program that speaks in the host's place
   */
  String askForOne(Pattern shape, String... request) {
    List<String> answer = ask(request);
    if (answer.size() == 1 && shape.matcher(answer.get(0)).matches()) {
      return answer.get(0);
    }
    throw impostor();
  }

  private HostEnded impostor() {
    ending = HostState.ended(Phase.GONE, "?");
    return new HostEnded(ending);
  }

  /** Where this fails nothing of the student's has been seen yet: it is our failure. */
  private void start() {
    try {
      host = settings.sameJvm() ? startThread() : startChild();
    } catch (IOException e) {
      throw new UncheckedIOException("the JVM for the student's program cannot be started", e);
    }
  }

  /** Only a JVM that ends by itself says two words, and these. */
  private static boolean isLastWord(List<String> answer) {
    return answer.size() == 2 && answer.get(0).equals("exit");
  }

  /** How the program is doing, after waiting a while for its end. */
  HostState state(int patienceMillis) {
    try {
      return HostState.ofWords(ask("state", Integer.toString(patienceMillis)))
          .orElseThrow(this::impostor);
    } catch (HostEnded e) {
      return ending;
    }
  }

  /** Where the program's threads stand, that of {@code serve()} first; nowhere if it has ended. */
  List<String> stands() {
    try {
      return ask("stands").stream().map(Visible::line).toList();
    } catch (HostEnded e) {
      return List.of();
    }
  }

  /** What the program has printed lately. */
  List<String> printed() throws InterruptedException {
    return child == null ? List.of() : child.output().lastLines(ending != null);
  }

  void forgetPrinted() {
    if (child != null) {
      child.output().forget();
    }
  }

  /**
   * What a program that was called has displayed, what its {@code main} would have said then, and
   * whether its output is still {@code open}.
   *
   * @throws HostEnded where there is nobody to be asked
   */
  List<String> display() {
    String mark = Long.toHexString(new SplittableRandom().nextLong());
    List<String> words = ask("display", mark);
    if (words.size() != 3) {
      throw impostor();
    }
    String printed = child == null ? "" : child.output().upTo(mark);
    return List.of(words.get(1) + printed, words.get(0), words.get(2));
  }

  /** All that a program has displayed which has ended its JVM. */
  String lastDisplay() {
    return child == null ? "" : child.output().rest();
  }

  /** Whether there is still somebody to be asked. */
  boolean isAlive() {
    try {
      ask("ping");
      return true;
    } catch (HostEnded e) {
      return false;
    }
  }

  boolean hasEnded() {
    return ending != null;
  }

  /** Ends the host with all that it has started; the next request starts another. */
  void discard() {
    if (child != null) {
      child.announceEnd();
    }
    try {
      if (host != null) {
        host.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (child != null) {
        child.kill();
      }
      if (settings.sameJvm()) {
        Display.giveBack();
      }
      host = null;
      child = null;
      ending = null;
    }
  }

  @Override
  public void close() {
    discard();
  }

  private Channel startThread() throws IOException {
    try (ServerSocket meeting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Channel thread = new Channel(new Socket(meeting.getInetAddress(), meeting.getLocalPort()));
      Thread host = new Thread(new Host(thread, false)::obey, "host");
      host.setDaemon(true);
      host.start();
      return new Channel(meeting.accept());
    }
  }

  private Channel startChild() throws IOException {
    String password = Long.toHexString(new SplittableRandom().nextLong());
    try (ServerSocket meeting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      child = ChildJvm.start(launch, settings);
      child.tell(meeting.getLocalPort() + "\n" + password + "\n");
      Deadline deadline = Deadline.in(START);
      while (!deadline.hasPassed() && child.isAlive()) {
        meeting.setSoTimeout(deadline.millisLeft(50));
        Channel caller;
        try {
          caller = new Channel(meeting.accept());
        } catch (SocketTimeoutException e) {
          continue;
        }
        if (caller.receive(deadline).equals(List.of(password))) {
          return caller;
        }
        caller.close();
      }
    }
    if (child.isAlive()) {
      throw new SocketTimeoutException("the JVM of the student's program says nothing");
    }
    throw new IOException("the JVM of the student's program did not start");
  }
}
