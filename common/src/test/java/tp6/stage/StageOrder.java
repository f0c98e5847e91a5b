package tp6.stage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Stages by their numbers, but after those that they need. */
final class StageOrder implements MethodOrderer {
  @Override
  public void orderMethods(MethodOrdererContext context) {
    List<Integer> order = order(Stages.of(context.getTestClass()));
    context
        .getMethodDescriptors()
        .sort(Comparator.comparing((MethodDescriptor method) -> order.indexOf(number(method))));
  }

  private static int number(MethodDescriptor method) {
    return method.findAnnotation(Stage.class).map(Stage::number).orElse(0);
  }

  static List<Integer> order(List<Stage> stages) {
    Set<Integer> order = new LinkedHashSet<>();
    for (Stage stage : stages) {
      Arrays.stream(stage.needs()).forEach(order::add);
      order.add(stage.number());
    }
    return List.copyOf(order);
  }
}
