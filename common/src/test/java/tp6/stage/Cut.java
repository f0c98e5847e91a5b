package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tp6.stage.setting.Chance;

/**
 * A line that is sent in several pieces.
 *
 * @param word a part of it that is plain ASCII
 * @param text the line, without its end
 * @param at where it is cut, in bytes, ascending
 */
record Cut(String word, String text, List<Integer> at) {
  Cut {
    at = List.copyOf(at);
  }

  /** Cuts through the letter of two bytes, through that of four, and through other places. */
  static Cut of(Chance chance, int cuts) {
    String word = chance.word();
    String text = word + "é🚲" + chance.word();
    TreeSet<Integer> at = new TreeSet<>();
    if (cuts > 1) {
      at.add(word.length() + 1);
    }
    if (cuts > 2) {
      at.add(word.length() + 4);
    }
    while (at.size() < cuts) {
      at.add(1 + chance.below(word.length() - 1));
    }
    return new Cut(word, text, List.copyOf(at));
  }

  /** The line and its end, cut. */
  List<byte[]> pieces() {
    byte[] line = (text + "\n").getBytes(UTF_8);
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (int to : at) {
      pieces.add(Arrays.copyOfRange(line, from, to));
      from = to;
    }
    pieces.add(Arrays.copyOfRange(line, from, line.length));
    return pieces;
  }

  /** The same without letters that are more than ASCII, cut at one place at least. */
  Cut plain() {
    List<Integer> left = at.stream().filter(place -> place < word.length()).toList();
    return new Cut(word, word, left.isEmpty() ? List.of(1) : left);
  }

  /** With one cut less; or without the letters that are more than ASCII. */
  Stream<Cut> simpler() {
    Stream<Cut> fewer =
        IntStream.range(0, at.size())
            .filter(i -> at.size() > 1)
            .mapToObj(
                i -> {
                  List<Integer> left = new ArrayList<>(at);
                  left.remove(i);
                  return new Cut(word, text, left);
                });
    boolean plain = text.equals(word) || at.get(at.size() - 1) >= word.length();
    return Stream.concat(plain ? Stream.of() : Stream.of(new Cut(word, word, at)), fewer);
  }
}
