package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
import tp6.stage.host.Host;

/**
 * Uses once what students' programs use of the JDK, so that the JVM can keep those classes ready in
 * an archive. Nothing of a student's is in it.
 */
final class Rehearsal {
  private static final byte[] XML =
      "<?xml version=\"1.0\"?><current><temperature value=\"280.5\"/></current>".getBytes(UTF_8);

  /** Held to the end: one that nobody holds stops, and JDK 25 may crash if it does so meanwhile. */
  private static HttpClient client;

  private Rehearsal() {}

  /** Takes a play and the names of more classes to be kept ready, those of the host. */
  public static void main(String[] args) throws Exception {
    System.out.printf("%s %.2f%n", "°C", 7.5);
    LocalTime.now(Clock.systemDefaultZone()).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
    Play play = Play.valueOf(args[0]);
    if (play == Play.HTTP) {
      talkHttp();
    }
    for (String name : Arrays.asList(args).subList(1, args.length)) {
      try {
        Class.forName(name);
      } catch (LinkageError e) {
        // It belongs to the tests, whose libraries are not here.
        continue;
      }
    }
    host(play);
  }

  /** Lets the host obey a test, which ends this JVM. */
  private static void host(Play play) throws Exception {
    ServerSocket meeting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    System.setIn(new ByteArrayInputStream((meeting.getLocalPort() + "\nword\n").getBytes(UTF_8)));
    new Thread(new RehearsedTest(meeting, play)).start();
    Host.main(new String[0]);
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
    client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(address).build();
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
}
