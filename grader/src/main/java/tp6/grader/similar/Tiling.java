package tp6.grader.similar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The longest passages that two programs share, none overlapping another: greedy string tiling (M.
 * J. Wise, 1993). The longest passage is a tile first, then the longest of what is left.
 */
final class Tiling {
  private final int[] first;
  private final int[] second;
  private final int shortest;
  private final PriorityQueue<Tile> candidates = new PriorityQueue<>(Tile.LONGEST_FIRST);
  private final BitSet tiledFirst = new BitSet();
  private final BitSet tiledSecond = new BitSet();
  private final List<Tile> tiles = new ArrayList<>();

  /**
   * A shared passage.
   *
   * @param first where it begins in the first program, counted in tokens
   * @param second where it begins in the second
   * @param length in tokens
   */
  record Tile(int first, int second, int length) {
    private static final Comparator<Tile> LONGEST_FIRST =
        Comparator.comparingInt(Tile::length)
            .reversed()
            .thenComparingInt(Tile::first)
            .thenComparingInt(Tile::second);
  }

  private Tiling(int[] first, int[] second, int shortest) {
    this.first = first;
    this.second = second;
    this.shortest = shortest;
  }

  /**
   * What two programs share, in the order of the first.
   *
   * @param first the kinds of its tokens, negative where they are not compared
   * @param shortest passage that counts, in tokens
   */
  static List<Tile> of(int[] first, int[] second, int shortest) {
    Tiling tiling = new Tiling(first, second, shortest);
    for (int lead = 1 - second.length; lead < first.length; lead++) {
      tiling.findCandidates(Math.max(0, lead), Math.max(0, -lead));
    }
    while (!tiling.candidates.isEmpty()) {
      tiling.lay(tiling.candidates.remove());
    }
    tiling.tiles.sort(Comparator.comparingInt(Tile::first));
    return tiling.tiles;
  }

  /** Those that are as far from here in one program as in the other. */
  private void findCandidates(int i, int j) {
    int length = 0;
    for (; i < first.length && j < second.length; i++, j++) {
      if (first[i] == second[j] && first[i] >= 0) {
        length++;
      } else {
        add(i - length, j - length, length);
        length = 0;
      }
    }
    add(i - length, j - length, length);
  }

  private void add(int i, int j, int length) {
    if (length >= shortest) {
      candidates.add(new Tile(i, j, length));
    }
  }

  /** Whole, or else what longer tiles have left of it is a candidate again. */
  private void lay(Tile tile) {
    int length = 0;
    for (int i = 0; i <= tile.length(); i++) {
      if (i < tile.length() && isFree(tile.first() + i, tile.second() + i)) {
        length++;
      } else if (length == tile.length()) {
        tiles.add(tile);
        tiledFirst.set(tile.first(), tile.first() + length);
        tiledSecond.set(tile.second(), tile.second() + length);
      } else {
        add(tile.first() + i - length, tile.second() + i - length, length);
        length = 0;
      }
    }
  }

  private boolean isFree(int i, int j) {
    return !tiledFirst.get(i) && !tiledSecond.get(j);
  }
}
