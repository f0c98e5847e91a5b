package tp6.grader.code;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of a program in our own layout.
 *
 * @param words its tokens
 */
public record Code(List<Word> words, String shown) {
  /** Stands between words, and in none: what is hidden in a source is escaped. */
  private static final String BETWEEN = "\0";

  /** A token, and what it stands for where it could as well be called otherwise. */
  public record Word(String text, Optional<Name> name) {}

  /** Those in it that could be others, from left to right. */
  public Stream<Name> names() {
    return words.stream().flatMap(word -> word.name().stream());
  }

  /** What is to be compared of it, with something else in the place of such names. */
  public String key(Function<Name, String> ofName) {
    String indentation = shown.substring(0, shown.length() - shown.stripLeading().length());
    return words.stream()
        .map(word -> word.name().map(ofName).orElse(word.text()))
        .collect(Collectors.joining(BETWEEN, indentation, ""));
  }

  /** The same where any name is as good as another one. */
  public String anonymous() {
    return key(name -> BETWEEN);
  }
}
