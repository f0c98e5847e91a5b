package tp6.clock;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;

/** Ends the compiler if it ever gets into it. */
@SupportedAnnotationTypes("*")
public final class Cheat extends AbstractProcessor {
  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    Runtime.getRuntime().halt(0);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return false;
  }
}
