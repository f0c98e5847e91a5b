package tp6.stage.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads that really wait, as those of students do. */
class WhereaboutsTest {
  private static final String LINE = " (WhereaboutsTest.java:";

  private final Whereabouts whereabouts = new Whereabouts(WhereaboutsTest.class.getName());
  private final ThreadGroup waiting = new ThreadGroup("waiting");
  private ServerSocket listener;
  private Socket client;
  private Socket served;

  /** Reads from a client. */
  private interface Reading {
    void read(InputStream in) throws Exception;
  }

  @BeforeEach
  void connects() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    client = new Socket(listener.getInetAddress(), listener.getLocalPort());
    served = listener.accept();
  }

  @AfterEach
  void closes() throws IOException {
    waiting.interrupt();
    served.close();
    client.close();
    listener.close();
  }

  static Stream<Arguments> readings() {
    return Stream.of(
        reads("Socket$SocketInputStream.read", in -> in.read()),
        reads("BufferedReader.readLine", in -> reader(in).readLine()),
        reads("BufferedReader.read", in -> reader(in).read()),
        reads(
            "ReferencePipeline$Head.forEach, BufferedReader.readLine",
            in -> reader(in).lines().forEach(x -> {})),
        reads(
            "ReferencePipeline.toList, BufferedReader.readLine", in -> reader(in).lines().toList()),
        reads("DataInputStream.readUTF", in -> new DataInputStream(in).readUTF()),
        reads("DataInputStream.readFully", in -> new DataInputStream(in).readFully(new byte[2])),
        reads("DataInputStream.readInt", in -> new DataInputStream(in).readInt()),
        reads("InputStream.readAllBytes", in -> in.readAllBytes()),
        reads("InputStream.readNBytes", in -> in.readNBytes(2)),
        reads("new ObjectInputStream", in -> new ObjectInputStream(in)),
        reads("Scanner.nextLine", in -> new Scanner(in, UTF_8).nextLine()),
        reads("Scanner.next", in -> new Scanner(in, UTF_8).next()),
        reads("CountDownLatch.await", in -> new CountDownLatch(1).await()),
        reads("Thread.join", in -> Thread.currentThread().join()));
  }

  private static Arguments reads(String calls, Reading reading) {
    return arguments(calls, reading);
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void namesTheCallThatWaits(String calls, Reading reading) {
    standsIn(calls, start(() -> reading.read(served.getInputStream())));
  }

  @Test
  void namesAWaitForClients() {
    standsIn("ServerSocket.accept", start(() -> listener.accept()));
  }

  @Test
  void tellsWhoWaitsForAnotherThread() throws IOException {
    BufferedReader shared = reader(served.getInputStream());
    standsIn("BufferedReader.readLine", start(shared::readLine));
    standsIn("synchronized BufferedReader.readLine", start(() -> shared.readLine()));

    Object lock = new Object();
    synchronized (lock) {
      standsIn("synchronized", start(() -> locksAndWaits(lock)));
    }
    ReentrantLock other = new ReentrantLock();
    other.lock();
    standsIn("ReentrantLock.lock", start(() -> other.lock()));
  }

  private static void locksAndWaits(Object lock) {
    synchronized (lock) {
      lock.notifyAll();
    }
  }

  @Test
  void isNowhereOutsideTheStudentsCode() {
    assertThat(new Whereabouts("tp6.clock.ClockServer").of(Thread.currentThread())).isEmpty();
    assertThat(new Whereabouts("tp6.clock.ClockServer").of(new IOException("gone")))
        .isEqualTo("IOException: gone");
    assertThat(whereabouts.of(new IOException())).startsWith("IOException" + LINE);
  }

  private Thread start(Act act) {
    Thread thread = new Thread(waiting, () -> play(act));
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void play(Act act) {
    try {
      act.play();
    } catch (Throwable e) {
      // The test has had enough of waiting.
    }
  }

  private void standsIn(String calls, Thread thread) {
    await()
        .untilAsserted(
            () -> assertThat(whereabouts.of(thread).orElse("")).startsWith(calls + LINE));
  }
}
