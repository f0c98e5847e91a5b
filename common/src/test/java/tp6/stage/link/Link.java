package tp6.stage.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import tp6.stage.host.Channel;
import tp6.stage.host.Display;
import tp6.stage.host.Host;
import tp6.stage.host.HostState;
import tp6.stage.host.HostState.Phase;
import tp6.stage.host.Sockets;
import tp6.stage.setting.Settings;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/**
 * The test's end of the line to the host. The host is started when it is first needed, and anew
 * after it was discarded.
 */
public final class Link implements AutoCloseable {
  public static final Pattern YES_OR_NO = Pattern.compile("yes|no");
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Before the second look at a program that settles, which needs the processor more than we. */
  private static final long PAUSE_NANOS = 300_000;

  /** Before a later one: whoever works for long is looked at more rarely. */
  private static final long LONGEST_PAUSE_NANOS = 5_000_000;

  /** For a program that did not settle before, and is not waited for as long again. */
  private static final Duration SHORT = Duration.ofMillis(50);

  private static final int FULL_WAITS = 3;

  /** Longer than answers take that come a second late. */
  private static final Duration SHORT_PATIENCE = Duration.ofMillis(2_300);

  /** To settle, where nobody knows whether the program sleeps. */
  private static final int UNKNOWN_MILLIS = 50;

  private final Settings settings;
  private final Launch launch;
  private final Deadline exercise;
  private final FairClock clock = new FairClock(this::pulse, System::nanoTime);
  private Channel host;
  private ChildJvm child;
  private HostState ending;
  private boolean restless;
  private boolean hasUsedUpAStage;
  private int vainWaits;
  private int answersAtTheEnd;
  private int port;

  /**
   * A link that is not in use yet.
   *
   * @param exercise when the time for it is over by the computer's clock
   */
  public Link(Settings settings, Launch launch, Deadline exercise) {
    this.settings = settings;
    this.launch = launch;
    this.exercise = exercise;
  }

  /** Tells how much time the program has had while somebody waited for it. */
  public FairClock clock() {
    return clock;
  }

  private boolean isWatched() {
    return child != null && child.isWatched();
  }

  private Optional<Pulse> pulse() {
    return child == null ? Optional.empty() : child.pulse();
  }

  /**
   * Looks at the program once, and lets its clock go on. Returns whether it is known to sleep.
   *
   * @throws OutOfTime where the time for the exercise is over
   */
  boolean look() {
    boolean sleeps = clock.look();
    if (exercise.hasPassed()) {
      throw new OutOfTime();
    }
    return sleeps;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws HostEnded where the host has ended, or takes too long
   */
  public List<String> ask(String... request) {
    if (ending == null) {
      try {
        if (host == null) {
          start();
        }
        host.send(List.of(request));
        List<String> answer = host.receive(patience(ANSWER));
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
  public String askForOne(Pattern shape, String... request) {
    List<String> answer = ask(request);
    if (answer.size() == 1 && shape.matcher(answer.get(0)).matches()) {
      return answer.get(0);
    }
    throw impostor();
  }

  private BooleanSupplier patience(Duration limit) {
    Deadline deadline = Deadline.in(limit, clock);
    clock.start();
    return () -> {
      look();
      return !deadline.hasPassed();
    };
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
      throw new NoJvm(settings.language(), e);
    }
  }

  /** Only a JVM that ends by itself says two words, and these. */
  private static boolean isLastWord(List<String> answer) {
    return answer.size() == 2 && answer.get(0).equals("exit");
  }

  /** How the program is doing, after waiting a while for its end. */
  public HostState state(int patienceMillis) {
    try {
      return HostState.ofWords(ask("state", Integer.toString(patienceMillis)))
          .orElseThrow(this::impostor);
    } catch (HostEnded e) {
      return ending;
    }
  }

  /**
   * Whether the program, of which all threads sleep, will do nothing by itself any more: none of
   * them waits with a time limit.
   */
  public boolean isSilent() {
    try {
      return askForOne(YES_OR_NO, "timed").equals("no");
    } catch (HostEnded e) {
      return true;
    }
  }

  /** Remembers, for the stages that come, that a stage took too long. */
  public void usesUpAStage() {
    hasUsedUpAStage = true;
  }

  public boolean hasUsedUpAStage() {
    return hasUsedUpAStage;
  }

  /** The program serves at this port; at none where it is 0. */
  public void servesAt(int newPort) {
    port = newPort;
  }

  /** Whether something is on its way between the program and its clients, as far as is known. */
  boolean isBusy() {
    return port != 0 && Sockets.areBusy(port);
  }

  public void hasAnsweredAtTheEnd() {
    answersAtTheEnd++;
  }

  /** Whoever has done so three times need not be waited for before. */
  public boolean answersAtTheEnd() {
    return answersAtTheEnd >= FULL_WAITS;
  }

  public void wasAwaitedInVain() {
    vainWaits++;
  }

  /** For whoever has done three times nothing in the full time, a part of it will do. */
  public Duration atMost(Duration patience) {
    boolean isEnough = vainWaits >= FULL_WAITS && patience.compareTo(SHORT_PATIENCE) > 0;
    return isEnough ? SHORT_PATIENCE : patience;
  }

  /** Waits until all threads of the program sleep. Gives up after a moment, on its clock. */
  public void settle(Duration limit) {
    if (!isWatched()) {
      state(UNKNOWN_MILLIS);
      return;
    }
    Deadline deadline = Deadline.in(restless ? SHORT : limit, clock);
    clock.start();
    restless = true;
    long pause = PAUSE_NANOS;
    while (!(look() && look() && clock.isUndisturbed()) && isWatched()) {
      if (deadline.hasPassed()) {
        return;
      }
      LockSupport.parkNanos(pause);
      pause = Math.min(pause + pause / 2, LONGEST_PAUSE_NANOS);
    }
    restless = false;
  }

  /** Where the program's threads stand, that of {@code serve()} first; nowhere if it has ended. */
  public List<String> stands() {
    try {
      return ask("stands").stream().map(Visible::line).toList();
    } catch (HostEnded e) {
      return List.of();
    }
  }

  /** What the program has printed lately. */
  public List<String> printed() throws InterruptedException {
    return child == null ? List.of() : child.output().lastLines(ending != null);
  }

  public void forgetPrinted() {
    if (host == null || child == null || ending != null) {
      return;
    }
    try {
      child.output().upToAMark(mark -> ask("display", mark));
    } catch (HostEnded e) {
      child.output().forget();
    }
  }

  /**
   * What a program that was called has displayed, what its {@code main} would have said then, and
   * whether its output is still {@code open}.
   *
   * @throws HostEnded where there is nobody to be asked
   */
  public List<String> display() {
    List<String> words = new ArrayList<>();
    String printed =
        child == null ? "" : child.output().upToAMark(mark -> words.addAll(ask("display", mark)));
    if (child == null) {
      words.addAll(ask("display", ""));
    }
    if (words.size() != 3) {
      throw impostor();
    }
    return List.of(words.get(1) + printed, words.get(0), words.get(2));
  }

  /** All that a program has displayed which has ended its JVM. */
  public String lastDisplay() {
    return child == null ? "" : child.output().rest();
  }

  /** Whether there is still somebody to be asked. */
  public boolean isAlive() {
    try {
      ask("ping");
      return true;
    } catch (HostEnded e) {
      return false;
    }
  }

  public boolean hasEnded() {
    return ending != null;
  }

  /** Ends the host with all that it has started; the next request starts another. */
  public void discard() {
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
      restless = false;
    }
  }

  @Override
  public void close() {
    discard();
  }

  private String exit() {
    return child.isAlive() ? "-" : child.exitStatus();
  }

  /** What a JVM has to say that does not start: of the memory, or of its options. */
  private String firstWords() {
    try {
      return String.join("; ", child.output().lastLines(!child.isAlive()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private Channel startThread() throws IOException {
    try (ServerSocket meeting = new ServerSocket(0, 1, InetAddress.getByName(Host.HERE))) {
      Channel thread = new Channel(new Socket(meeting.getInetAddress(), meeting.getLocalPort()));
      Thread host = new Thread(new Host(thread, false)::obey, "host");
      host.setDaemon(true);
      host.start();
      return new Channel(meeting.accept());
    }
  }

  private Channel startChild() throws IOException {
    String password = Long.toHexString(new SplittableRandom().nextLong());
    try (ServerSocket meeting = new ServerSocket(0, 1, InetAddress.getByName(Host.HERE))) {
      child = ChildJvm.start(launch, settings);
      child.tell(meeting.getLocalPort() + "\n" + password + "\n");
      BooleanSupplier patience = patience(START);
      meeting.setSoTimeout(Patience.SLICE_MILLIS);
      while (child.isAlive() && patience.getAsBoolean()) {
        Channel caller;
        try {
          caller = new Channel(meeting.accept());
        } catch (SocketTimeoutException e) {
          continue;
        }
        if (caller.receive(patience).equals(List.of(password))) {
          child.isUp();
          return caller;
        }
        caller.close();
      }
    }
    throw new IOException(Words.of(settings.language()).say("no.jvm.silent", exit(), firstWords()));
  }
}
