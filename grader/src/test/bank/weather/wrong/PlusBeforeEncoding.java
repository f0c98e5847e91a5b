// Loses 5: blanks become plus signs before the name is encoded.
// Hints 5.hint.twice.
package tp6.weather;

import java.io.*;
import java.math.*;
import java.net.*;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.text.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.*;
import java.util.stream.*;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.xpath.*;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

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
    String query =
        "?q="
            + URLEncoder.encode(city.replace(' ', '+'), StandardCharsets.UTF_8)
            + "&mode=xml&appid="
            + apiKey;
    HttpURLConnection conn = (HttpURLConnection) new URL(endpoint + query).openConnection();
    conn.setConnectTimeout(3000);
    conn.setReadTimeout(4000);

    try {
      int status = conn.getResponseCode();
      if (status == 404) {
        throw new IOException("unknown city: " + city);
      }
      if (status == 401) {
        throw new IOException("the key is refused");
      }
      if (status != 200) {
        throw new IOException("the service fails: status " + status);
      }

      try (InputStream in = conn.getInputStream()) {
        return parse(in) - 273.15;
      }
    } catch (SocketTimeoutException e) {
      throw new IOException("the service does not answer");
    } finally {
      conn.disconnect();
    }
  }

  public void temperature(String city) throws IOException {
    System.out.printf("%s: %.2f °C%n", city, celsius(city));
  }

  private static double parse(InputStream in) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);

      Document doc = builder.parse(in);
      Element t = (Element) doc.getElementsByTagName("temperature").item(0);
      if (t == null) {
        throw new IOException("no temperature in the reply");
      }
      return Double.parseDouble(t.getAttribute("value"));
    } catch (SAXException | ParserConfigurationException | NumberFormatException e) {
      throw new IOException("the reply cannot be read");
    }
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
