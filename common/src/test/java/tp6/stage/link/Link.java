package tp6.stage.link;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import tp6.stage.host.HostState;
import tp6.stage.host.Sockets;
import tp6.stage.setting.Settings;
import tp6.stage.text.Visible;

/** The test's end of the line to the program: its questions, and what is known of the answers. */
public final class Link implements AutoCloseable {
  public static final Pattern YES_OR_NO = Pattern.compile("yes|no");

  /** To settle, where nobody knows whether the program sleeps. */
  private static final int UNKNOWN_MILLIS = 50;

  private final Watch watch;
  private final CurrentHost host;
  private final Habits habits = new Habits();
  private int port;
  private boolean isCalm;

  /**
   * A link that is not in use yet.
   *
   * @param exercise when the time for it is over by the computer's clock
   */
  public Link(Settings settings, Launch launch, Deadline exercise) {
    this.watch = new Watch(exercise);
    this.host = new CurrentHost(settings, launch, watch);
  }

  CurrentHost host() {
    return host;
  }

  /** Tells how much time the program has had while somebody waited for it. */
  public FairClock clock() {
    return watch.clock();
  }

  /** What the program has taught about itself, in stages before this one too. */
  public Habits habits() {
    return habits;
  }

  /**
   * Looks at the program once, and lets its clock go on. Returns whether it is known to sleep.
   *
   * @throws OutOfTime where the time for the exercise is over
   */
  boolean look() {
    return watch.look();
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws HostEnded where the host has ended, or takes too long
   */
  public List<String> ask(String... request) {
    isCalm = false;
    return host.ask(List.of(request));
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
    throw host.impostor();
  }

  /** How the program is doing, after waiting a while for its end. */
  public HostState state(int patienceMillis) {
    try {
      return HostState.ofWords(ask("state", Integer.toString(patienceMillis)))
          .orElseThrow(host::impostor);
    } catch (HostEnded e) {
      return e.ending();
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

  /** The program serves at this port; at none where it is 0. */
  public void servesAt(int newPort) {
    port = newPort;
  }

  /** Whether something is on its way between the program and its clients, as far as is known. */
  boolean isBusy() {
    return port != 0 && Sockets.areBusy(port);
  }

  /** A client does something, which gives the program something to do. */
  public void isDisturbed() {
    isCalm = false;
  }

  /**
   * Waits until all threads of the program sleep, unless they do since this was last waited for.
   * Gives up after a moment, on its clock.
   */
  public void settle(Duration limit) {
    if (isCalm) {
      return;
    }
    if (watch.sees()) {
      isCalm = watch.settle(limit);
    } else {
      state(UNKNOWN_MILLIS);
    }
  }

  /** Where the program's threads stand, that of {@code serve()} first; nowhere if it has ended. */
  public List<String> stands() {
    try {
      return ask("stands").stream().map(Visible::line).toList();
    } catch (HostEnded e) {
      return List.of();
    }
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
    return host.hasEnded();
  }

  /** Ends the host with all that it has started; the next request starts another. */
  public void discard() {
    host.discard();
  }

  @Override
  public void close() {
    discard();
  }
}
