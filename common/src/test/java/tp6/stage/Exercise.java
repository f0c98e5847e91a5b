package tp6.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class whose tests are the stages of an exercise. Their titles and hints stand in {@code
 * stages.properties} (English) and {@code stages_fr.properties} beside the class.
 */
@TestMethodOrder(StageOrder.class)
@ExtendWith(StageRules.class)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exercise {
  /** The module, as the command line names it. */
  String value();

  /** About how long a right program's stages take; the longest are graded first. */
  int seconds() default 1;
}
