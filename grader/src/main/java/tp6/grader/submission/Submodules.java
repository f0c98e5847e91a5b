package tp6.grader.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/** Submodules whose files have not come along: of one in a zip of a clone, only the name has. */
final class Submodules {
  private static final String LIST = ".gitmodules";
  private static final int MOST = 20;
  private static final int MOST_LISTS = 5;
  private static final Pattern PATH =
      Pattern.compile("(?m)^[ \\t]*path[ \\t]*=[ \\t]*(\\S.{0,300}?)/?[ \\t]*$");

  private Submodules() {}

  /** Those that a list names and nothing is in. */
  static List<Entry> missingIn(Tree tree, List<Entry> entries) throws IOException {
    List<Entry> missing = new ArrayList<>();
    List<Entry> lists =
        entries.stream()
            .filter(entry -> ("/" + entry.path()).endsWith("/" + LIST))
            .limit(MOST_LISTS)
            .toList();
    for (Entry list : lists) {
      String around = list.path().substring(0, list.path().length() - LIST.length());
      PATH.matcher(SourceText.of(tree, list).orElse(""))
          .results()
          .limit(MOST)
          .map(path -> around + path.group(1))
          .filter(path -> entries.stream().noneMatch(one -> isIn(one.path(), path)))
          .forEach(path -> missing.add(new Entry(path, Kind.SUBMODULE, 0)));
    }
    return missing;
  }

  private static boolean isIn(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
