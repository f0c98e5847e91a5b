package tp6.weather;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the {@code main} of {@link Weather} does: read the command line, ask for each city. */
final class WeatherProgram {
  private static final String OFFLINE = "--offline";
  private static final String ENDPOINT = "https://api.openweathermap.org/data/2.5/weather";

  private WeatherProgram() {}

  /** Ends the JVM with status 1 where a city has no temperature, 2 on a wrong command line. */
  static void run(String[] args) {
    int status = run(args, System.getenv(), System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String[] args, Map<String, String> environment, PrintStream err) {
    List<String> cities = new ArrayList<>(Arrays.asList(args));
    boolean offline = cities.remove(OFFLINE);
    if (cities.isEmpty() || cities.get(0).startsWith("-")) {
      err.println("name one city or more: Weather [" + OFFLINE + "] CITY...");
      return 2;
    }
    try {
      if (offline) {
        try (RecordedService service = new RecordedService()) {
          return show(cities, new Weather(service.endpoint(), "none"), err);
        }
      }
      String key = environment.getOrDefault("OWM_API_KEY", "");
      if (key.isBlank()) {
        err.println(
            "no key: get one at openweathermap.org and put it in OWM_API_KEY, or add " + OFFLINE);
        return 2;
      }
      URI endpoint = URI.create(environment.getOrDefault("OWM_ENDPOINT", ENDPOINT));
      return show(cities, new Weather(endpoint, key), err);
    } catch (IllegalArgumentException e) {
      err.println("not an address in OWM_ENDPOINT: " + environment.get("OWM_ENDPOINT"));
      return 2;
    } catch (IOException e) {
      err.println("the recorded replies cannot be served: " + e.getMessage());
      return 1;
    }
  }

  private static int show(List<String> cities, Weather weather, PrintStream err) {
    int status = 0;
    for (String city : cities) {
      try {
        weather.temperature(city);
      } catch (IOException e) {
        err.println(e.getMessage());
        status = 1;
      }
    }
    return status;
  }
}
