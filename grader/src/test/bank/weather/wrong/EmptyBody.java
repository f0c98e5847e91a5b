// Loses 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12: temperature has an empty body.
// Hints 1.hint.
// Costs much: it does nothing.
package tp6.weather;

import java.io.IOException;
import java.net.URI;

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

  public void temperature(String city) throws IOException {}

  public static void main(String[] args) {
    WeatherProgram.run(args);
  }
}
