package tp6.grader.ci;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between <code>${{</code> and <code>}}</code> in a workflow of GitHub's. */
final class Expressions {
  private static final Pattern PLACE = Pattern.compile("\\$\\{\\{\\s*(.+?)\\s*}}");
  private static final Pattern COMPARISON = Pattern.compile("(\\S+) == '(.*)'");
  private static final Pattern JSON = Pattern.compile("fromJSON\\((.+)\\)");

  private final Map<String, String> values;

  Expressions(Map<String, String> values) {
    this.values = new HashMap<>(values);
  }

  Expressions copy() {
    return new Expressions(values);
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** The text with the values in it. */
  String fill(String text) {
    return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1))));
  }

  /** Whether a step or a job is to be run; without a condition, where nothing has failed. */
  boolean isTrue(String condition, boolean hasFailed) {
    if (condition.isEmpty()) {
      return !hasFailed;
    }
    Matcher place = PLACE.matcher(condition);
    boolean asksForTheState = condition.contains("cancelled()") || condition.contains("failure()");
    if (!place.matches() || !asksForTheState) {
      throw new AssertionError("no stand-in for the condition " + condition);
    }
    for (String term : place.group(1).split(" && ")) {
      if (!isTermTrue(term, hasFailed)) {
        return false;
      }
    }
    return true;
  }

  private boolean isTermTrue(String term, boolean hasFailed) {
    Matcher comparison = COMPARISON.matcher(term);
    if (comparison.matches()) {
      return value(comparison.group(1)).equals(comparison.group(2));
    }
    return switch (term) {
      case "!cancelled()" -> true;
      case "failure()" -> hasFailed;
      default -> throw new AssertionError("no stand-in for the condition " + term);
    };
  }

  /** The value of one of them. */
  String value(String name) {
    Matcher json = JSON.matcher(name);
    String key = json.matches() ? json.group(1) : name;
    if (!values.containsKey(key)) {
      throw new AssertionError("no stand-in for " + name);
    }
    return values.get(key);
  }
}
