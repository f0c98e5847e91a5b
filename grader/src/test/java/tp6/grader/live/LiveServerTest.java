package tp6.grader.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served to whom. Spoken by hand, for no client would send what is wrong. */
class LiveServerTest {
  private final AtomicInteger asked = new AtomicInteger();
  private LiveServer server;
  private int port;
  private String path;

  @BeforeEach
  void start() throws IOException {
    server = LiveServer.at(0);
    server.show(
        name -> {
          asked.incrementAndGet();
          if (name.equals("broken")) {
            throw new IOException("no\ndisk");
          }
          return name.isEmpty()
              ? Optional.of(new LiveServer.Page("7-1", "the class".getBytes(UTF_8)))
              : Optional.empty();
        });
    port = server.address().getPort();
    path = server.address().getPath();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String ask(String request, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      String all = request + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers);
      socket.getOutputStream().write((all + "\r\n\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private String host() {
    return "Host: 127.0.0.1:" + port;
  }

  @Test
  void showsAPageToWhoKnowsTheAddress() throws IOException {
    assertThat(path).matches("/[0-9a-f]{48}/");
    assertThat(ask("GET " + path, host()))
        .startsWith("HTTP/1.1 200 ")
        .contains("no-store", "nosniff", "no-referrer", "frame-ancestors 'none'", "\"7-1\"")
        .endsWith("the class");
    assertThat(ask("GET " + path, "Host: localhost:" + port)).startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET " + path, host(), "If-None-Match: \"7-1\"")).startsWith("HTTP/1.1 304 ");
    assertThat(ask("GET " + path, host(), "If-None-Match: \"6-1\"")).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/0000/", "/?/", "/../", "/%2e%2e/"})
  void showsNothingToWhoDoesNotKnowIt(String guess) throws IOException {
    String wrong = path.replace(path.charAt(5), path.charAt(5) == 'a' ? 'b' : 'a');
    for (String one : List.of(guess, wrong, path.substring(0, path.length() - 1))) {
      assertThat(ask("GET " + one, host())).startsWith("HTTP/1.1 404 ").doesNotContain("class");
    }
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1.evil.example:PORT",
        "X: y"
      })
  void showsNothingUnderAnotherName(String name) throws IOException {
    assertThat(ask("GET " + path, name.replace("PORT", "" + port)))
        .matches("(?s)HTTP/1.1 40[03] .*")
        .doesNotContain("the class");
    assertThat(ask("GET " + path, host(), "Host: evil.example")).doesNotContain("the class");
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"})
  void takesNothing(String method) throws IOException {
    assertThat(ask(method + " " + path, host(), "Content-Length: 0"))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: GET");
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "students/", "%00", "..", "?x"})
  void showsNothingThatIsNotThere(String name) throws IOException {
    assertThat(ask("GET " + path + "x" + name, host())).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void saysInOneLineWhatItCannotShow() throws IOException {
    assertThat(ask("GET " + path + "broken", host()))
        .startsWith("HTTP/1.1 500 ")
        .endsWith("cannot be shown: java.io.IOException: no\\ndisk");
  }

  @Test
  void isHeardOnThisComputerAlone() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> new Socket(other, port).close());
    }
    assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void hasAPortToItself() {
    assertThatExceptionOfType(BindException.class).isThrownBy(() -> LiveServer.at(port));
  }

  @Test
  void hasAnotherAddressEachTime() throws IOException {
    try (LiveServer other = LiveServer.at(0)) {
      assertThat(other.address().getPath()).isNotEqualTo(path);
    }
  }
}
