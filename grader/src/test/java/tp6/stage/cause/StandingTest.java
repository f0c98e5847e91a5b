package tp6.stage.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.cause.Symptom.DIFFERENT;
import static tp6.stage.cause.Symptom.LATE;
import static tp6.stage.cause.Symptom.OPEN;
import static tp6.stage.cause.Symptom.OVERTIME;
import static tp6.stage.cause.Symptom.SILENCE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
  private static final String ACCEPTS = "ServerSocket.accept (EchoServer.java:31)";
  private static final String READS = "BufferedReader.readLine (EchoServer.java:45)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DataInputStream.readUTF|reads.utf",
        "new ObjectInputStream|reads.object",
        "ObjectInputStream.readObject|reads.object",
        "DataInputStream.readFully|reads.exact",
        "InputStream.readNBytes|reads.exact",
        "DataInputStream.readInt|reads.exact",
        "DataInputStream.readLine|reads.again",
        "InputStream.readAllBytes|reads.end",
        "ReferencePipeline.collect, BufferedReader.readLine|reads.end",
        "ReferencePipeline$Head.forEach, BufferedReader.readLine|reads.again",
        "Scanner.next|reads.word",
        "Scanner.hasNextInt|reads.word",
        "Scanner.nextLine|reads.again",
        "Scanner.hasNextLine|reads.again",
        "LineSocket.readLine|reads.again",
        "BufferedReader.readLine|reads.again",
        "Socket$SocketInputStream.read|reads.bytes",
        "BufferedReader.read|reads.bytes",
        "synchronized|waits.lock",
        "ReentrantLock.lock|waits.lock",
        "synchronized ServerSocket.accept|accept.again",
        "synchronized BufferedReader.readLine|reads.shared",
        "Thread.join|waits.for",
        "Object.wait|waits.for",
        "CountDownLatch.await|waits.for",
        "LinkedBlockingQueue.take|waits.for",
        "FutureTask.get|waits.for",
        "SelectorImpl.select|''",
        "SocketOutputStream.write|''",
        "Consumer.accept|''",
      })
  void knowsWhatAThreadWaitsFor(String calls, String key) {
    String stand = calls + " (EchoServer.java:45)";
    Failure silent = Failure.of(SILENCE).sent("salut").stands(stand);
    assertThat(silent.key()).isEqualTo(key);
    assertThat(silent.hint()).contains(key.isEmpty() || key.equals("reads.object") ? "" : stand);
  }

  @Test
  void knowsWhoHasNotAcceptedTheClient() {
    Failure waiting = Failure.of(SILENCE).sent("salut").acceptedByNobody();
    assertThat(waiting.stands(ACCEPTS).key()).isEqualTo("accept.other");
    assertThat(waiting.stands(READS).key()).isEqualTo("accept.busy");
    assertThat(waiting.stands().key()).isEmpty();
    assertThat(Failure.of(SILENCE).sent("salut").stands(ACCEPTS).key()).isEqualTo("accept.again");
    assertThat(Failure.of(SILENCE).sent("salut").stands(ACCEPTS, READS).key())
        .isEqualTo("reads.again");
  }

  @Test
  void knowsAReaderOfSomebodyElse() {
    Failure silent = Failure.of(SILENCE).sent("salut").stands(ACCEPTS, READS).clients(2);
    assertThat(silent.unread(6).key()).isEqualTo("reads.elsewhere");
    assertThat(silent.unread(0).key()).isEmpty();
    assertThat(silent.unread(6).clients(101).key()).isEmpty();
    assertThat(silent.unread(6).clients(1).key()).isEqualTo("reads.again");
  }

  @Test
  void blamesNoReaderWhereThereAreMoreClients() {
    Failure silent = Failure.of(SILENCE).sent("salut").stands(ACCEPTS, READS).clients(2);
    assertThat(silent.key()).isEmpty();
    assertThat(silent.stands(ACCEPTS, READS, READS).key()).isEqualTo("reads.again");
    assertThat(silent.stands(READS, "synchronized (EchoServer.java:52)").key())
        .isEqualTo("waits.lock");
    assertThat(silent.stands("Thread.join (EchoServer.java:31)", READS).acceptedByNobody().key())
        .isEqualTo("accept.busy");
  }

  @Test
  void knowsAReaderOfSeveralThreads() {
    String locked = "synchronized BufferedReader.readLine (EchoServer.java:52)";
    Failure silent = Failure.of(SILENCE).sent("salut");
    assertThat(silent.stands(READS, locked).hint()).contains(locked);
    assertThat(silent.stands(READS, "synchronized (EchoServer.java:52)").key())
        .isEqualTo("waits.lock");
  }

  @Test
  void knowsAServerThatReadsWhereClientsSayNothing() {
    Failure silent = Failure.of(SILENCE).stands(READS);
    assertThat(silent.key()).isEqualTo("reads.nothing");
    assertThat(silent.begun("sal").key()).isEqualTo("reads.again");
    assertThat(Failure.of(OPEN).stands(READS).key()).isEqualTo("reads.nothing");
    assertThat(Failure.of(OPEN).sent("salut").stands(READS).key()).isEmpty();
  }

  @Test
  void tellsSlownessFromWaiting() {
    Failure slow = Failure.of(OVERTIME).sent("salut").stands(ACCEPTS, "(EchoServer.java:45)");
    assertThat(slow.computed(Duration.ofSeconds(9)).hint())
        .startsWith("the program did not wait, it has computed, for 9 s, and was in (EchoServer");
    assertThat(slow.computed(Duration.ofMillis(900)).key()).isEmpty();
    assertThat(slow.stands("Thread.sleep (EchoServer.java:3)").key()).isEqualTo("waits.for");
    assertThat(Failure.of(LATE).stands("FutureTask.get (Weather.java:3)").key()).isEmpty();
    assertThat(Failure.of(LATE).stands(READS).computed(Duration.ofSeconds(9)).key())
        .isEqualTo("computes");
  }

  @Test
  void hasNothingToSayWhereSomethingCame() {
    assertThat(Failure.of(DIFFERENT).expected("b").received("a").stands(READS).key()).isEmpty();
  }
}
