package tp6.weather;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tp6.stage.ProgramUnderTest;

/**
 * OpenWeatherMap, played by WireMock on this computer: it answers what a test tells it to, whatever
 * it is asked, and remembers that. Nothing else of WireMock can be reached: no administration,
 * which refuses everybody, and no files.
 */
final class WeatherService implements ResponseDefinitionTransformerV2, AutoCloseable {
  static final String PATH = "/data/2.5/weather";
  private static final String SECRET = "/secret";

  /** A folder of the class path, where it finds no stubs and can write none. */
  private static final String NO_FILES = "tp6/weather";

  /** HTTP/1.1, as such services speak it without TLS: a client of the JDK's would change to 2. */
  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options()
              .dynamicPort()
              .bindAddress("127.0.0.1")
              .http2PlainDisabled(true)
              .templatingEnabled(false)
              .disableRequestJournal()
              .adminAuthenticator(request -> false)
              .usingFilesUnderClasspath(NO_FILES)
              .httpServerFactory(Gate::new)
              .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER)
              .extensions(this));

  private volatile Optional<ProgramUnderTest> program = Optional.empty();
  private volatile Answer answer = Answer.UNKNOWN_CITY;
  private volatile String city = "-";
  private volatile String lastReply = "";
  private volatile Optional<Asked> lastAsked = Optional.empty();
  private volatile Optional<Asked> askedOtherwise = Optional.empty();
  private final AtomicInteger timesAskedForTheSecret = new AtomicInteger();

  WeatherService() {
    server.addMockServiceRequestListener(this::note);
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
    warmUp();
  }

  /** The first requests to a service are slow ones: no student is to wait for them. */
  private void warmUp() {
    answers("-", Reply.usual(28000));
    try {
      for (String query : List.of("?q=-&appid=-&mode=xml", "")) {
        HttpURLConnection first =
            (HttpURLConnection) URI.create(address() + query).toURL().openConnection();
        if (first.getResponseCode() == 200) {
          first.getInputStream().readAllBytes();
        }
        first.disconnect();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the weather service of the tests does not answer", e);
    }
  }

  @Override
  public String getName() {
    return "weather";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Asked one = Asked.of(event.getRequest());
    if (one.path().startsWith(SECRET)) {
      timesAskedForTheSecret.incrementAndGet();
      return aResponse().build();
    }
    lastAsked = Optional.of(one);
    if (!one.method().equals("GET")) {
      askedOtherwise = lastAsked;
    }
    return answer.to(one, city).build();
  }

  private void note(Request request, Response response) {
    lastReply = response.getBodyAsString();
    program.ifPresent(client -> note(client, request, response));
  }

  private static void note(ProgramUnderTest client, Request request, Response response) {
    String what = request.getMethod() + " " + request.getUrl();
    client.transcript().receives("service", client.name(), what);
    boolean silent = response.getInitialDelay() > 0;
    if (silent) {
      client.transcript().note("service", "…");
    } else {
      String reply = response.getStatus() + ", " + response.getBody().length + " B";
      client.transcript().sends("service", client.name(), reply);
    }
  }

  /** Forgets what it was asked, and notes what is to come from a program. */
  void startsAnew(ProgramUnderTest client) {
    program = Optional.of(client);
    lastAsked = Optional.empty();
    askedOtherwise = Optional.empty();
    timesAskedForTheSecret.set(0);
  }

  /** Says this from now on, of this city. */
  void answers(String aboutCity, Answer now) {
    city = aboutCity;
    answer = now;
  }

  String address() {
    return "http://127.0.0.1:" + server.port() + PATH;
  }

  String secretAddress() {
    return "http://127.0.0.1:" + server.port() + SECRET;
  }

  /** What it was last asked, but for the secret. */
  Optional<Asked> lastAsked() {
    return lastAsked;
  }

  /** What it was last asked by another method than GET. */
  Optional<Asked> askedOtherwise() {
    return askedOtherwise;
  }

  /** What it has said last. */
  String lastReply() {
    return lastReply;
  }

  int timesAskedForTheSecret() {
    return timesAskedForTheSecret.get();
  }

  @Override
  public void close() {
    server.stop();
  }
}
