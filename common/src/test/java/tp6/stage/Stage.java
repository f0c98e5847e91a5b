package tp6.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A graded test: one behaviour of the student's program, seen from outside. */
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Stage {
  /** Its place in the exercise, from 1. Its title and hint are found under this number. */
  int number();

  /** What it is worth; it earns all of its points or none. */
  int points();

  /** The stages without which it makes no sense: where one has failed, it is not run. */
  int[] needs() default {};
}
