package tp6.weather;

import java.io.IOException;
import java.net.URI;

/** Displays without end. */
public final class Weather {

  public Weather(URI endpoint, String apiKey) {}

  public void temperature(String city) throws IOException {
    while (city != null) {
      System.out.println("20.0");
    }
  }
}
