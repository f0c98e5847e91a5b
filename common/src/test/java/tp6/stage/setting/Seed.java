package tp6.stage.setting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the values of a run are drawn from: 128 bits where nobody has chosen it, as 25 letters and
 * digits; or whatever somebody has typed, such as 11. What was drawn from it tells nothing of it.
 */
public final class Seed {
  private static final int BYTES = 16;
  private static final Pattern FORM = Pattern.compile("[0-9a-z][0-9a-z.-]{0,63}");

  private Seed() {}

  /** One that nobody can guess. */
  public static String drawn() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return text(bytes);
  }

  /** The one that somebody has typed; nothing where that cannot be one. */
  public static Optional<String> typed(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(one -> FORM.matcher(one).matches());
  }

  /** Another one, for this purpose alone. */
  public static String of(String seed, String purpose) {
    return text(digest(seed).doFinal(purpose.getBytes(UTF_8)));
  }

  /** Makes 32 bytes of any text that only those know who know the seed. */
  static Mac digest(String seed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(seed.getBytes(UTF_8), mac.getAlgorithm()));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static String text(byte[] bytes) {
    String digits = new BigInteger(1, bytes, 0, BYTES).toString(Character.MAX_RADIX);
    return ("0".repeat(25 - digits.length()) + digits).replaceAll("(.{5})(?=.)", "$1-");
  }
}
