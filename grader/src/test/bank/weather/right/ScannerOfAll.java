// Loses nothing: a Scanner takes the whole reply in the charset of the computer, StAX reads that.
package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Scanner;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

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
    try (Scanner reply = new Scanner(ask(city)).useDelimiter("\\A")) {
      return kelvin(reply.hasNext() ? reply.next() : "") - 273.15;
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
