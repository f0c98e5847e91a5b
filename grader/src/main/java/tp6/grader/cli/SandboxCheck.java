package tp6.grader.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tp6.grader.run.Doctor;

/** No program of another person's is run in a sandbox that was not tried before. */
final class SandboxCheck {
  static final String NEXT =
      "On Ubuntu 24.04: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0";

  private static final String OTHERWISE =
      ", or add --isolation process, knowing that students' programs can read and write what you can";

  private SandboxCheck() {}

  static void requirePrograms() {
    Optional<String> missing = Doctor.missing();
    if (missing.isPresent()) {
      throw new UserError(
          missing.get().equals("Linux")
              ? "students' programs can be isolated on Linux only: grade there" + OTHERWISE
              : "there is no "
                  + missing.get()
                  + " to isolate students' programs with: apt-get install bubblewrap util-linux"
                  + OTHERWISE);
    }
  }

  static void requireSafe() throws IOException {
    requirePrograms();
    Optional<Doctor.Finding> unsafe =
        Doctor.examine(Set.of()).stream().filter(finding -> !finding.isSafe()).findFirst();
    if (unsafe.isPresent()) {
      throw new UserError(
          "the sandbox does not hold (%s: %s): see grader doctor"
                  .formatted(unsafe.get().tried(), unsafe.get().happened())
              + OTHERWISE);
    }
  }
}
