package tp6.stage.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {
  @Test
  void keepsTheLastLines() throws InterruptedException {
    assertThat(lastLinesOf("1\n2\n3\n4\n5\r\n6\n\t7")).containsExactly("3", "4", "5", "6", "    7");
    assertThat(lastLinesOf("x".repeat(100_000))).singleElement().asString().hasSize(201);
    assertThat(lastLinesOf("")).isEmpty();
  }

  @Test
  void keepsOfAStackTraceWhatItIsAboutAndTheStudentsCalls() throws InterruptedException {
    assertThat(
            lastLinesOf(
                """
                listening on port 49631
                java.lang.IllegalStateException: no client
                \tat tp6.echosingle.EchoServer.speakToClient(EchoServer.java:45)
                \tat java.base/java.util.Optional.orElseThrow(Optional.java:403)
                \tat tp6.echosingle.EchoServer.serve(EchoServer.java:31)
                \tat tp6.stage.host.Host.lambda$serve$1(Host.java:121)
                \tat java.base/java.lang.Thread.run(Thread.java:840)
                Caused by: java.net.SocketException: Socket is closed
                \tat java.base/java.net.Socket.getInputStream(Socket.java:988)
                \tat tp6.common.LineSocket.<init>(LineSocket.java:24)
                \tat tp6.echosingle.EchoServer.speakToClient(EchoServer.java:41)
                \t... 5 more
                """))
        .containsExactly(
            "java.lang.IllegalStateException: no client",
            "    at tp6.echosingle.EchoServer.speakToClient(EchoServer.java:45)",
            "    at tp6.echosingle.EchoServer.serve(EchoServer.java:31)",
            "Caused by: java.net.SocketException: Socket is closed",
            "    at tp6.echosingle.EchoServer.speakToClient(EchoServer.java:41)");
  }

  @Test
  void neverCutsOffWhatALongTraceIsAbout() throws InterruptedException {
    String call = "\tat tp6.echosingle.EchoServer.serve(EchoServer.java:31)\n";
    assertThat(
            lastLinesOf("before\nFirst: a\n" + call.repeat(40) + "Caused by: b\n" + call.repeat(3)))
        .startsWith("First: a", call.strip().indent(4).stripTrailing())
        .contains("Caused by: b")
        .hasSize(5);
    assertThat(lastLinesOf("Exception: a\n\tat java.net.http/jdk.internal.X.y(X.java:1)\nafter\n"))
        .containsExactly("Exception: a", "after");
  }

  @Test
  void forgetsWhatWasPrintedBeforeItsMark() throws Exception {
    try (PipedOutputStream program = new PipedOutputStream()) {
      Output output = new Output(new PipedInputStream(program), Duration.ofSeconds(5));
      print(program, "SocketException: Socket closed\nhalf\n" + output.drawMark() + "\nnew\n");
      output.upToTheMark();
      print(program, output.drawMark() + "\n");
      output.upToTheMark();
      print(program, "of the next one\n");
      output.drawMark();
      output.upToTheMark();

      assertThat(output.lastLines(false)).isEmpty();
    }
  }

  private static void print(PipedOutputStream program, String text) {
    try {
      program.write(text.getBytes(UTF_8));
      program.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lastLinesOf(String text) throws InterruptedException {
    return new Output(new ByteArrayInputStream(text.getBytes(UTF_8))).lastLines(true);
  }
}
