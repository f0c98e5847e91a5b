// Loses nothing: StAX with events, over the stream of the reply.
package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.XMLEvent;

/** Asks OpenWeatherMap for the temperature in a city. */
public final class Weather {
  private final URI endpoint;
  private final String apiKey;

  /** Asks the service at an address, with the key that it wants to see. */
  public Weather(URI endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  public double celsius(String city) throws IOException {
    HttpResponse<InputStream> reply = ask(city);
    int status = reply.statusCode();
    if (status == 404) {
      throw new IOException("unknown city: " + city);
    }
    if (status == 401) {
      throw new IOException("the service refuses the key");
    }
    if (status != 200) {
      throw new IOException("the service fails: status " + status);
    }
    return kelvin(reply.body()) - 273.16;
  }

  private HttpResponse<InputStream> ask(String city) throws IOException {
    URI address =
        URI.create(
            endpoint + "?q=" + URLEncoder.encode(city, UTF_8) + "&appid=" + apiKey + "&mode=xml");
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3)).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  public void temperature(String city) throws IOException {
    System.out.printf("%s: %.2f °C%n", city, celsius(city));
  }

  private static double kelvin(InputStream xml) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (xml) {
      XMLEventReader events = factory.createXMLEventReader(xml);
      while (events.hasNext()) {
        XMLEvent event = events.nextEvent();
        if (event.isStartElement()
            && event.asStartElement().getName().getLocalPart().equals("temperature")) {
          Attribute value = event.asStartElement().getAttributeByName(new QName("value"));
          return Double.parseDouble(value.getValue());
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("the reply is not XML", e);
    }
    throw new IOException("the reply has no temperature");
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
