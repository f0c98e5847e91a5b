package tp6.grader.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The names of a file that could be others, each with a number: two of them may read the same. */
final class Names {
  private final List<Named> all = new ArrayList<>();
  private final Set<Integer> fixed = new HashSet<>();

  int add(Named name) {
    all.add(name);
    return all.size() - 1;
  }

  Named get(int id) {
    return all.get(id);
  }

  /** What it stands for is not certain: it is what it reads, and nothing else. */
  void fix(int id) {
    fixed.add(id);
  }

  /** The same for all members of these names. */
  void fixMembers(Set<String> texts) {
    ids()
        .filter(id -> texts.contains(get(id).text()))
        .filter(id -> get(id).kind() == Named.Kind.FIELD || get(id).kind() == Named.Kind.METHOD)
        .forEach(this::fix);
  }

  boolean isFree(int id) {
    return !fixed.contains(id);
  }

  boolean isFreeLocal(int id) {
    return isFree(id) && get(id).isLocal();
  }

  /** Those of a kind that may be compared with others. */
  List<Integer> free(Named.Kind kind) {
    return ids().filter(id -> isFree(id) && get(id).kind() == kind).boxed().toList();
  }

  private IntStream ids() {
    return IntStream.range(0, all.size());
  }

  /** The member or type that a name stands in. */
  String where(int id) {
    return shown(get(id).where());
  }

  /** A text as its author wrote it. */
  String shown(String marked) {
    return Marks.replace(marked, id -> get(id).text());
  }
}
