package tp6.stage;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The stages of an exercise, as its test class declares them. */
final class Stages {
  private Stages() {}

  /** By number. */
  static List<Stage> of(Class<?> exercise) {
    return Arrays.stream(exercise.getDeclaredMethods())
        .map(method -> method.getAnnotation(Stage.class))
        .filter(stage -> stage != null)
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
