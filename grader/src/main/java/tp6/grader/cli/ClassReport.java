package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import tp6.grader.grade.Result;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.moodle.Owners;
import tp6.grader.page.Differences;
import tp6.grader.page.HandBack;
import tp6.grader.page.Pages;
import tp6.grader.report.Sentences;
import tp6.grader.report.Summary;
import tp6.grader.store.ClassFolder;
import tp6.grader.store.RunFolder;
import tp6.stage.text.Words;

/** The end of a run: the files about a class as a whole, and what is said of it. */
final class ClassReport {
  private final CommandLine command;
  private final Path out;
  private final Locale language;

  /** What is said is in a language; the files are in that of the results. */
  ClassReport(CommandLine command, Path out, Locale language) {
    this.command = command;
    this.out = out;
    this.language = language;
  }

  /** Writes, says, and tells the exit status. */
  int write(
      List<Result> graded,
      Marking marking,
      Optional<Path> worksheet,
      Differences differences,
      Absentees absentees)
      throws IOException {
    Words words = LanguageOption.words(language);
    List<Result> results = Owners.named(graded, worksheet, absentees);
    Path page =
        Pages.write(
            new RunFolder(out), results, marking, out.resolve("report"), differences, absentees);
    List<String> remarks = ClassFolder.write(results, out, worksheet, marking, language, absentees);
    List<String> undated = marking.undated(results);
    if (!undated.isEmpty()) {
      remarks.add(words.say("undated", String.join(", ", undated)));
    }
    HandBack.write(new RunFolder(out), results, marking, out, worksheet, absentees);
    command.getOut().print(Summary.of(results, marking, Sentences.in(language)));
    command.getOut().println(words.say("grades.are.in", out, page));
    command.getOut().flush();
    remarks.forEach(remark -> command.getErr().println("grader: " + remark));
    return results.stream().allMatch(Result::isGraded) ? 0 : ExitStatus.NOT_GRADED;
  }
}
