package tp6.grader.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tp6.stage.text.Visible;

/**
 * Shows pages to a browser on this computer that knows the address, a number that nobody guesses in
 * it; to all others nothing. It only tells, and takes nothing.
 */
public final class LiveServer implements Closeable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int TOKEN_BYTES = 24;
  private static final int THREADS = 4;
  private static final String SECONDS_FOR_A_REQUEST = "10";

  /** What is shown. */
  @FunctionalInterface
  public interface Site {
    /** The page at a path below the address; nothing where there is none. */
    Optional<Page> at(String path) throws IOException;
  }

  /**
   * A page.
   *
   * @param version another one where something else is on it
   */
  public record Page(String version, byte[] html) {}

  private final HttpServer server;
  private final String prefix = "/" + token() + "/";
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "live");
            thread.setDaemon(true);
            return thread;
          });

  private LiveServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Takes a port of this computer's own address, and answers nothing yet.
   *
   * @param port or 0 for any
   * @throws IOException where it is taken
   */
  public static LiveServer at(int port) throws IOException {
    System.setProperty("sun.net.httpserver.maxReqTime", SECONDS_FOR_A_REQUEST);
    System.setProperty("sun.net.httpserver.maxRspTime", SECONDS_FOR_A_REQUEST);
    return new LiveServer(
        HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0));
  }

  private static String token() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  public void show(Site site) {
    server.createContext("/", exchange -> answer(exchange, site));
    server.start();
  }

  /** Of the page of the class. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + prefix);
  }

  private void answer(HttpExchange exchange, Site site) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Content-Security-Policy", "frame-ancestors 'none'");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      Headers asked = exchange.getRequestHeaders();
      // A page from elsewhere may have a name of its own that leads here.
      if (!names().contains(asked.getOrDefault("Host", List.of()))) {
        exchange.sendResponseHeaders(403, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        headers.set("Allow", "GET");
        exchange.sendResponseHeaders(405, -1);
      } else {
        show(exchange, site);
      }
    }
  }

  private void show(HttpExchange exchange, Site site) throws IOException {
    Optional<Page> page;
    try {
      page = page(exchange.getRequestURI().getRawPath(), site);
    } catch (IOException | RuntimeException e) {
      byte[] why = ("cannot be shown: " + Visible.line(e.toString())).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(500, why.length);
      exchange.getResponseBody().write(why);
      return;
    }
    if (page.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    String version = "\"" + page.get().version() + "\"";
    exchange.getResponseHeaders().set("ETag", version);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    if (version.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      exchange.sendResponseHeaders(200, page.get().html().length);
      exchange.getResponseBody().write(page.get().html());
    }
  }

  private List<List<String>> names() {
    int port = server.getAddress().getPort();
    return List.of(List.of("127.0.0.1:" + port), List.of("localhost:" + port));
  }

  /** It takes as long whatever of the number is right. */
  private Optional<Page> page(String path, Site site) throws IOException {
    String begin = path.substring(0, Math.min(path.length(), prefix.length()));
    return MessageDigest.isEqual(begin.getBytes(UTF_8), prefix.getBytes(UTF_8))
        ? site.at(path.substring(prefix.length()))
        : Optional.empty();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
