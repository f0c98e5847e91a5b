package tp6.stage;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Stages by their numbers. */
final class StageOrder implements MethodOrderer {
  @Override
  public void orderMethods(MethodOrdererContext context) {
    context
        .getMethodDescriptors()
        .sort(
            Comparator.comparing(
                (MethodDescriptor method) ->
                    method.findAnnotation(Stage.class).map(Stage::number).orElse(0)));
  }
}
