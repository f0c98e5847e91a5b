package tp6.grader.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.course.Course;
import tp6.grader.submission.Roster;

class SimilarClassTest {
  private static final Path COURSE = Path.of("..");

  @TempDir Path forks;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ranksThePlantedCopiesFirst(long seed) throws Exception {
    Map<String, String> copies = CopiedClass.make(forks, 60, seed);

    Similarity similarity = compare(Base.in(COURSE));
    System.err.println(copies + "\n" + SimilarText.of(similarity, Locale.ENGLISH));

    assertThat(first(similarity, 3)).isEqualTo(pairs(copies));
  }

  private Similarity compare(Map<Course, Map<String, byte[]>> base) throws Exception {
    return SimilarClass.compare(Roster.of(List.of(forks)), List.of(Course.values()), base, 10);
  }

  private static Set<Set<String>> pairs(Map<String, String> copies) {
    return copies.entrySet().stream()
        .map(one -> new TreeSet<>(Set.of(one.getKey(), one.getValue())))
        .collect(Collectors.toSet());
  }

  private static Set<Set<String>> first(Similarity similarity, int pairs) {
    return similarity.ranked().stream()
        .limit(pairs)
        .map(pair -> new TreeSet<>(Set.of(pair.first(), pair.second())))
        .collect(Collectors.toSet());
  }
}
