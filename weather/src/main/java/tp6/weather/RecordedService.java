package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A weather service on this computer, for a few cities whose replies were recorded. */
final class RecordedService implements Closeable {
  private static final Pattern CITY = Pattern.compile("(?:^|&)q=([^&]*)");
  private static final String UNKNOWN =
      "<ClientError><cod>404</cod><message>city not found</message></ClientError>";

  private final HttpServer server;

  RecordedService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", RecordedService::reply);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/data/2.5/weather");
  }

  private static void reply(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    Matcher city = CITY.matcher(query == null ? "" : query);
    String file = fileName(city.find() ? URLDecoder.decode(city.group(1), UTF_8) : "");
    try (exchange;
        InputStream recorded = RecordedService.class.getResourceAsStream(file)) {
      byte[] body = recorded == null ? UNKNOWN.getBytes(UTF_8) : recorded.readAllBytes();
      exchange.sendResponseHeaders(recorded == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** {@code São Paulo} is found in {@code sao-paulo.xml}. */
  private static String fileName(String city) {
    String plain = Normalizer.normalize(city, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".xml";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
