package tp6.grader.similar;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tp6.grader.similar.Program.Member;

/** The members, by the kinds of their tokens, that nobody has copied from another student. */
final class Given {
  /** Written by so many, a member is taken for given. */
  private static final double NEARLY_ALL = 0.9;

  /** Of fewer programs one cannot say what nearly all have. */
  private static final int MANY = 5;

  private Given() {}

  /** All members of what students were given. */
  static Set<List<Integer>> in(Program base) {
    return base.members().stream().map(Member::kinds).collect(Collectors.toSet());
  }

  /** Where that is not known: what nearly all programs have. */
  static Set<List<Integer>> toNearlyAll(List<Program> programs) {
    if (programs.size() < MANY) {
      return Set.of();
    }
    Map<List<Integer>, Long> writers =
        programs.stream()
            .flatMap(program -> in(program).stream())
            .collect(Collectors.groupingBy(member -> member, Collectors.counting()));
    writers.values().removeIf(many -> many < NEARLY_ALL * programs.size());
    return writers.keySet();
  }
}
