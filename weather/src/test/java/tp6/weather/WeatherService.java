package tp6.weather;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import tp6.stage.ProgramUnderTest;
import tp6.stage.Transcript;

/** OpenWeatherMap, played by WireMock on this computer: it replies what a test tells it to. */
final class WeatherService implements AutoCloseable {
  private static final String PATH = "/data/2.5/weather";
  private static final String SECRET = "/secret";

  /** HTTP/1.1, as such services speak it without TLS: a client of the JDK's would change to 2. */
  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options()
              .dynamicPort()
              .bindAddress("127.0.0.1")
              .http2PlainDisabled(true)
              .templatingEnabled(false));

  private volatile Transcript transcript = new Transcript();
  private volatile String client = "";

  WeatherService() {
    server.addMockServiceRequestListener(this::note);
    server.start();
    warmUp();
  }

  /** The first requests to a service are slow ones: no student is to wait for them. */
  private void warmUp() {
    replies("-", xml("-", 28000));
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

  private void note(Request request, Response response) {
    transcript.receives("service", client, request.getMethod() + " " + request.getUrl());
    boolean silent = response.getInitialDelay() > 0;
    if (silent) {
      transcript.note("service", "…");
    } else {
      String reply = response.getStatus() + ", " + response.getBody().length + " B";
      transcript.sends("service", client, reply);
    }
  }

  /** Forgets all requests and replies, and notes what is to come from another client. */
  void startsAnew(ProgramUnderTest program) {
    server.resetAll();
    client = program.name();
    transcript = program.transcript();
    server.stubFor(
        any(anyUrl())
            .atPriority(10)
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withBody(
                        "<ClientError><cod>404</cod><message>city not found</message></ClientError>")));
  }

  String address() {
    return "http://localhost:" + server.port() + PATH;
  }

  String secretAddress() {
    return "http://localhost:" + server.port() + SECRET;
  }

  void replies(String city, ResponseDefinitionBuilder reply) {
    server.stubFor(get(urlPathEqualTo(PATH)).withQueryParam("q", equalTo(city)).willReturn(reply));
  }

  void replies(String city, String xml) {
    replies(
        city,
        aResponse().withHeader("Content-Type", "application/xml; charset=utf-8").withBody(xml));
  }

  /** A parameter of the latest request, or what there is in its place. */
  String parameter(String name) {
    return requests().stream()
        .findFirst()
        .map(
            request ->
                request.getQueryParams().containsKey(name)
                    ? name + " = " + request.queryParameter(name).firstValue()
                    : request.getMethod() + " " + request.getUrl())
        .orElse("0 × GET " + PATH);
  }

  long timesAskedForTheSecret() {
    return requests().stream().filter(request -> request.getUrl().startsWith(SECRET)).count();
  }

  /** The latest first. */
  private List<LoggedRequest> requests() {
    return server.getAllServeEvents().stream()
        .map(event -> LoggedRequest.createFrom(event.getRequest()))
        .toList();
  }

  /** A reply as the service sends it, with this temperature in hundredths of a kelvin. */
  static String xml(String city, int hundredths) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <current>
          <city id="2989204" name="%s">
            <coord lon="2.19" lat="48.7"/>
            <country>FR</country>
            <sun rise="2017-01-31T07:23:04" set="2017-01-31T16:47:13"/>
          </city>
          <temperature value="%s" min="%s" max="%s" unit="kelvin"/>
          <humidity value="87" unit="%%"/>
          <pressure value="1013" unit="hPa"/>
          <wind>
            <speed value="3.6" name="Gentle Breeze"/>
            <direction value="200" code="SSW" name="South-southwest"/>
          </wind>
          <clouds value="90" name="overcast clouds"/>
          <precipitation mode="no"/>
          <weather number="804" value="overcast clouds" icon="04d"/>
          <lastupdate value="2017-01-31T13:30:00"/>
        </current>
        """
        .formatted(city, kelvin(hundredths), kelvin(hundredths - 312), kelvin(hundredths + 287));
  }

  static String kelvin(int hundredths) {
    return String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
  }

  @Override
  public void close() {
    server.stop();
  }
}
