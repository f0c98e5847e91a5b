package tp6.weather;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** What the service says to whatever it is asked. */
@FunctionalInterface
interface Answer {
  Answer UNKNOWN_CITY =
      (asked, city) ->
          asked.value("mode").equals("xml")
              ? status(
                  404, "<ClientError><cod>404</cod><message>city not found</message></ClientError>")
              : status(404, "{\"cod\":\"404\",\"message\":\"city not found\"}");

  Answer REFUSED_KEY =
      (asked, city) ->
          status(
              401,
              "{\"cod\":401, \"message\": \"Invalid API key. Please see"
                  + " https://openweathermap.org/faq#error401 for more info.\"}");

  Answer BROKEN = (asked, city) -> status(500, "<html><body>Internal error</body>");

  Answer WITHOUT_TEMPERATURE =
      (asked, city) ->
          asked.value("mode").equals("xml")
              ? aResponse().withBody("<current><humidity value=\"87\" unit=\"%\"/></current>")
              : aResponse().withBody("{\"main\":{\"humidity\":87},\"cod\":200}");

  Answer SILENT = (asked, city) -> aResponse().withFixedDelay(60_000);

  ResponseDefinitionBuilder to(Asked asked, String city);

  /** A reply that ends in the middle of the number. */
  static Answer cut(int kelvin) {
    return (asked, city) -> {
      Units units = Units.of(asked);
      boolean xml = asked.value("mode").equals("xml");
      String all = xml ? Reply.usual(kelvin).xml(city, units) : Json.of(city, kelvin, units);
      int number = all.indexOf(Reply.number(units.of(kelvin)));
      return aResponse().withBody(all.substring(0, number + 2));
    };
  }

  /** Refuses whoever does not ask by GET, as services do whose method that is. */
  static Answer toGet(Answer answer) {
    return (asked, city) ->
        asked.method().equals("GET")
            ? answer.to(asked, city)
            : status(405, "{\"cod\":\"405\",\"message\":\"method not allowed\"}");
  }

  private static ResponseDefinitionBuilder status(int status, String body) {
    return aResponse().withStatus(status).withBody(body);
  }
}
