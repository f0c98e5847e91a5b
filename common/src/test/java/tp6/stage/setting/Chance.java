package tp6.stage.setting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.LocalTime;
import javax.crypto.Mac;

/**
 * Values that nobody can know before: the same for the same seed, other ones for each exercise and
 * stage. Who has seen some of them knows nothing of the next ones.
 */
public final class Chance {
  private static final String CONSONANTS = "bcdfglmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final String[] FOREIGN = {"é", "ç", "œ", "ß", "ğ", "я", "λ", "שלום", "日本", "🚲"};

  private static final long UNSIGNED = 0xFFFFFFFFL;

  private final Mac seed;
  private final String purpose;
  private ByteBuffer left = ByteBuffer.allocate(0);
  private int counter;

  public Chance(String seed, String exercise, int stage) {
    this.seed = Seed.digest(seed);
    this.purpose = exercise + "/" + stage + "/";
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
    long fair = (UNSIGNED + 1) / bound * bound;
    long drawn = next();
    while (drawn >= fair) {
      drawn = next();
    }
    return (int) (drawn % bound);
  }

  /** 32 bits. */
  private long next() {
    if (!left.hasRemaining()) {
      left = ByteBuffer.wrap(seed.doFinal((purpose + counter++).getBytes(UTF_8)));
    }
    return left.getInt() & UNSIGNED;
  }
}
