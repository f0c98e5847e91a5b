// Loses 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12: asks for the temperature, and does not look at the
// reply.
package tp6.weather;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

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
    return 0;
  }

  public void temperature(String city) throws IOException {
    System.out.println("Asking for " + city);
    System.out.printf("%s: %.2f °C%n", city, celsius(city));
  }

  private String ask(String city) throws IOException {
    URI address = URI.create(endpoint + "?q=" + city + "&appid=" + apiKey + "&mode=xml");
    HttpRequest request = HttpRequest.newBuilder(address).build();
    try {
      HttpResponse<String> reply =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      return reply.body();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
