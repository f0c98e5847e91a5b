package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Asks OpenWeatherMap for the temperature in a city. */
public final class Weather {
  private static final double ZERO_CELSIUS_IN_KELVIN = 273.16;
  private static final int PATIENCE_SECONDS = 3;

  private final URI endpoint;
  private final String apiKey;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Asks the service at an address, with the key that it wants to see. */
  public Weather(URI endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  /**
   * The current temperature in a city, in degrees Celsius.
   *
   * @throws IOException where there is none; its message says why, in one line
   */
  public double celsius(String city) throws IOException {
    // BEGIN SOLUTION ask the service, find the temperature in its reply, convert it
    HttpResponse<byte[]> reply = ask(city);
    switch (reply.statusCode()) {
      case 200:
        return kelvin(reply.body()) - ZERO_CELSIUS_IN_KELVIN;
      case 401:
        throw new IOException("the weather service refuses the key: check OWM_API_KEY");
      case 404:
        throw new IOException("unknown city: " + city);
      default:
        throw new IOException("the weather service fails: HTTP status " + reply.statusCode());
    }
    // END SOLUTION interroger le service, trouver la température dans sa réponse, la convertir
  }

  /**
   * Displays the current temperature in a city.
   *
   * @throws IOException where there is none; its message says why, in one line
   */
  public void temperature(String city) throws IOException {
    // BEGIN SOLUTION display the city and its temperature
    System.out.printf("%s: %.2f °C%n", city, celsius(city));
    // END SOLUTION afficher la ville et sa température
  }

  private HttpResponse<byte[]> ask(String city) throws IOException {
    URI address =
        URI.create(endpoint + "?q=" + encode(city) + "&appid=" + encode(apiKey) + "&mode=xml");
    HttpRequest request = HttpRequest.newBuilder(address).build();
    CompletableFuture<HttpResponse<byte[]>> reply =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return reply.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      reply.cancel(true);
      throw new IOException("the weather service does not answer", e);
    } catch (ExecutionException e) {
      throw new IOException("the weather service cannot be reached: " + endpoint, e);
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static double kelvin(byte[] xml) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // A reply has no business with files or other servers.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reply = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      while (reply.hasNext()) {
        if (reply.next() == XMLStreamReader.START_ELEMENT
            && reply.getLocalName().equals("temperature")) {
          // Where there is no value, "null" is no number either.
          return Double.parseDouble(String.valueOf(reply.getAttributeValue(null, "value")));
        }
      }
    } catch (XMLStreamException | NumberFormatException e) {
      throw new IOException("the weather service's reply cannot be read", e);
    }
    throw new IOException("the weather service's reply has no temperature");
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
