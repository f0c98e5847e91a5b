package tp6.weather;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tp6.stage.Chance;

/**
 * A reply of the service that tells a temperature, in the format and the units that are asked for.
 *
 * @param kelvin the temperature, in hundredths of a kelvin
 * @param oddities what is unusual about it
 * @param choice of many ways in which it can be so
 */
record Reply(int kelvin, Set<Oddity> oddities, int choice) implements Answer {
  /** How many of the drawn ones have several oddities; they come first. */
  static final int COMBINED = 3;

  private static final int PIECES = 5;
  private static final int PIECES_MILLIS = 100;

  /** As the service sends it mostly. */
  static Reply usual(int kelvin) {
    return new Reply(kelvin, Set.of(), 0);
  }

  Reply usual() {
    return usual(kelvin);
  }

  /** Some with much that is unusual about them, and one with each oddity alone. */
  static List<Reply> drawn(Chance chance) {
    int kelvin = 100 * (240 + chance.below(60)) + 10 * (1 + chance.below(9));
    List<Reply> drawn = new ArrayList<>();
    for (int i = 0; i < COMBINED; i++) {
      drawn.add(new Reply(kelvin, some(chance), chance.below(1000)));
    }
    for (Oddity one : Oddity.values()) {
      drawn.add(new Reply(kelvin, Set.of(one), chance.below(1000)));
    }
    return drawn;
  }

  private static Set<Oddity> some(Chance chance) {
    Set<Oddity> some = EnumSet.noneOf(Oddity.class);
    for (Oddity oddity : Oddity.values()) {
      if (oddity != Oddity.PIECES && chance.below(2) == 0) {
        some.add(oddity);
      }
    }
    return some;
  }

  /** Those with one oddity, or else those with one fewer. */
  Stream<Reply> smaller() {
    if (oddities.size() < 2) {
      return Stream.of();
    }
    Stream<Set<Oddity>> alone = oddities.stream().map(Set::of);
    return oddities.size() == 2 ? with(alone) : Stream.concat(with(alone), with(fewer()));
  }

  private Stream<Reply> with(Stream<? extends Set<Oddity>> sets) {
    return sets.map(set -> new Reply(kelvin, set, choice));
  }

  private Stream<Set<Oddity>> fewer() {
    return oddities.stream()
        .map(
            one -> {
              Set<Oddity> others = EnumSet.copyOf(oddities);
              others.remove(one);
              return others;
            });
  }

  private boolean has(Oddity oddity) {
    return oddities.contains(oddity);
  }

  @Override
  public ResponseDefinitionBuilder to(Asked asked, String city) {
    Units units = Units.of(asked);
    if (!asked.value("mode").equals("xml")) {
      return aResponse()
          .withHeader("Content-Type", "application/json; charset=utf-8")
          .withBody(Json.of(city, kelvin, units));
    }
    ResponseDefinitionBuilder reply =
        aResponse()
            .withHeader("Content-Type", "application/xml; charset=utf-8")
            .withBody(xml(city, units).getBytes(UTF_8));
    return has(Oddity.PIECES) ? reply.withChunkedDribbleDelay(PIECES, PIECES_MILLIS) : reply;
  }

  /** What is unusual about it, in a line or two of its own. */
  List<String> unusual(String city) {
    List<String> lines =
        new ArrayList<>(xml(city, Units.STANDARD).lines().map(String::strip).toList());
    if (has(Oddity.LAST)) {
      return lines.subList(Math.max(0, lines.size() - 2), lines.size());
    }
    if (has(Oddity.NO_DECLARATION)) {
      return lines.subList(0, Math.min(2, lines.size()));
    }
    usual().xml(city, Units.STANDARD).lines().map(String::strip).forEach(lines::remove);
    if (has(Oddity.PIECES)) {
      lines.add(0, PIECES + " × …");
    }
    return lines;
  }

  String xml(String city, Units units) {
    Random choices = new Random(choice);
    List<String> elements = new ArrayList<>();
    elements.add(city(city));
    if (has(Oddity.COMMENT)) {
      elements.add("<!-- <temperature value=\"1.00\" min=\"1.00\" max=\"1.00\"/> -->");
    }
    if (has(Oddity.CDATA)) {
      elements.add("<note><![CDATA[<temperature value=\"2.00\" unit=\"kelvin\"/>]]></note>");
    }
    if (has(Oddity.VALUE)) {
      elements.add("<source name=\"&lt;temperature value=&quot;3.00&quot;>\"/>");
    }
    if (has(Oddity.ELEMENTS)) {
      elements.add("<station value=\"4.00\"/>");
      elements.add("<temperature_sensor value=\"5.00\" unit=\"kelvin\"/>");
    }
    String temperature = temperature(units, choices);
    List<String> others = others(units);
    others.add(has(Oddity.LAST) ? others.size() : 0, temperature);
    elements.addAll(others);
    String end = has(Oddity.ONE_LINE) ? "" : "\n";
    String indent = has(Oddity.ONE_LINE) ? "" : "  ";
    StringBuilder xml =
        new StringBuilder(declaration(choices, end)).append("<current>").append(end);
    elements.forEach(element -> xml.append(indent).append(element).append(end));
    String text = xml.append("</current>").append(end).toString();
    return has(Oddity.QUOTES) ? text.replace('"', '\'') : text;
  }

  private String declaration(Random choices, String end) {
    if (has(Oddity.NO_DECLARATION)) {
      return "";
    }
    if (has(Oddity.DECLARATION)) {
      // All is ASCII then, whatever it is called.
      String encoding = choices.nextBoolean() ? "ISO-8859-1" : "US-ASCII";
      return "<?xml version='1.0'  encoding='" + encoding + "' standalone='yes' ?>" + end;
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + end;
  }

  private String city(String name) {
    String letters =
        has(Oddity.DECLARATION) ? "Orl&#233;ans &#8722; &#xE9;t&#xE9;" : "Orléans − été";
    String station = has(Oddity.LETTERS) ? " station=\"" + letters + "\"" : "";
    String end = has(Oddity.ONE_LINE) ? "" : "\n    ";
    return String.join(
        end,
        "<city id=\"2989204\" name=\"" + name + "\"" + station + ">",
        "<coord lon=\"2.19\" lat=\"48.7\"/>",
        "<country>FR</country>",
        "<timezone>3600</timezone>",
        "<sun rise=\"2017-01-31T07:23:04\" set=\"2017-01-31T16:47:13\"/></city>");
  }

  private String temperature(Units units, Random choices) {
    List<String> attributes = new ArrayList<>();
    attributes.add(attribute("value", odd(number(units.of(kelvin)))));
    attributes.add(attribute("min", number(units.of(kelvin - 312))));
    attributes.add(attribute("max", number(units.of(kelvin + 287))));
    attributes.add(attribute("unit", units.told()));
    if (has(Oddity.ORDER)) {
      Collections.rotate(attributes, 1 + choices.nextInt(3));
    }
    boolean blanks = has(Oddity.BLANKS);
    String between = !blanks ? " " : has(Oddity.ONE_LINE) ? "   " : "\n     ";
    return "<temperature"
        + between
        + String.join(between, attributes)
        + (blanks ? between : "")
        + (has(Oddity.END_TAG) ? "></temperature>" : "/>");
  }

  private String attribute(String name, String value) {
    return name + (has(Oddity.BLANKS) ? " = " : "=") + "\"" + value + "\"";
  }

  private String odd(String number) {
    String odd = number;
    if (has(Oddity.SHORTER)) {
      odd = new BigDecimal(odd).stripTrailingZeros().toPlainString();
    }
    if (has(Oddity.LONGER)) {
      odd += "00";
    }
    if (has(Oddity.REFERENCES)) {
      int last = odd.length() - 1;
      odd =
          "&#%d;%s&#x%X;"
              .formatted((int) odd.charAt(0), odd.substring(1, last), (int) odd.charAt(last));
    }
    return odd;
  }

  /** With two decimals. */
  static String number(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }

  private List<String> others(Units units) {
    return new ArrayList<>(
        List.of(
            "<feels_like value=\""
                + number(units.of(kelvin - 154))
                + "\" unit=\""
                + units.told()
                + "\"/>",
            "<humidity value=\"87\" unit=\"%\"/>",
            "<pressure value=\"1013\" unit=\"hPa\"/>",
            "<wind><speed value=\"3.6\" name=\"Gentle Breeze\"/><gusts/></wind>",
            "<clouds value=\"90\" name=\"overcast clouds\"/>",
            "<visibility value=\"10000\"/>",
            "<precipitation mode=\"no\"/>",
            "<weather number=\"804\" value=\"overcast clouds\" icon=\"04d\"/>",
            "<lastupdate value=\"2017-01-31T13:30:00\"/>"));
  }
}
