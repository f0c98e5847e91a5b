package tp6.grader.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tp6.grader.text.UserError;

/**
 * One of several parts of a class, the same whoever works it out.
 *
 * @param index from 1
 * @param total how many parts there are
 */
record Shard(int index, int total) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,5})?/(\\d{1,5})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

  static final Shard WHOLE = new Shard(1, 1);

  Shard {
    if (index < 1 || index > total) {
      throw new UserError("shard.none", index, total);
    }
  }

  /**
   * Reads {@code 3/8}; of {@code /8} the index is that of the job in GitLab or Kubernetes, and
   * without any text GitLab's parallel jobs are parts of a class, too.
   */
  static Shard of(Optional<String> text, Map<String, String> environment) {
    if (text.isEmpty()) {
      Optional<Integer> index = number(environment, "CI_NODE_INDEX");
      Optional<Integer> total = number(environment, "CI_NODE_TOTAL");
      return index.isPresent() && total.isPresent() ? new Shard(index.get(), total.get()) : WHOLE;
    }
    Matcher matcher = TEXT.matcher(text.get());
    if (!matcher.matches()) {
      throw new UserError("shard", text.get());
    }
    int total = Integer.parseInt(matcher.group(2));
    return new Shard(
        matcher.group(1) == null ? indexOfJob(environment) : Integer.parseInt(matcher.group(1)),
        total);
  }

  private static int indexOfJob(Map<String, String> environment) {
    return number(environment, "JOB_COMPLETION_INDEX")
        .map(index -> index + 1)
        .or(() -> number(environment, "CI_NODE_INDEX"))
        .orElseThrow(() -> new UserError("shard.job"));
  }

  private static Optional<Integer> number(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> NUMBER.matcher(value).matches())
        .map(Integer::valueOf);
  }

  boolean isWhole() {
    return total == 1;
  }

  /** What of a list belongs to this part: every total-th. */
  <T> List<T> of(List<T> all) {
    List<T> mine = new ArrayList<>();
    for (int i = index - 1; i < all.size(); i += total) {
      mine.add(all.get(i));
    }
    return mine;
  }

  @Override
  public String toString() {
    return index + "/" + total;
  }
}
