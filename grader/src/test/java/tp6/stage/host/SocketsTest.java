package tp6.stage.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tp6.stage.link.Pulse;
import tp6.stage.link.Tasks;

/** What Linux tells of sockets and of processes, tried on sockets and processes of the test's. */
@EnabledOnOs(OS.LINUX)
class SocketsTest {
  @Test
  void tellsWhoWaitsToBeAcceptedWhatLiesUnreadAndWhatIsOnItsWay() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
      int port = listener.getLocalPort();
      assertThat(Sockets.waiting(port)).isEqualTo(1);

      try (Socket accepted = listener.accept()) {
        assertThat(Sockets.waiting(port)).isZero();
        client.getOutputStream().write(new byte[7]);
        assertThat(Sockets.unread(port)).isEqualTo(7);
        accepted.getInputStream().readNBytes(7);
        assertThat(Sockets.unread(port)).isZero();
        assertThat(Sockets.areBusy(port)).isFalse();
        while (!Sockets.areBusy(port)) {
          // Nobody reads what comes, so that some of it stays on its way.
          client.getOutputStream().write(new byte[7]);
        }
      }
    }
  }

  @Test
  void tellsWhichSocketsAreOpen() throws Exception {
    Set<String> before = Sockets.open();
    try (ServerSocket listener = new ServerSocket(0)) {
      assertThat(listener.isBound()).isTrue();
      assertThat(Sockets.open()).hasSizeGreaterThan(before.size());
    }
  }

  @Test
  void tellsWhetherAProcessWorks() throws Exception {
    Process cat = new ProcessBuilder("cat").start();
    try (Tasks tasks = new Tasks(cat.pid());
        Tasks own = new Tasks(ProcessHandle.current().pid())) {
      Pulse pulse = tasks.pulse().orElseThrow();
      while (pulse.works()) {
        pulse = tasks.pulse().orElseThrow();
      }
      assertThat(pulse.cpuMillis()).isLessThan(5_000);
      assertThat(own.pulse().orElseThrow().works()).isTrue();

      cat.destroyForcibly().waitFor();
      assertThat(tasks.pulse()).isEmpty();
    } finally {
      cat.destroyForcibly();
    }
  }
}
