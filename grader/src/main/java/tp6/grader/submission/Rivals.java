package tp6.grader.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Tree.Entry;

/**
 * Sources of one hand-in that claim the same place: the starter's gives way, and of the others the
 * newest counts.
 */
final class Rivals {
  private static final int MOST_NAMED = 3;

  private record Rival(Entry entry, String text) {
    long todos() {
      return SourceText.todos(text);
    }

    /** Of folders, nobody knows which one is meant to be the last. */
    String folder() {
      return entry.path().replaceFirst("[^/]*$", "");
    }

    boolean isSameAs(Rival other) {
      return text.equals(other.text);
    }
  }

  private final List<Rival> all = new ArrayList<>();

  /** Adds one; of those that are the same, the first counts. */
  void add(Entry entry, String text) {
    all.add(new Rival(entry, text));
  }

  /**
   * The one that counts.
   *
   * @param name of what they all are
   * @param hasDates whether their times tell when they were written
   * @param reasons is told why the others do not count
   * @throws Refused where nothing tells
   */
  Entry chosen(String name, boolean hasDates, Map<Entry, Reason> reasons) throws Refused {
    long least = all.stream().mapToLong(Rival::todos).min().orElse(0);
    List<Rival> work = all.stream().filter(one -> one.todos() == least).toList();
    Rival newest = work.stream().max(Comparator.comparing(one -> one.entry().time())).orElseThrow();
    Rival chosen = work.stream().filter(newest::isSameAs).findFirst().orElseThrow();
    boolean isSure =
        work.stream()
            .filter(one -> !one.isSameAs(newest))
            .allMatch(
                one ->
                    hasDates
                        && one.folder().equals(newest.folder())
                        && Copies.isSurelyOlder(one.entry().time(), newest.entry().time()));
    if (!isSure) {
      throw Refused.because(
          "source.twice",
          name,
          all.stream()
              .map(one -> one.entry().path())
              .limit(MOST_NAMED)
              .collect(Collectors.joining(", ")));
    }
    for (Rival one : all) {
      Reason beside = one.todos() > least ? Reason.STARTER : Reason.OLDER;
      reasons.put(one.entry(), one.isSameAs(chosen) ? Reason.COPY : beside);
    }
    reasons.remove(chosen.entry());
    return chosen.entry();
  }
}
