package tp6.weather;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.Displayed;
import tp6.stage.Exercise;
import tp6.stage.ProgramUnderTest;
import tp6.stage.Stage;
import tp6.stage.setting.Chance;

@Exercise(value = "weather", seconds = 5)
@TestInstance(Lifecycle.PER_CLASS)
class WeatherTest {
  /**
   * The sheet subtracts 273.16, the Celsius scale 273.15; one decimal is enough, cut or rounded.
   */
  private static final double TOLERANCE = 0.11;

  /** Of what has more decimals than one. */
  private static final double FINE = 0.021;

  /**
   * Five seconds are allowed, and programs with that limit, or with seven, are told apart by it.
   */
  private static final Duration PATIENCE = Duration.ofMillis(6300);

  private static final int WARM = 29193;
  private static final int COLD = 26847;

  @RegisterExtension final ProgramUnderTest weather = ProgramUnderTest.of("tp6.weather.Weather");

  private WeatherService service;
  private String key = "";
  private Optional<Displayed> usualAndWarm = Optional.empty();

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
    if (key.isEmpty()) {
      key = chance.word() + chance.word();
    }
  }

  @Stage(number = 1, points = 3)
  void asksForTheRightCityInXmlWithTheKey(Chance chance) {
    String city = chance.city();

    displayed(city, Answer.toGet(Reply.usual(WARM)));

    Asked asked = service.askedOtherwise().or(service::lastAsked).orElseGet(Asked::nothing);
    String method = asked.parameters().isEmpty() ? "" : "method";
    weather.compares("GET " + WeatherService.PATH, asked.target(), method);
    for (Asked.Parameter wanted :
        List.of(
            new Asked.Parameter("q", city),
            new Asked.Parameter("appid", key),
            new Asked.Parameter("mode", "xml"))) {
      String name = wanted.name();
      boolean capitals = asked.withOtherCapitals(name).isPresent();
      if (!name.equals("q") || !asked.value(name).equalsIgnoreCase(city)) {
        weather.compares(wanted.toString(), asked.saysOf(name), capitals ? "capitals" : name);
      }
    }
  }

  @Stage(number = 2, points = 2)
  void displaysAnotherTemperatureForAnotherReply(Chance chance) {
    Displayed warm = usualAndWarm(chance);
    Displayed cold = displayed(chance.city(), Reply.usual(COLD));

    displayed(chance.city(), Reply.usual(WARM)).isLike(warm, cold, List.of());
  }

  @Stage(number = 3, points = 4, needs = 2)
  void displaysItInDegreesCelsius(Chance chance) {
    for (Celsius celsius : Celsius.drawn(chance)) {
      displayed(chance.city(), Reply.usual(celsius.kelvin()))
          .hasNumber(celsius.number(), TOLERANCE, FINE, celsius.mistakes());
    }
  }

  @Stage(number = 4, points = 1, needs = 2)
  void displaysOneLineAndNothingElse(Chance chance) {
    Displayed warm = displayed(chance.city(), Reply.usual(WARM));
    Displayed cold = displayed(chance.city(), Reply.usual(COLD));

    warm.isOneLine(cold);
    cold.isOneLine(warm);
  }

  @Stage(number = 5, points = 2)
  void encodesCityNames(Chance chance) {
    weather.plays(
        CityName.drawn(chance),
        CityName::smaller,
        name -> {
          service.startsAnew(weather);
          displayed(name.toString(), Reply.usual(WARM));

          Asked asked = service.lastAsked().orElseGet(Asked::nothing);
          if (!asked.names(name.toString())) {
            weather.compares("q = " + name, asked.place(), name.mistakeIn(asked));
          }
        });
  }

  @Stage(number = 6, points = 2, needs = 2)
  void readsAnyWellFormedReply(Chance chance) {
    List<Reply> all = Reply.drawn(chance);
    int kelvin = all.get(0).kelvin();
    Displayed usual = displayed(chance.city(), Reply.usual(kelvin));
    Displayed other = displayed(chance.city(), Reply.usual(kelvin + 500));

    for (Reply drawn : all) {
      String city = chance.city();
      weather.plays(
          drawn,
          Reply::smaller,
          reply -> displayed(city, reply).isLike(usual, other, reply.unusual(city)));
    }
  }

  @Stage(number = 7, points = 1)
  void saysThatTheCityIsUnknown(Chance chance) {
    Displayed temperature = usualAndWarm(chance);
    String city = chance.city();

    failure(city, Answer.UNKNOWN_CITY).saysWhyWith(city, temperature);
  }

  @Stage(number = 8, points = 1)
  void saysThatTheKeyIsRefusedAndShowsItToNobody(Chance chance) {
    Displayed temperature = usualAndWarm(chance);
    Displayed unknown = failure(chance.city(), Answer.UNKNOWN_CITY);
    Displayed refused = failure(chance.city(), Answer.REFUSED_KEY);

    Displayed broken = failure(chance.city(), Answer.BROKEN);

    refused.saysWhyUnlike(unknown, temperature);
    refused.saysWhyUnlike(broken, temperature);
    refused.hides(key, temperature);
    for (Displayed other : List.of(unknown, broken, failure(chance.city(), Answer.cut(COLD)))) {
      other.hides(key, temperature);
    }
  }

  @Stage(number = 9, points = 1)
  void saysThatTheServiceFails(Chance chance) {
    Displayed temperature = usualAndWarm(chance);
    Displayed unknown = failure(chance.city(), Answer.UNKNOWN_CITY);

    for (Answer broken : List.of(Answer.BROKEN, Answer.cut(COLD), Answer.WITHOUT_TEMPERATURE)) {
      failure(chance.city(), broken).saysWhyUnlike(unknown, temperature);
    }
  }

  @Stage(number = 10, points = 1)
  void givesUpOnASilentService(Chance chance) {
    Displayed temperature = usualAndWarm(chance);
    service.startsAnew(weather);

    String city = chance.city();
    service.answers(city, Answer.SILENT);
    Displayed silent = weather.callsOnce("temperature", city, service.address(), key, PATIENCE);
    weather.compares("1 × GET", service.lastAsked().isPresent() ? "1 × GET" : "0 × GET", "asked");
    silent.isOtherThan(temperature);

    // How failures are told is a matter of other stages: as this one tells another.
    Displayed broken = failure(chance.city(), Answer.BROKEN);
    silent.saysWhyAs(broken, temperature);
    if (silent.shows(key) && !broken.shows(key)) {
      silent.hides(key, temperature);
    }
  }

  @Stage(number = 11, points = 1, needs = 2)
  void resolvesNoExternalEntity(Chance chance) {
    for (String entities : Trap.of(service.secretAddress())) {
      displayed(chance.city(), Trap.reply(WARM, entities));

      int times = service.timesAskedForTheSecret();
      weather.compares("0 × GET /secret", times + " × GET /secret", "");
    }
  }

  @Stage(number = 12, points = 1, needs = 2)
  void goesOnWithTheNextCity(Chance chance) {
    Displayed usual = displayed(chance.city(), Reply.usual(COLD));

    Displayed first = displayed(chance.city(), Reply.usual(WARM));
    next(chance.city(), Answer.UNKNOWN_CITY);
    Displayed second = next(chance.city(), Reply.usual(COLD));
    Displayed nothing = next(chance.city(), Answer.WITHOUT_TEMPERATURE);

    second.isLike(usual, first, List.of());
    nothing.isUnlike(first, second);
  }

  /** What is displayed of a usual reply, which needs to be seen only once. */
  private Displayed usualAndWarm(Chance chance) {
    if (usualAndWarm.isEmpty()) {
      usualAndWarm = Optional.of(displayed(chance.city(), Reply.usual(WARM)));
    }
    return usualAndWarm.get();
  }

  private Displayed displayed(String city, Answer answer) {
    service.answers(city, answer);
    return weather.calls("temperature", city, service.address(), key, PATIENCE);
  }

  /** As {@link #displayed}, without what the service has said. */
  private Displayed failure(String city, Answer answer) {
    Displayed displayed = displayed(city, answer);
    return displayed.without(service.lastReply());
  }

  /** As {@link #displayed}, by the object that was asked before. */
  private Displayed next(String city, Answer answer) {
    service.answers(city, answer);
    return weather.callsAgain("temperature", city, PATIENCE);
  }
}
