package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service of the weather's stages, as a client finds it that speaks HTTP by itself. */
class WeatherServiceTest {
  private static final String LAST = "Host: here\r\nConnection: close\r\n\r\n";

  private final WeatherService service = new WeatherService();
  private Socket client;

  @BeforeEach
  void connect() throws IOException {
    client = new Socket("127.0.0.1", URI.create(service.address()).getPort());
    client.setSoTimeout(10_000);
    service.answers("Paris", Reply.usual(28_000));
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    service.close();
  }

  @Test
  void answersOverTheSameConnectionUntilItIsToBeTheLast() throws IOException {
    String reply = answerTo("GET /a?q=x HTTP/1.1\r\nHost: here\r\n\r\nGET /b HTTP/1.1\r\n" + LAST);

    assertThat(reply.split("HTTP/1.1 200 OK\r\n", -1)).hasSize(3);
    assertThat(service.lastAsked().orElseThrow().target()).isEqualTo("GET /b");
  }

  @Test
  void takesParametersOfAForm() throws IOException {
    answerTo(
        "POST /a?mode=xml HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + LAST
            + "4\r\nq=Pa\r\n3;x=y\r\nris\r\n0\r\n\r\n");

    assertThat(service.lastAsked().orElseThrow().value("q")).isEqualTo("Paris");
    assertThat(service.lastAsked().orElseThrow().value("mode")).isEqualTo("xml");
  }

  @Test
  void sendsTheSameInPieces() throws IOException {
    String whole = answerTo("GET /a?mode=xml HTTP/1.1\r\n" + LAST);
    connect();
    service.answers("Paris", new Reply(28_000, Set.of(Oddity.PIECES), 0));

    assertThat(answerTo("GET /a?mode=xml HTTP/1.1\r\n" + LAST)).isEqualTo(whole);
  }

  @Test
  void sendsNoBodyToWhoAsksForTheHeadAlone() throws IOException {
    assertThat(answerTo("HEAD /a HTTP/1.1\r\n" + LAST))
        .contains("Content-Length: ")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a?q=New York HTTP/1.1",
        "GET /a?q=100%&x=y HTTP/1.1",
        "GET a HTTP/1.1",
        "GET /a HTTP/2",
        "hello"
      })
  void refusesWhatIsNoRequest(String first) throws IOException {
    assertThat(answerTo(first + "\r\n" + LAST)).startsWith("HTTP/1.1 400 Bad Request\r\n");
    assertThat(service.lastAsked().orElseThrow().path()).doesNotStartWith("/a");
  }

  private String answerTo(String requests) throws IOException {
    client.getOutputStream().write(requests.getBytes(UTF_8));
    return new String(client.getInputStream().readAllBytes(), UTF_8);
  }
}
