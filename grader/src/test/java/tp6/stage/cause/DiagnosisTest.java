package tp6.stage.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static tp6.stage.cause.Symptom.DIFFERENT;
import static tp6.stage.cause.Symptom.END;
import static tp6.stage.cause.Symptom.LEAK;
import static tp6.stage.cause.Symptom.REFUSED;
import static tp6.stage.cause.Symptom.RESET;
import static tp6.stage.cause.Symptom.SILENCE;
import static tp6.stage.cause.Symptom.UNOPENED;
import static tp6.stage.cause.Symptom.UNSTOPPED;
import static tp6.stage.host.HostState.Phase.CRASHED;
import static tp6.stage.host.HostState.Phase.RETURNED;
import static tp6.stage.host.HostState.Phase.THREW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of programs that failed, and of clients to which nothing came. */
class DiagnosisTest {
  private static final String ACCEPTS = "ServerSocket.accept (EchoServer.java:31)";

  @Test
  void knowsAClassInAnotherPackage() {
    String missing = "ClassNotFoundException: tp6.clock.ClockServer";
    assertThat(Failure.of(UNOPENED).ended(CRASHED, missing).hint())
        .isEqualTo(
            "there is no class tp6.clock.ClockServer: the file has to begin with"
                + " \"package tp6.clock;\", and the class has the name of the file");
    assertThat(Failure.of(UNOPENED).ended(CRASHED, "NoSuchMethodException: <init>(int)").key())
        .isEmpty();
    assertThat(Failure.of(END).ended(CRASHED, missing).key()).isEmpty();
  }

  @Test
  void knowsWhatRunsOut() {
    assertThat(Failure.of(END).lost("OutOfMemoryError: unable to create native thread").key())
        .isEqualTo("memory");
    assertThat(Failure.of(END).lost("OutOfMemoryError: Java heap space (EchoServer.java:3)").key())
        .isEqualTo("memory");
    assertThat(Failure.of(END).lost("StackOverflowError (EchoServer.java:3)").key()).isEmpty();
    assertThat(Failure.of(LEAK).key()).isEmpty();
  }

  @Test
  void knowsAMessageThatWasTakenForAFormat() {
    String wrong = "UnknownFormatConversionException: Conversion = '%'";
    assertThat(Failure.of(END).sent("5 %").ended(CRASHED, wrong).key()).isEqualTo("percent");
    assertThat(Failure.of(END).sent("5").ended(CRASHED, wrong).key()).isEmpty();
    assertThat(Failure.of(END).sent("5 %").lost("NumberFormatException: 5 %").key()).isEmpty();
    assertThat(Failure.of(END).sent("5 %").key()).isEqualTo("percent");
    assertThat(Failure.of(END).sent("5 %%").key()).isEqualTo("end.first");
  }

  @Test
  void knowsAStreamThatHasClosedItsSocket() {
    String closed = "SocketException: Socket is closed";
    assertThat(Failure.of(SILENCE).printed("client lost: Socket closed").hint())
        .startsWith("the program says \"Socket closed\": ");
    assertThat(Failure.of(RESET).ended(THREW, closed).key()).isEqualTo("closed.before");
    assertThat(Failure.of(RESET).lost("IOException: Stream closed").key())
        .isEqualTo("closed.stream");
    assertThat(Failure.of(UNSTOPPED).ended(THREW, closed).key()).isEmpty();
    assertThat(Failure.of(RESET).ended(THREW, "SocketException: Connection reset").key()).isEmpty();
  }

  @Test
  void knowsAServerOnAnotherAddress() {
    assertThat(Failure.of(REFUSED).stands(ACCEPTS).key()).isEqualTo("refused.address");
    assertThat(Failure.of(REFUSED).stands("Thread.sleep (EchoServer.java:3)").key()).isEmpty();
    assertThat(Failure.of(SILENCE).stands(ACCEPTS).key()).isEqualTo("accept.again");
  }

  @Test
  void leavesToOtherHintsWhatOtherwiseEndsAProgram() {
    String thrown = "NullPointerException (EchoServer.java:3)";
    assertThat(Failure.of(END).sent("quit").ended(CRASHED, thrown).key()).isEmpty();
    assertThat(Failure.of(END).sent("quit").ended(RETURNED, "").key()).isEmpty();
    assertThat(Failure.of(DIFFERENT).expected("echo:A").received("echo:a").lost(thrown).key())
        .isEmpty();
    assertThat(
            Failure.of(DIFFERENT).expected("echo:A").received("echo:a").ended(RETURNED, "").key())
        .isEqualTo("diff.case");
  }

  @Test
  void knowsAnAnswerThatWasPrinted() {
    Failure silent = Failure.of(SILENCE).sent("salut");
    assertThat(silent.printed("echo:salut").key()).isEqualTo("printed.instead");
    assertThat(silent.printed("received: salut").key()).isEmpty();
    assertThat(Failure.of(SILENCE).expected("09:05:07").printed("09:05:07").key())
        .isEqualTo("printed.instead");
    assertThat(Failure.of(END).printed("sent 09:05:07 to a client").key())
        .isEqualTo("printed.instead");
    assertThat(Failure.of(END).printed("12 clients").key()).isEqualTo("end.first");
  }

  @Test
  void knowsAnAnswerThatWentToAnotherClient() {
    Failure silent = Failure.of(SILENCE).sent("salut").others("bonjour");
    assertThat(silent.key()).isEmpty();
    assertThat(silent.elsewhere().key()).isEqualTo("diff.elsewhere");
  }

  @Test
  void knowsMessagesThatAreTakenForTheEnd() {
    assertThat(Failure.of(END).sent("quit", "salut").heard("echo:salut").hint())
        .startsWith("\"quit\" is a message like any other");
    assertThat(Failure.of(SILENCE).sent("Q").key()).isEqualTo("quit");
    assertThat(Failure.of(END).sent("salut", "quit").heard("echo:quit").key()).isEqualTo("quit");
    assertThat(Failure.of(END).sent("a", "b", "quit").key()).isEqualTo("end.first");
    assertThat(Failure.of(SILENCE).sent("").key()).isEqualTo("empty.line");
    assertThat(Failure.of(SILENCE).sent("quiet").key()).isEmpty();
    assertThat(Failure.of(SILENCE).key()).isEmpty();
  }

  @Test
  void tellsAHangUpAsAHangUp() {
    assertThat(Failure.of(END).sent("salut").key()).isEqualTo("end.first");
    assertThat(Failure.of(RESET).sent("salut").others("bonjour").key()).isEqualTo("end.next");
    assertThat(Failure.of(END).sent("salut", "a", "b").heard("echo:b", "echo:a").hint())
        .startsWith(
            "the server has closed the connection in the middle of a conversation (answers before that: 2");
    assertThat(Failure.of(SILENCE).sent("salut").key()).isEmpty();
  }

  @Test
  void knowsATimeLimitForClients() {
    Failure ended = Failure.of(END).sent("b", "a").heard("echo:a");
    assertThat(ended.printed("client lost: Read timed out").key()).isEqualTo("reads.limit");
    assertThat(ended.printed("client lost: Connection reset").key()).isEqualTo("end.later");
    assertThat(Failure.of(RESET).sent("b", "a").outwaited().key()).isEqualTo("reads.limit");
  }

  /** A server may send anything. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "\n", "?", "echo:x\n"})
  void isFoundInAMebibyteAtOnce(String piece) {
    String much = piece.repeat(1_048_576 / piece.length());
    Failure failure = Failure.echoed("salut", much);
    assertTimeoutPreemptively(Duration.ofSeconds(20), failure::key);
  }

  @Test
  void knowsAReaderOfObjects() {
    Failure ended = Failure.of(END).sent("salut");
    assertThat(ended.printed("invalid stream header: 73616C75").key()).isEqualTo("reads.object");
    assertThat(ended.printed("invalid header").key()).isEqualTo("end.first");
  }

  @Test
  void knowsATextThatIsTooLongForWriteUtf() {
    Failure ended = Failure.of(END).sent("long");
    assertThat(ended.printed("client lost: encoded string (echo:lo...").key())
        .isEqualTo("diff.utf");
    assertThat(ended.printed("client lost: too long").key()).isEqualTo("end.first");
  }

  @Test
  void saysWhereTheProgramStoodBeforeItsClientFinishedSending() {
    Failure ended = Failure.of(END).sent("salut").stands(ACCEPTS);
    assertThat(ended.key()).isEqualTo("end.first");
    assertThat(ended.stood("DataInputStream.readUTF (EchoServer.java:45)").key())
        .isEqualTo("reads.utf");
    assertThat(Failure.echoed("salut", "echo:Salut").stood(ACCEPTS).key()).isEqualTo("diff.case");
  }

  @Test
  void hasNoCauseForALineThatOnlyHasNoEnd() {
    Failure silent = Failure.of(SILENCE).sent("salut").heard("echo:salut");
    assertThat(silent.expected("").stands("BufferedReader.readLine (E.java:45)").key()).isEmpty();
    assertThat(silent.expected("echo:").stands("BufferedReader.readLine (E.java:45)").key())
        .isEqualTo("reads.again");
  }
}
