package tp6.weather;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tp6.stage.setting.Chance;

/**
 * A reply of the service that tells a temperature, in the format and the units that are asked for.
 *
 * @param kelvin the temperature, in hundredths of a kelvin
 * @param oddities what is unusual about it
 * @param choice of many ways in which it can be so
 */
record Reply(int kelvin, Set<Oddity> oddities, int choice) implements Answer {
  /** By how much the lowest temperature of the place is lower, in hundredths of a kelvin. */
  static final int MIN = 312;

  /** By how much the highest is higher. */
  static final int MAX = 287;

  /** By how much it feels colder. */
  static final int FEELS = 154;

  private static final int PIECES = 5;
  private static final int PIECES_MILLIS = 40;

  /** Of each two, one would hide the other. */
  private static final List<List<Oddity>> APART =
      List.of(
          List.of(Oddity.LONGER, Oddity.SHORTER),
          List.of(Oddity.NO_DECLARATION, Oddity.DECLARATION),
          List.of(Oddity.ONE_LINE, Oddity.BLANKS));

  /** As the service sends it mostly. */
  static Reply usual(int kelvin) {
    return new Reply(kelvin, Set.of(), 0);
  }

  Reply usual() {
    return usual(kelvin);
  }

  /**
   * Each oddity is in one of them, with many others; but a reply in pieces is a usual one, with all
   * its letters.
   */
  static List<Reply> drawn(Chance chance) {
    int kelvin = 100 * (240 + chance.below(60)) + 10 * (1 + chance.below(9));
    EnumSet<Oddity> some = some(chance);
    Set<Oddity> others = EnumSet.complementOf(some);
    others.remove(Oddity.PIECES);
    return Stream.of(some, others, Set.of(Oddity.PIECES, Oddity.LETTERS))
        .map(set -> new Reply(kelvin, set, chance.below(1000)))
        .toList();
  }

  private static EnumSet<Oddity> some(Chance chance) {
    EnumSet<Oddity> some = EnumSet.noneOf(Oddity.class);
    for (Oddity oddity : Oddity.values()) {
      if (oddity != Oddity.PIECES && chance.below(2) == 0) {
        some.add(oddity);
      }
    }
    for (List<Oddity> two : APART) {
      some.remove(two.get(0));
      some.remove(two.get(1));
      some.add(two.get(chance.below(2)));
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

  boolean has(Oddity oddity) {
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
    return new Xml(this, units).about(city);
  }

  /** With two decimals. */
  static String number(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }
}
