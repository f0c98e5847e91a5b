package tp6.grader;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A part of a long list: {@code 1/3} is the first of three, the fourth, the seventh and so on. CI
 * does a part on each JDK; without one, all of it is done.
 */
public record Part(int number, int of) {
  /** As an environment variable says it, such as {@code TP6_BANK_PART}. */
  public static Part named(String variable) {
    String[] words = Optional.ofNullable(System.getenv(variable)).orElse("1/1").split("/");
    return new Part(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
  }

  public boolean isAll() {
    return of == 1;
  }

  public <T> List<T> from(List<T> all) {
    return IntStream.range(0, all.size())
        .filter(index -> index % of == number - 1)
        .<T>mapToObj(all::get)
        .toList();
  }
}
