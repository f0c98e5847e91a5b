package tp6.stage;

import java.time.LocalTime;
import java.util.Random;

/** Values that nobody can know before: the same for the same seed, other ones for each stage. */
public final class Chance {
  private static final String CONSONANTS = "bcdfglmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final String[] FOREIGN = {"é", "ç", "œ", "ß", "ğ", "я", "λ", "שלום", "日本", "🚲"};

  private final Random random;

  Chance(long seed, int stage) {
    this.random = new Random(seed * 31 + stage);
  }

  /** A word of three syllables of ASCII letters. */
  public String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append(CONSONANTS.charAt(below(CONSONANTS.length())));
      word.append(VOWELS.charAt(below(VOWELS.length())));
    }
    return word.toString();
  }

  /** The name of a city that is on no map. */
  public String city() {
    String word = word();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1) + "ville";
  }

  /** A word that is more than ASCII. */
  public String foreignWord() {
    return word() + FOREIGN[below(FOREIGN.length)] + word();
  }

  /** A time of day, to the second. */
  public LocalTime time() {
    return LocalTime.ofSecondOfDay(below(24 * 60 * 60));
  }

  /** A whole number from 0 to {@code bound - 1}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }
}
