package tp6.grader.doctor;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tp6.grader.text.UserError;
import tp6.stage.text.Words;

/** No program of another person's is run in a sandbox that was not tried before. */
public final class SandboxCheck {
  private SandboxCheck() {}

  public static void requirePrograms(Words words) {
    Optional<String> missing = Doctor.missing();
    if (missing.isPresent()) {
      throw UserError.said(
          (missing.get().equals("Linux")
                  ? words.say("sandbox.linux")
                  : words.say("sandbox.missing", missing.get()))
              + words.say("sandbox.otherwise"));
    }
  }

  public static void requireSafe(Words words) throws IOException {
    requirePrograms(words);
    Optional<Finding> unsafe =
        Doctor.examine(Set.of(), words).stream().filter(finding -> !finding.isSafe()).findFirst();
    if (unsafe.isPresent()) {
      throw UserError.said(
          words.say("sandbox.unsafe", unsafe.get().tried(), unsafe.get().happened())
              + words.say("sandbox.otherwise"));
    }
  }
}
