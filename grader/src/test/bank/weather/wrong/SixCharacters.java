// Loses 6: takes six characters after value=, whatever they are.
// Hints 6.hint.
package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;

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

  private static double kelvin(InputStream reply) throws IOException {
    String xml = new String(reply.readAllBytes(), UTF_8);
    int start = xml.indexOf("<temperature value=\"") + "<temperature value=\"".length();
    try {
      return Double.parseDouble(xml.substring(start, start + 6));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IOException("the reply cannot be read", e);
    }
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
