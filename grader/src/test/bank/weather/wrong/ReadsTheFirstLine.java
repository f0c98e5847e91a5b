// Loses 2, 3, 4, 6, 11, 12: only the first line of the reply is read.
// Costs much: that line has no temperature, so none is ever displayed.
package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.*;
import java.io.IOException;
import java.net.*;
import java.net.URI;
import java.net.http.*;
import java.util.*;
import java.util.Locale;
import java.util.concurrent.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.*;

/** Asks OpenWeatherMap for the temperature in a city. */
public final class Weather {
  private final URI endpoint;
  private final String apiKey;

  /** Asks the service at an address, with the key that it wants to see. */
  public Weather(URI endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  /** The current temperature in a city, in degrees Celsius. */
  public double celsius(String city) throws IOException {
    HttpResponse<byte[]> r = ask(city);
    check(r, city);
    String line =
        new BufferedReader(new InputStreamReader(new ByteArrayInputStream(r.body()), UTF_8))
            .readLine();
    return kelvin(parse(new ByteArrayInputStream(String.valueOf(line).getBytes(UTF_8)))) - 273.16;
  }

  /** Displays the current temperature in a city. */
  public void temperature(String city) throws IOException {
    System.out.printf(Locale.ROOT, "%s: %.2f °C%n", city, celsius(city));
  }

  private HttpResponse<byte[]> ask(String city) throws IOException {
    String q =
        endpoint
            + "?q="
            + URLEncoder.encode(city, UTF_8)
            + "&mode=xml&appid="
            + URLEncoder.encode(apiKey, UTF_8);
    CompletableFuture<HttpResponse<byte[]>> f =
        HttpClient.newHttpClient()
            .sendAsync(
                HttpRequest.newBuilder(URI.create(q)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    try {
      return f.get(3500, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("the service does not answer");
    } catch (ExecutionException | InterruptedException e) {
      throw new IOException("the service cannot be reached");
    }
  }

  private static void check(HttpResponse<?> r, String city) throws IOException {
    if (r.statusCode() == 404) throw new IOException("unknown city: " + city);
    if (r.statusCode() == 401) throw new IOException("the key is refused");
    if (r.statusCode() != 200) throw new IOException("the service fails, status " + r.statusCode());
  }

  private static Document parse(InputStream in) throws IOException {
    try {
      DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
      f.setFeature("http://xml.org/sax/features/external-general-entities", false);
      f.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      f.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      DocumentBuilder b = f.newDocumentBuilder();
      b.setErrorHandler(null);
      return b.parse(in);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("the reply cannot be read");
    }
  }

  private static double kelvin(Document d) throws IOException {
    Element t = (Element) d.getElementsByTagName("temperature").item(0);
    if (t == null || t.getAttribute("value").isEmpty())
      throw new IOException("no temperature in the reply");
    try {
      return Double.parseDouble(t.getAttribute("value"));
    } catch (NumberFormatException e) {
      throw new IOException("the temperature in the reply is no number");
    }
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
