package tp6.weather;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tp6.stage.ProgramUnderTest;

/**
 * OpenWeatherMap, played on this computer: it answers what a test tells it to, whatever it is
 * asked, and remembers that. It speaks HTTP/1.1, as such services do without TLS.
 */
final class WeatherService implements AutoCloseable {
  static final String PATH = "/data/2.5/weather";
  private static final String SECRET = "/secret";

  private final ServerSocket listener;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private volatile Optional<ProgramUnderTest> program = Optional.empty();
  private volatile Answer answer = Answer.UNKNOWN_CITY;
  private volatile String city = "-";
  private volatile String lastReply = "";

  WeatherService() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException("the weather service of the tests cannot listen", e);
    }
    start(this::serve);
    warmUp();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "weather service");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        clients.add(client);
        start(() -> serve(client));
      } catch (IOException e) {
        // It was closed, or a client was gone before it was served.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      Response.Sender sender =
          new Response.Sender(new BufferedOutputStream(client.getOutputStream()), closed);
      try {
        Optional<Request> request = Request.readFrom(in, sender);
        while (request.isPresent() && answer(request.get(), in, sender)) {
          request = Request.readFrom(in, sender);
        }
      } catch (ProtocolException e) {
        sender.send(Response.of(400, "bad request"), false, true);
      }
    } catch (IOException e) {
      // The client has gone: it was served what it wanted.
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
    return "http://localhost:" + listener.getLocalPort() + PATH;
  }

  String secretAddress() {
    return "http://localhost:" + listener.getLocalPort() + SECRET;
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
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the weather service of the tests cannot be closed", e);
    }
  }
}
