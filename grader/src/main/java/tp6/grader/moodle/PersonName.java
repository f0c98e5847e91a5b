package tp6.grader.moodle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * A name as people write it: in any case, with or without accents, hyphens and apostrophes, the
 * family's first or last.
 */
record PersonName(String text) {
  boolean isEmpty() {
    return text.isBlank();
  }

  /** Whether the shorter one is in the longer one as a whole; none agrees with nothing. */
  boolean agreesWith(PersonName other) {
    return compare(other, (here, there) -> contains(here, there) || contains(there, here));
  }

  /** Whether both have the same words, in whichever order. */
  boolean isSameAs(PersonName other) {
    return compare(other, (here, there) -> contains(here, there) && contains(there, here));
  }

  /** As they stand, or as Moodle makes them fit for a file, where an O'Brien is an OBrien. */
  private boolean compare(PersonName other, BiPredicate<List<String>, List<String>> areAlike) {
    return !isEmpty()
        && !other.isEmpty()
        && (areAlike.test(words(text), words(other.text))
            || areAlike.test(words(FileName.of(text)), words(FileName.of(other.text))));
  }

  private static boolean contains(List<String> all, List<String> some) {
    List<String> left = new ArrayList<>(all);
    return !some.isEmpty() && some.stream().allMatch(left::remove);
  }

  private static List<String> words(String name) {
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
