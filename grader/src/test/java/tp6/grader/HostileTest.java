package tp6.grader;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import tp6.grader.grade.Isolation;

/** The hostile ones in processes of their own, and the honest ones beside them. */
@Tag("slow")
@DisabledIfEnvironmentVariable(named = "TP6_HOSTILE", matches = "bwrap")
class HostileTest extends HostileClass {
  HostileTest() {
    super(Isolation.PROCESS);
  }
}
