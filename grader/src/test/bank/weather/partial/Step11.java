// Loses 12: the first reply is kept for the next city.
package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Asks OpenWeatherMap for the temperature in a city. */
public final class Weather {
  private final URI endpoint;
  private final String apiKey;

  private String reply;

  /** Asks the service at an address, with the key that it wants to see. */
  public Weather(URI endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  public double celsius(String city) throws IOException {
    if (reply == null) {
      reply = ask(city);
    }
    return kelvin(reply) - 273.16;
  }

  public void temperature(String city) throws IOException {
    System.out.printf("%s: %.2f °C%n", city, celsius(city));
  }

  private String ask(String city) throws IOException {
    URI address =
        URI.create(
            endpoint + "?q=" + URLEncoder.encode(city, UTF_8) + "&appid=" + apiKey + "&mode=xml");
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3)).build();
    try {
      HttpResponse<String> reply =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (reply.statusCode() == 404) {
        throw new IOException("unknown city: " + city);
      }
      if (reply.statusCode() == 401) {
        throw new IOException("the service refuses the key");
      }
      if (reply.statusCode() != 200) {
        throw new IOException("the service fails: status " + reply.statusCode());
      }
      return reply.body();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  private static double kelvin(String xml) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try {
      XMLStreamReader reply = factory.createXMLStreamReader(new StringReader(xml));
      while (reply.hasNext()) {
        if (reply.next() == XMLStreamReader.START_ELEMENT
            && reply.getLocalName().equals("temperature")) {
          return Double.parseDouble(reply.getAttributeValue(null, "value"));
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("the reply cannot be read", e);
    }
    throw new IOException("the reply has no temperature");
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
