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
  private static final Comparator<Tile> LONGEST_FIRST =
      Comparator.comparingInt(Tile::length)
          .reversed()
          .thenComparingInt(Tile::first)
          .thenComparingInt(Tile::second);

  private final int shortest;
  private final PriorityQueue<Tile> candidates = new PriorityQueue<>(LONGEST_FIRST);
  private final BitSet tiledFirst = new BitSet();
  private final BitSet tiledSecond = new BitSet();
  private final List<Tile> tiles = new ArrayList<>();

  /** A shared passage: where it begins in both programs, and how long it is, in tokens. */
  record Tile(int first, int second, int length) {}

  private interface IsShared {
    boolean at(int offset);
  }

  private Tiling(int shortest) {
    this.shortest = shortest;
  }

  /**
   * What two programs share, in the order of the first.
   *
   * @param first the kinds of its tokens, negative where they are not compared
   * @param shortest passage that counts, in tokens
   */
  static List<Tile> of(int[] first, int[] second, int shortest) {
    Tiling tiling = new Tiling(shortest);
    for (int lead = 1 - second.length; lead < first.length; lead++) {
      int i = Math.max(0, lead);
      int j = Math.max(0, -lead);
      Tile all = new Tile(i, j, Math.min(first.length - i, second.length - j));
      tiling.addRuns(all, at -> first[i + at] == second[j + at] && first[i + at] >= 0);
    }
    while (!tiling.candidates.isEmpty()) {
      tiling.lay(tiling.candidates.remove());
    }
    tiling.tiles.sort(Comparator.comparingInt(Tile::first));
    return tiling.tiles;
  }

  /** Of the tokens that lie side by side, each run of shared ones is a candidate. */
  private void addRuns(Tile side, IsShared isShared) {
    int length = 0;
    for (int at = 0; at <= side.length(); at++) {
      if (at < side.length() && isShared.at(at)) {
        length++;
      } else {
        if (length >= shortest) {
          candidates.add(new Tile(side.first() + at - length, side.second() + at - length, length));
        }
        length = 0;
      }
    }
  }

  /** Whole, or else what longer tiles have left of it is a candidate again. */
  private void lay(Tile tile) {
    BitSet taken = tiledFirst.get(tile.first(), tile.first() + tile.length());
    taken.or(tiledSecond.get(tile.second(), tile.second() + tile.length()));
    if (taken.isEmpty()) {
      tiles.add(tile);
      tiledFirst.set(tile.first(), tile.first() + tile.length());
      tiledSecond.set(tile.second(), tile.second() + tile.length());
    } else {
      addRuns(tile, at -> !taken.get(at));
    }
  }
}
