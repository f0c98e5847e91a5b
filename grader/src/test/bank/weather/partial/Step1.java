// Loses 2, 3, 4, 5, 6, 7, 8: asks for the temperature, and displays the whole reply.
package tp6.weather;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

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
    return 0;
  }

  public void temperature(String city) throws IOException {
    System.out.println(ask(city).body());
  }

  private HttpResponse<String> ask(String city) throws IOException {
    URI address = URI.create(endpoint + "?q=" + city + "&appid=" + apiKey + "&mode=xml");
    HttpRequest request = HttpRequest.newBuilder(address).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
