package tp6.stage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The stages of an exercise, as its test class declares them. */
public final class Stages {
  private Stages() {}

  /** By number. */
  public static List<Stage> of(Class<?> exercise) {
    return AnnotationSupport.findAnnotatedMethods(
            exercise, Stage.class, HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .map(method -> method.getAnnotation(Stage.class))
        .sorted(Comparator.comparing(Stage::number))
        .toList();
  }

  /** A stage, those it needs, those that these need, and so on. */
  static Set<Integer> withNeeds(Class<?> exercise, int number) {
    Set<Integer> numbers = new TreeSet<>(Set.of(number));
    for (Stage stage : of(exercise)) {
      if (stage.number() == number) {
        Arrays.stream(stage.needs()).forEach(need -> numbers.addAll(withNeeds(exercise, need)));
      }
    }
    return numbers;
  }
}
