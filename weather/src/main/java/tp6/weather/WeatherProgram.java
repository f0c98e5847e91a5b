package tp6.weather;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tp6.common.Program;

/** What the {@code main} of {@link Weather} does: read the command line, ask for each city. */
final class WeatherProgram {
  private static final String OFFLINE = "--offline";
  private static final String ENDPOINT = "https://api.openweathermap.org/data/2.5/weather";

  private WeatherProgram() {}

  static void run(String[] args) {
    List<String> cities = new ArrayList<>(Arrays.asList(args));
    boolean offline = cities.remove(OFFLINE);
    Program.run(
        () -> {
          if (cities.isEmpty() || cities.get(0).startsWith("-")) {
            throw new Program.WrongCommandLine("no.city", OFFLINE);
          }
          if (offline) {
            try (RecordedService service = new RecordedService()) {
              show(cities, new Weather(service.endpoint(), "none"));
            }
          } else {
            show(cities, new Weather(endpoint(), key()));
          }
        });
  }

  private static String key() throws Program.WrongCommandLine {
    return setting("OWM_API_KEY")
        .orElseThrow(() -> new Program.WrongCommandLine("no.key", OFFLINE));
  }

  private static URI endpoint() throws Program.WrongCommandLine {
    String text = setting("OWM_ENDPOINT").orElse(ENDPOINT);
    if (!text.matches("https?://[\\w.:/-]+")) {
      throw new Program.WrongCommandLine("not.http", text);
    }
    return URI.create(text);
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  /** Displays all that can be had. Ends the JVM with status 1 where that is not everything. */
  private static void show(List<String> cities, Weather weather) {
    int missing = 0;
    for (String city : cities) {
      try {
        show(city, weather);
      } catch (IOException e) {
        System.err.println(e.getMessage());
        missing++;
      }
    }
    if (missing > 0) {
      System.exit(1);
    }
  }

  /** Apart, so that {@code temperature} may also declare no exception. */
  private static void show(String city, Weather weather) throws IOException {
    weather.temperature(city);
  }
}
