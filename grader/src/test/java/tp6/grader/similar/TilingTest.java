package tp6.grader.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tp6.grader.similar.Tiling.Tile;

class TilingTest {
  @Test
  void findsPassagesInAnotherOrder() {
    assertThat(tiles("abcdeXYZ", "XYZabcde")).containsExactly(new Tile(0, 3, 5), new Tile(5, 0, 3));
  }

  @Test
  void takesTheLongestFirstAndWhatIsLeftOfTheOthers() {
    assertThat(tiles("abcdefgh-abcd", "abcdefgh")).containsExactly(new Tile(0, 0, 8));
    assertThat(tiles("abcdefgh", "defgh-abcd"))
        .containsExactly(new Tile(0, 6, 3), new Tile(3, 0, 5));
  }

  @Test
  void passesOverWhatIsShortOrGiven() {
    assertThat(tiles("ab-cd", "ab+cd")).isEmpty();
    assertThat(tiles("ab..cd", "ab..cd")).isEmpty();
    assertThat(tiles("", "abc")).isEmpty();
  }

  @Test
  void sharesAllOfItselfWhateverRepeatsInIt() {
    String text = "abcabcabc.abcabcabc.xyz";

    assertThat(tiles(text, text).stream().mapToInt(Tile::length).sum()).isEqualTo(21);
  }

  @Test
  void endsSoonWhereEverythingIsAlike() {
    int[] same = new int[1_500];
    int[] noise = new Random(1).ints(1_500, 0, 2).toArray();

    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          assertThat(Tiling.of(same, same, 4)).containsExactly(new Tile(0, 0, 1_500));
          assertThat(Tiling.of(noise, noise, 4)).containsExactly(new Tile(0, 0, 1_500));
          assertThat(Tiling.of(same, noise, 4)).isNotEmpty();
        });
  }

  /** Letters are kinds of tokens; a point is one that was given. */
  private static List<Tile> tiles(String first, String second) {
    return Tiling.of(kinds(first), kinds(second), 3);
  }

  private static int[] kinds(String letters) {
    return letters.chars().map(letter -> letter == '.' ? -1 : letter).toArray();
  }
}
