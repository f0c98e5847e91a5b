package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/**
 * Uses once what students' programs use of the JDK, so that the JVM can keep those classes ready in
 * an archive. Nothing of a student's is in it.
 */
final class Rehearsal {
  private static final byte[] XML =
      "<?xml version=\"1.0\"?><current><temperature value=\"280.5\"/></current>".getBytes(UTF_8);

  /** What is used. */
  enum Play {
    LINES,
    HTTP
  }

  private Rehearsal() {}

  /** Takes a play and the names of more classes to be kept ready, those of the host. */
  public static void main(String[] args) throws Exception {
    System.out.printf("%s %.2f%n", "°C", 7.5);
    LocalTime.now(Clock.systemDefaultZone()).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
    if (Play.valueOf(args[0]) == Play.HTTP) {
      talkHttp();
    }
    talkLines();
    for (String name : Arrays.asList(args).subList(1, args.length)) {
      try {
        Class.forName(name);
      } catch (LinkageError e) {
        // It belongs to the tests, whose libraries are not here.
        continue;
      }
    }
  }

  private static void talkHttp() throws Exception {
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, XML.length);
          exchange.getResponseBody().write(XML);
          exchange.close();
        });
    service.start();
    String city = URLEncoder.encode("Saint-Rémy lès Chevreuse", UTF_8);
    URI address = URI.create("http://localhost:" + service.getAddress().getPort() + "/?q=" + city);
    HttpRequest request = HttpRequest.newBuilder(address).build();
    HttpClient client = HttpClient.newHttpClient();
    parse(client.send(request, BodyHandlers.ofString()).body().getBytes(UTF_8));
    parse(client.sendAsync(request, BodyHandlers.ofByteArray()).get(5, TimeUnit.MINUTES).body());
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    parse(connection.getInputStream().readAllBytes());
    service.stop(0);
  }

  private static void parse(byte[] xml) throws Exception {
    XMLStreamReader events =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
    while (events.hasNext()) {
      events.next();
    }
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml))
        .getElementsByTagName("temperature")
        .item(0)
        .getAttributes()
        .getNamedItem("value");
  }

  private static void talkLines() throws Exception {
    try (ServerSocket listener = new ServerSocket(0);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
      Thread answering = new Thread(() -> answer(listener));
      answering.start();
      client.getOutputStream().write("bonjour\n".getBytes(UTF_8));
      client.getInputStream().readAllBytes();
      answering.join();
    }
  }

  private static void answer(ServerSocket listener) {
    try (Socket client = listener.accept();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8)) {
      out.println("echo:" + in.readLine());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
