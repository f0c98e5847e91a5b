package tp6.grader.submission;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tp6.grader.submission.Tree.Entry;

/** Makes sure that no two students are taken for one. */
final class OneStudent {
  private OneStudent() {}

  /**
   * Looks at what was handed in.
   *
   * @throws Refused where it is what Moodle lets download, or looks like the work of several
   */
  static void require(Tree tree, List<Entry> entries) throws IOException {
    List<Download> all =
        entries.stream()
            .flatMap(entry -> Arrays.stream(entry.path().split("/")))
            .distinct()
            .flatMap(name -> Download.of(name).stream())
            .toList();
    if (all.stream().anyMatch(one -> !one.isBySame(all.get(0)))) {
      throw Refused.because("several.students", all.get(0).who());
    }
    Map<String, Entry> files = new TreeMap<>();
    entries.forEach(entry -> files.put(entry.path(), entry));
    Optional<List<String>> several = Homes.of(tree, files).ofSeveralStudents();
    if (several.isPresent()) {
      throw Refused.because("like.class", several.get().get(0), several.get().get(1));
    }
  }
}
