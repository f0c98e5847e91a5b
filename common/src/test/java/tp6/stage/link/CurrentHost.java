package tp6.stage.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tp6.stage.host.Channel;
import tp6.stage.host.Display;
import tp6.stage.host.HostState;
import tp6.stage.host.HostState.Phase;
import tp6.stage.setting.Settings;

/** The host of the program, started when it is first needed, and anew after it was discarded. */
final class CurrentHost {
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Settings settings;
  private final Launch launch;
  private final Watch watch;
  private Channel host;
  private ChildJvm child;
  private HostState ending;

  /** None yet. */
  CurrentHost(Settings settings, Launch launch, Watch watch) {
    this.settings = settings;
    this.launch = launch;
    this.watch = watch;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws HostEnded where the host has ended, or takes too long
   */
  List<String> ask(List<String> request) {
    if (ending == null) {
      try {
        if (host == null) {
          start();
        }
        host.send(request);
        List<String> answer = host.receive(watch.patience(ANSWER));
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

  /** Gives up a host that answers as none does. */
  HostEnded impostor() {
    ending = HostState.ended(Phase.GONE, "?");
    return new HostEnded(ending);
  }

  /** Where this fails nothing of the student's has been seen yet: it is our failure. */
  private void start() {
    try {
      host = settings.sameJvm() ? Meeting.withThread() : startChild();
    } catch (IOException e) {
      throw new NoJvm(settings.language(), e);
    }
  }

  private Channel startChild() throws IOException {
    try (Meeting meeting = new Meeting()) {
      child = ChildJvm.start(launch, settings);
      watch.begins(child);
      meeting.invite(child);
      return meeting
          .await(child, watch.patience(START))
          .orElseThrow(() -> new IOException(child.whySilent(settings.language())));
    }
  }

  /** Only a JVM that ends by itself says two words, and these. */
  private static boolean isLastWord(List<String> answer) {
    return answer.size() == 2 && answer.get(0).equals("exit");
  }

  boolean hasEnded() {
    return ending != null;
  }

  /** Whether a host was started, and is not known to have ended. */
  boolean isUp() {
    return host != null && ending == null;
  }

  /** What the program prints, where it has a JVM of its own. */
  Optional<Output> output() {
    return Optional.ofNullable(child).map(ChildJvm::output);
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
      watch.ends();
    }
  }
}
