package tp6.grader.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Tree.Entry;

/** The folders of one hand-in that have classes of the same exercise in them: one counts. */
final class Copies {
  /** A clone, or a copy without its dates, is written in less. */
  private static final long SURELY_MILLIS = 60_000;

  private record Copy(String root, List<Entry> sources, Map<String, String> contents) {
    long time() {
      return sources.stream().mapToLong(Entry::time).max().orElse(0);
    }

    boolean isSameAs(Copy other) {
      return contents.equals(other.contents);
    }

    /** The starter has the most. */
    long todos() {
      return contents.values().stream().mapToLong(SourceText::todos).sum();
    }
  }

  private final List<Copy> outermostFirst = new ArrayList<>();
  private final Copy taken;

  /**
   * Chooses.
   *
   * @param own the student's classes by the folder around the exercise, the outermost first
   * @throws Refused where nothing tells which one counts
   */
  Copies(String exercise, Tree tree, Map<String, List<Entry>> own) throws IOException {
    for (Map.Entry<String, List<Entry>> one : own.entrySet()) {
      Map<String, String> contents = own.size() > 1 ? contents(tree, one) : Map.of();
      outermostFirst.add(new Copy(one.getKey(), one.getValue(), contents));
    }
    Copy outermost = outermostFirst.get(0);
    boolean isWhatMavenBuilds =
        own.keySet().stream().allMatch(root -> root.startsWith(outermost.root()));
    if (!isWhatMavenBuilds && !outermostFirst.stream().allMatch(outermost::isSameAs)) {
      throw Refused.because("twice", exercise, named());
    }
    taken = tree.hasDates() ? newer(outermost).orElse(outermost) : outermost;
  }

  /** The folder that counts. */
  String root() {
    return taken.root();
  }

  /** Whether a time, in milliseconds, is known, and before another one. */
  static boolean isSurelyOlder(long time, long other) {
    return time > 0 && time + SURELY_MILLIS < other;
  }

  /** What there is to say of the place of each source. */
  void tell(Map<Entry, Reason> reasons) {
    boolean isInner = taken != outermostFirst.get(0);
    for (Copy copy : outermostFirst) {
      Reason differs = isInner ? Reason.OLDER : Reason.ADDED;
      Reason reason = copy.isSameAs(taken) ? Reason.COPY : differs;
      Reason told = copy == taken ? Reason.NEWER : reason;
      if (copy != taken || isInner) {
        copy.sources().forEach(source -> reasons.put(source, told));
      }
    }
  }

  /** A folder with newer work in it than there is around it, be that the starter or a draft. */
  private Optional<Copy> newer(Copy outermost) {
    Copy newest = outermostFirst.stream().max(Comparator.comparing(Copy::time)).orElseThrow();
    boolean isSure =
        outermostFirst.stream()
            .filter(copy -> !copy.isSameAs(newest))
            .allMatch(copy -> isSurelyOlder(copy.time(), newest.time()));
    boolean isWork = newest.todos() <= outermost.todos();
    return Optional.of(newest).filter(one -> isSure && isWork && !one.isSameAs(outermost));
  }

  private String named() {
    return outermostFirst.stream()
        .limit(3)
        .map(copy -> copy.root().isEmpty() ? "." : copy.root())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> contents(Tree tree, Map.Entry<String, List<Entry>> copy)
      throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Entry source : copy.getValue()) {
      contents.put(
          source.path().substring(copy.getKey().length()), SourceText.of(tree, source).orElse(""));
    }
    return contents;
  }
}
