package tp6.grader.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import tp6.grader.doctor.Doctor;

/**
 * A test that runs programs in sandboxes. Where there is nothing to make one with it is skipped;
 * with {@code TP6_SANDBOX=required} it fails, so that no CI passes without it unawares.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsSandbox.Condition.class)
public @interface NeedsSandbox {
  /** Looks for the programs that a sandbox is made with. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Optional<String> missing = Doctor.missing();
      if (missing.isEmpty()) {
        return ConditionEvaluationResult.enabled("there is all that a sandbox needs");
      }
      if ("required".equals(System.getenv("TP6_SANDBOX"))) {
        throw new IllegalStateException(
            "TP6_SANDBOX=required, and there is no " + missing.get() + " for it");
      }
      return ConditionEvaluationResult.disabled("a sandbox needs " + missing.get());
    }
  }
}
