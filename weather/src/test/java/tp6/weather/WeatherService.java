package tp6.weather;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.Channels;
import java.nio.channels.CompletionHandler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tp6.stage.ProgramUnderTest;

/**
 * OpenWeatherMap, played on this computer: it answers what a test tells it to, whatever it is
 * asked, and remembers that. It speaks HTTP/1.1, as such services do without TLS.
 */
final class WeatherService implements AutoCloseable {
  static final String PATH = "/data/2.5/weather";
  private static final String SECRET = "/secret";

  private static final String HOST = "127.0.0.1";

  private final AsynchronousServerSocketChannel listener;
  private final int port;
  private final ExecutorService conversations =
      Executors.newCachedThreadPool(WeatherService::daemon);
  private final Set<AsynchronousSocketChannel> clients = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private volatile Optional<ProgramUnderTest> program = Optional.empty();
  private volatile Answer answer = Answer.UNKNOWN_CITY;
  private volatile String city = "-";
  private volatile String lastReply = "";

  WeatherService() {
    try {
      listener = AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(HOST, 0));
      port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
    } catch (IOException e) {
      throw new UncheckedIOException("the weather service of the tests cannot listen", e);
    }
    listener.accept(null, new Welcome());
    warmUp();
  }

  /** What is to be done with whoever connects. */
  private final class Welcome implements CompletionHandler<AsynchronousSocketChannel, Void> {
    @Override
    public void completed(AsynchronousSocketChannel client, Void nothing) {
      clients.add(client);
      conversations.execute(() -> converse(client));
      listener.accept(null, this);
    }

    @Override
    public void failed(Throwable cause, Void nothing) {
      if (listener.isOpen()) {
        listener.accept(null, this);
      }
    }
  }

  private void converse(AsynchronousSocketChannel client) {
    try (client) {
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      InputStream in = new BufferedInputStream(Channels.newInputStream(client));
      Response.Sender sender =
          new Response.Sender(new BufferedOutputStream(Channels.newOutputStream(client)), closed);
      try {
        Optional<Request> request = Request.readFrom(in, sender);
        while (request.isPresent() && answer(request.get(), in, sender)) {
          request = Request.readFrom(in, sender);
        }
      } catch (ProtocolException e) {
        sender.send(Response.of(400, "bad request"), false, true);
      }
    } catch (IOException e) {
      // The client has gone, or the service.
    } finally {
      clients.remove(client);
    }
  }

  /** Answers, and says whether there may be another request. */
  private boolean answer(Request request, InputStream in, Response.Sender sender)
      throws IOException {
    Asked one = Asked.of(request);
    asked.add(one);
    Response response = one.path().startsWith(SECRET) ? Response.of("") : answer.to(one, city);
    lastReply = response.body();
    program.ifPresent(client -> note(client, request, response));
    if (response.pace() == Response.Pace.NEVER) {
      // Until the client gives up, or the service ends.
      return in.read() >= 0;
    }
    sender.send(response, request.method().equals("HEAD"), !request.keepsAlive());
    return request.keepsAlive();
  }

  private static void note(ProgramUnderTest client, Request request, Response response) {
    String what = request.method() + " " + request.target();
    client.transcript().receives("service", client.name(), what);
    if (response.pace() == Response.Pace.NEVER) {
      client.transcript().note("service", "…");
    } else {
      String reply = response.status() + ", " + response.bytes().length + " B";
      client.transcript().sends("service", client.name(), reply);
    }
  }

  /** One that keeps no JVM alive. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "weather service");
    thread.setDaemon(true);
    return thread;
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

  /** Forgets what it was asked, and notes what is to come from a program. */
  void startsAnew(ProgramUnderTest client) {
    program = Optional.of(client);
    asked.clear();
  }

  /** Says this from now on, of this city. */
  void answers(String aboutCity, Answer now) {
    city = aboutCity;
    answer = now;
  }

  String address() {
    return "http://localhost:" + port + PATH;
  }

  String secretAddress() {
    return "http://localhost:" + port + SECRET;
  }

  /** What it was last asked, but for the secret. */
  Optional<Asked> lastAsked() {
    return asked.stream()
        .filter(one -> !one.path().startsWith(SECRET))
        .reduce((earlier, later) -> later);
  }

  /** What it has said last. */
  String lastReply() {
    return lastReply;
  }

  long timesAskedForTheSecret() {
    return asked.stream().filter(one -> one.path().startsWith(SECRET)).count();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
      for (AsynchronousSocketChannel client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the weather service of the tests cannot be closed", e);
    }
  }
}
