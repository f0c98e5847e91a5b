// Loses nothing: URL.openStream() in a thread that is waited for, and messages of its own.
package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

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
    try (InputStream reply = ask(city)) {
      return kelvin(reply) - 273.15;
    }
  }

  public void temperature(String city) throws IOException {
    System.out.printf("%s: %.2f °C%n", city, celsius(city));
  }

  private InputStream ask(String city) throws IOException {
    URL url = address(city).toURL();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread
          .submit(() -> new ByteArrayInputStream(url.openStream().readAllBytes()))
          .get(4, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("the service does not answer");
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw new IOException(reason(e.getCause(), city));
    } finally {
      thread.shutdownNow();
    }
  }

  private static String reason(Throwable failure, String city) {
    if (failure instanceof FileNotFoundException) {
      return "unknown city: " + city;
    }
    return String.valueOf(failure.getMessage()).contains("code: 401")
        ? "the key is refused"
        : "the service fails";
  }

  private URI address(String city) {
    String query = "q=" + URLEncoder.encode(city, UTF_8) + "&appid=" + apiKey + "&mode=xml";
    return URI.create(endpoint + "?" + query);
  }

  private static double kelvin(InputStream xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      Document reply = builder.parse(xml);
      Element temperature = (Element) reply.getElementsByTagName("temperature").item(0);
      if (temperature == null) {
        throw new IOException("the reply has no temperature");
      }
      return Double.parseDouble(temperature.getAttribute("value"));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("the reply cannot be read", e);
    }
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
