package tp6.weather;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.Chance;
import tp6.stage.Displayed;
import tp6.stage.Exercise;
import tp6.stage.ProgramUnderTest;
import tp6.stage.Stage;

@Exercise("weather")
@TestInstance(Lifecycle.PER_CLASS)
class WeatherTest {
  /** The sheet subtracts 273.16, the Celsius scale 273.15; and one decimal is enough. */
  private static final double TOLERANCE = 0.07;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @RegisterExtension final ProgramUnderTest weather = ProgramUnderTest.of("tp6.weather.Weather");

  private WeatherService service;
  private String key;

  @BeforeAll
  void openService() {
    service = new WeatherService();
  }

  @AfterAll
  void closeService() {
    service.close();
  }

  @BeforeEach
  void startAnew(Chance chance) {
    service.startsAnew(weather);
    key = chance.word() + chance.word();
  }

  @Stage(number = 1, points = 3)
  void asksForTheRightCityInXmlWithTheKey(Chance chance) {
    String city = chance.city();
    service.replies(city, WeatherService.xml(city, 28000));

    temperature(city);

    requires("q", city);
    requires("mode", "xml");
    requires("appid", key);
  }

  @Stage(number = 2, points = 6, needs = 1)
  void displaysTheTemperatureInCelsius(Chance chance) {
    for (int hundredths : List.of(27893, 28800 + chance.below(1000))) {
      String city = chance.city();
      service.replies(city, WeatherService.xml(city, hundredths));

      temperature(city).hasNumber(celsius(hundredths), TOLERANCE);
    }
  }

  @Stage(number = 3, points = 3, needs = 1)
  void encodesCityNames(Chance chance) {
    for (String city : List.of("Saint-Rémy lès Chevreuse", "Tom & Jerry = 100 %", "Ağrı +#?/")) {
      service.startsAnew(weather);
      String name = chance.city() + " " + city;
      service.replies(name, WeatherService.xml("-", 28000));

      temperature(name);

      requires("q", name);
    }
  }

  @Stage(number = 4, points = 3, needs = 2)
  void readsAnyWellFormedReply(Chance chance) {
    String city = chance.city();
    int hundredths = 24000 + chance.below(2000);

    service.replies(city, WeatherService.xml(city, hundredths));
    temperature(city).hasNumber(celsius(hundredths), TOLERANCE);

    service.replies(
        city,
        """
        <?xml version='1.0'?><!-- <temperature value="1.00"/> --><current>
        <weather number='804' value='temperature value="300"'/>
        <feels_like unit="kelvin" value="200.00" />
        <temperature unit='kelvin' max='300' min='299'
           value='%s'></temperature></current>"""
            .formatted(WeatherService.kelvin(hundredths)));
    temperature(city).hasNumber(celsius(hundredths), TOLERANCE);

    service.replies(
        city,
        aResponse().withBody(WeatherService.xml(city, hundredths)).withChunkedDribbleDelay(5, 100));
    temperature(city).hasNumber(celsius(hundredths), TOLERANCE);
  }

  @Stage(number = 5, points = 2, needs = 1)
  void saysInOneLineThatCityOrKeyIsWrong(Chance chance) {
    String unknown = chance.city();
    temperature(unknown).isOneLineWith(unknown);

    String city = chance.city();
    service.replies(
        city,
        aResponse().withStatus(401).withBody("{\"cod\":401, \"message\": \"Invalid API key.\"}"));
    temperature(city).isOneLine();
  }

  @Stage(number = 6, points = 1, needs = 1)
  void saysInOneLineThatTheServiceFails(Chance chance) {
    String city = chance.city();
    service.replies(
        city, aResponse().withStatus(500).withBody("<html><body>Internal error</body>"));
    temperature(city).isOneLine();

    String xml = WeatherService.xml(city, 28000);
    service.replies(city, xml.substring(0, xml.indexOf("value=") + 9));
    temperature(city).isOneLine();

    service.replies(city, "<current><humidity value=\"87\" unit=\"%\"/></current>");
    temperature(city).isOneLine();
  }

  @Stage(number = 7, points = 1, needs = 2)
  void givesUpOnASilentService(Chance chance) {
    String city = chance.city();
    service.replies(city, aResponse().withFixedDelay(60_000));

    temperature(city);
  }

  @Stage(number = 8, points = 1, needs = 2)
  void resolvesNoExternalEntity(Chance chance) {
    String city = chance.city();
    String xml = WeatherService.xml("&secret;", 28000);
    service.replies(
        city,
        xml.replace(
            "<current>",
            "<!DOCTYPE current SYSTEM \"%1$s.dtd\" [<!ENTITY secret SYSTEM \"%1$s\">]><current>"
                .formatted(service.secretAddress())));

    temperature(city);

    weather.compares("0 × GET /secret", service.timesAskedForTheSecret() + " × GET /secret");
  }

  private Displayed temperature(String city) {
    return weather.calls("temperature", city, service.address(), key, PATIENCE);
  }

  private void requires(String parameter, String expected) {
    weather.compares(parameter + " = " + expected, service.parameter(parameter));
  }

  private static double celsius(int hundredths) {
    return hundredths / 100.0 - 273.16;
  }
}
