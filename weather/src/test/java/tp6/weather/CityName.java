package tp6.weather;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tp6.stage.setting.Chance;

/**
 * The name of a city, with what means something else in an address.
 *
 * @param word what it begins with, which nobody can know before
 * @param pieces what follows, in words of a letter or more
 */
record CityName(String word, List<String> pieces) {
  /** Each of them is drawn every time. */
  private static final List<String> PIECES =
      List.of(" ", "é", "&", "=", "%", "+", "#", "?", "/", "ğ", "日", "ç", "'", ";", "S", " T");

  static CityName drawn(Chance chance) {
    List<String> left = new ArrayList<>(PIECES);
    List<String> drawn = new ArrayList<>();
    while (!left.isEmpty()) {
      drawn.add(left.remove(chance.below(left.size())) + chance.word().substring(0, 2));
    }
    return new CityName(chance.city(), drawn);
  }

  /** Those with one of the pieces, or else those with one fewer. */
  Stream<CityName> smaller() {
    if (pieces.size() < 2) {
      return Stream.of();
    }
    Stream<List<String>> alone = pieces.stream().map(List::of);
    Stream<List<String>> fewer = IntStream.range(0, pieces.size()).mapToObj(this::without);
    return Stream.concat(alone, fewer).map(some -> new CityName(word, some));
  }

  private List<String> without(int index) {
    List<String> others = new ArrayList<>(pieces);
    others.remove(index);
    return others;
  }

  /** What has been done to it, where that can be told from what has arrived. */
  String mistakeIn(Asked asked) {
    if (asked.names(URLEncoder.encode(toString(), UTF_8))
        || asked.names(URLEncoder.encode(toString(), UTF_8).replace("+", "%20"))) {
      return "twice";
    }
    if (asked.namesInOtherCapitals(toString())) {
      return "case";
    }
    if (asked.names(withoutAccents())) {
      return "accents";
    }
    String latin = new String(toString().getBytes(ISO_8859_1), UTF_8);
    return !latin.equals(toString()) && asked.names(latin) ? "encoding" : "";
  }

  private String withoutAccents() {
    return Normalizer.normalize(toString(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  @Override
  public String toString() {
    return word + String.join("", pieces);
  }
}
