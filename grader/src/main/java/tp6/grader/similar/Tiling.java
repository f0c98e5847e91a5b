package tp6.grader.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The longest passages that two programs share, none overlapping another: greedy string tiling (M.
 * J. Wise, 1993). The longest passage is a tile first, then the longest of what is left.
 */
final class Tiling {
  private Tiling() {}

  /** A shared passage: where it begins in both programs, and how long it is, in tokens. */
  record Tile(int first, int second, int length) {}

  /**
   * What two programs share, in the order of the first.
   *
   * @param first the kinds of its tokens, negative where they are not compared
   * @param shortest passage that counts, in tokens
   */
  static List<Tile> of(int[] first, int[] second, int shortest) {
    int[] one = first.clone();
    int[] other = second.clone();
    List<Tile> tiles = new ArrayList<>();
    for (Tile tile = longest(one, other); tile.length() >= shortest; tile = longest(one, other)) {
      tiles.add(tile);
      Arrays.fill(one, tile.first(), tile.first() + tile.length(), Token.NONE);
      Arrays.fill(other, tile.second(), tile.second() + tile.length(), Token.NONE);
    }
    tiles.sort(Comparator.comparingInt(Tile::first));
    return tiles;
  }

  /** The first one, where several are as long. */
  private static Tile longest(int[] first, int[] second) {
    Tile longest = new Tile(0, 0, 0);
    // Of the passages that end at one token of the first: by where they end in the second.
    int[] lengths = new int[second.length];
    for (int i = 0; i < first.length; i++) {
      int before = 0;
      for (int j = 0; j < second.length; j++) {
        int length = first[i] >= 0 && first[i] == second[j] ? before + 1 : 0;
        before = lengths[j];
        lengths[j] = length;
        if (length > longest.length()) {
          longest = new Tile(i + 1 - length, j + 1 - length, length);
        }
      }
    }
    return longest;
  }
}
