// Loses 12: a static field keeps the first temperature, for all cities.
package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
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

  private static double kelvin;

  /** Asks the service at an address, with the key that it wants to see. */
  public Weather(URI endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  public double celsius(String city) throws IOException {
    try (InputStream reply = ask(city)) {
      double now = kelvin(reply);
      if (kelvin == 0) {
        kelvin = now;
      }
      return kelvin - 273.15;
    }
  }

  public void temperature(String city) throws IOException {
    System.out.printf("%s: %.2f °C%n", city, celsius(city));
  }

  private InputStream ask(String city) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address(city).toURL().openConnection();
    connection.setConnectTimeout(3000);
    connection.setReadTimeout(3000);
    check(connection.getResponseCode(), city);
    return connection.getInputStream();
  }

  private URI address(String city) {
    String query = "q=" + URLEncoder.encode(city, UTF_8) + "&appid=" + apiKey + "&mode=xml";
    return URI.create(endpoint + "?" + query);
  }

  private static void check(int status, String city) throws IOException {
    if (status == 404) {
      throw new IOException("unknown city: " + city);
    }
    if (status == 401) {
      throw new IOException("the service refuses the key");
    }
    if (status != 200) {
      throw new IOException("the service fails: status " + status);
    }
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
