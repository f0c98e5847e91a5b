// Loses 8: the message of an unreadable reply holds the key.
// Hints 8.hint.key.
package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.*;
import java.math.*;
import java.net.*;
import java.net.http.*;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.*;
import java.time.Duration;
import java.util.*;
import java.util.regex.*;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.stream.events.*;
import javax.xml.xpath.*;
import org.w3c.dom.*;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Asks OpenWeatherMap for the temperature in a city. */
public final class Weather {
  private final URI endpoint;
  private final String apiKey;

  public Weather(URI endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  public double celsius(String city) throws IOException {
    HttpResponse<byte[]> reply = ask(city);
    if (reply.statusCode() == 404) {
      throw new IOException("Ville inconnue : " + city);
    }
    if (reply.statusCode() == 401) {
      throw new IOException("La cle de l'API est refusee");
    }
    if (reply.statusCode() != 200) {
      throw new IOException("Le service a echoue, code " + reply.statusCode());
    }
    return parse(reply.body()) - 273.15;
  }

  public void temperature(String city) throws IOException {
    System.out.println(city + " : " + String.format("%.2f", celsius(city)) + " °C");
  }

  private HttpResponse<byte[]> ask(String city) throws IOException {
    URI uri =
        URI.create(
            endpoint
                + "?q="
                + URLEncoder.encode(city, UTF_8)
                + "&mode=xml&appid="
                + URLEncoder.encode(apiKey, UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(4000)).GET().build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    } catch (HttpTimeoutException e) {
      throw new IOException("le service ne repond pas");
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrompu");
    }
  }

  private double parse(byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      Document doc = builder.parse(new ByteArrayInputStream(xml));
      Element t = (Element) doc.getElementsByTagName("temperature").item(0);
      if (t == null) {
        throw new IOException("pas de temperature dans la reponse");
      }
      return Double.parseDouble(t.getAttribute("value"));
    } catch (ParserConfigurationException | SAXException | NumberFormatException e) {
      throw new IOException("reponse illisible de " + endpoint + "?appid=" + apiKey);
    }
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
