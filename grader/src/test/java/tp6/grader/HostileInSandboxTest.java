package tp6.grader;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import tp6.grader.grade.Isolation;
import tp6.grader.run.NeedsSandbox;

/** The hostile ones in sandboxes, where there is more that they must not reach. */
@Tag("slow")
@NeedsSandbox
@DisabledIfEnvironmentVariable(named = "TP6_HOSTILE", matches = "process")
class HostileInSandboxTest extends HostileClass {
  HostileInSandboxTest() {
    super(Isolation.BWRAP);
  }
}
