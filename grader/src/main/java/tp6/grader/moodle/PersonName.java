package tp6.grader.moodle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A name as people write it: in any case, with or without accents, hyphens and apostrophes, the
 * family's first or last.
 *
 * @param words as they stand
 * @param filed as Moodle makes them fit for a file, where an O'Brien is an OBrien
 */
record PersonName(List<String> words, List<String> filed) {
  static PersonName of(String name) {
    return new PersonName(split(name), split(FileName.of(name)));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether all words of the shorter one are in the longer one; none agrees with nothing. */
  boolean agreesWith(PersonName other) {
    return agree(words, other.words) || agree(filed, other.filed);
  }

  /** Whether both have the same words, in whichever order. */
  boolean isSameAs(PersonName other) {
    return words.size() == other.words.size() && agree(words, other.words)
        || filed.size() == other.filed.size() && agree(filed, other.filed);
  }

  private static boolean agree(List<String> one, List<String> other) {
    boolean isShorter = one.size() < other.size();
    List<String> shorter = isShorter ? one : other;
    List<String> left = new ArrayList<>(isShorter ? other : one);
    return !shorter.isEmpty() && shorter.stream().allMatch(left::remove);
  }

  private static List<String> split(String name) {
    // A capital first, for ß has two letters there.
    String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String plain =
        Normalizer.normalize(folded, Normalizer.Form.NFKD)
            .replaceAll("\\p{InCombiningDiacriticalMarks}", "");
    return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
