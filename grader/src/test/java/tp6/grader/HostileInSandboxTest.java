package tp6.grader;

import tp6.grader.run.Isolation;
import tp6.grader.run.NeedsSandbox;

/** The hostile ones in sandboxes, where there is more that they must not reach. */
@NeedsSandbox
class HostileInSandboxTest extends HostileClass {
  HostileInSandboxTest() {
    super(Isolation.BWRAP);
  }
}
