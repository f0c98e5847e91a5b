package tp6.weather;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import java.util.List;

/** Replies that name files of another server. */
final class Trap {
  private Trap() {}

  /** Document types that do so: as a whole, for what is declared there, for what is said. */
  static List<String> of(String address) {
    return List.of(
        "<!DOCTYPE current SYSTEM \"%s.dtd\">".formatted(address),
        "<!DOCTYPE current [<!ENTITY %% more SYSTEM \"%s.ent\"> %%more;]>".formatted(address),
        "<!DOCTYPE current [<!ENTITY secret SYSTEM \"%s\">]>".formatted(address));
  }

  /** A reply with such a type, which also says what is declared in it. */
  static Answer reply(int kelvin, String type) {
    return (asked, city) -> {
      String xml = Reply.usual(kelvin).xml(city, Units.of(asked));
      String country = type.contains("secret SYSTEM") ? "&secret;" : "FR";
      return aResponse()
          .withBody(
              xml.replace("<current>", type + "<current>")
                  .replace("<country>FR", "<country>" + country));
    };
  }
}
