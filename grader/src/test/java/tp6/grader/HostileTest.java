package tp6.grader;

import tp6.grader.run.Isolation;

/** The hostile ones in processes of their own, and the honest ones beside them. */
class HostileTest extends HostileClass {
  HostileTest() {
    super(Isolation.PROCESS);
  }
}
