package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tp6.grader.doctor.Doctor;
import tp6.grader.doctor.Finding;
import tp6.grader.doctor.SandboxCheck;
import tp6.grader.sandbox.Protection;
import tp6.stage.text.Words;

/** Whether the sandbox holds here. */
@Command(
    name = "doctor",
    description = "Checks whether this machine can sandbox students' programs.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A program in the sandbox of students' programs tries to escape from it. Exit status 0",
      "means that it could not.",
      "",
      "Example:",
      "  java -jar grader.jar doctor"
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--without",
      split = ",",
      hidden = true,
      description = "leave out a protection, to see that this is noticed")
  private Set<Protection> without = EnumSet.noneOf(Protection.class);

  @Mixin private LanguageOption language;

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    SandboxCheck.requirePrograms(words);
    List<Finding> findings = Doctor.examine(without, words);
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : findings) {
      out.printf(
          "%-8s  %-45s  %s%n",
          words.say(finding.isSafe() ? "doctor.safe" : "doctor.unsafe"),
          finding.tried(),
          finding.happened());
    }
    boolean safe = findings.stream().allMatch(Finding::isSafe);
    out.println(words.say(safe ? "doctor.holds" : "doctor.does.not.hold"));
    out.flush();
    return safe ? 0 : ExitStatus.NOT_GRADED;
  }
}
