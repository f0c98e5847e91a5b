package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tp6.grader.course.Course;
import tp6.grader.grade.Isolation;
import tp6.grader.run.HandIns;
import tp6.grader.similar.Base;
import tp6.grader.similar.SimilarClass;
import tp6.grader.similar.SimilarPage;
import tp6.grader.similar.SimilarText;
import tp6.grader.similar.Similarity;
import tp6.grader.starter.Starter;
import tp6.grader.submission.Roster;
import tp6.grader.text.UserError;
import tp6.stage.text.Words;

/** Solutions that are alike. */
@Command(
    name = "similar",
    description = "Ranks the pairs of a class by how suspiciously alike their solutions are.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeOnExecutionException = ExitStatus.TROUBLE,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:compared, whatever was found", "2:trouble, or a wrong command line"},
    footer = {
      "",
      "Solutions of small exercises are alike by nature. What counts is how rare",
      "in this class that is which two share. It proves nothing: talk to the students.",
      "",
      "Example:",
      "  java -jar grader.jar similar forks/ --base ../tp6-starter --out similar"
    })
final class SimilarCommand implements Callable<Integer> {
  private static final Path HERE = Path.of(".");

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "SUBMISSIONS",
      description = "a folder of submissions, a list of them (.csv), or single ones")
  private List<Path> submissions;

  @Option(
      names = "--base",
      paramLabel = "DIR",
      description =
          "what students were given: the starter, or the course (default: this folder if it is the"
              + " course, or else what nearly all submissions have)")
  private Optional<Path> base = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where index.html and similar.json go, with the passages side by side")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "how many pairs are told (default: ${DEFAULT-VALUE})",
      defaultValue = "10")
  private int top;

  @Mixin private CommonOptions common;

  @Mixin private LanguageOption language;

  @Override
  public Integer call() throws IOException {
    if (top < 1 || top > 1000) {
      throw new UserError("number", "--top", 1, 1000, top);
    }
    Locale locale = language.get();
    Words words = language.words();
    new Preflight(words).requireCompiler();
    List<Course> chosen = common.exercises();
    Map<Course, Map<String, byte[]>> given = given();
    Similarity similarity;
    try (HandIns handIns = new HandIns(Isolation.PROCESS, 1, locale)) {
      Roster roster = Roster.of(submissions, handIns::unpackedClass);
      similarity =
          SimilarClass.compare(roster.candidates(), handIns::read, chosen, given, top, locale);
    }
    spec.commandLine().getOut().print(SimilarText.of(similarity, locale));
    if (out.isPresent()) {
      write(similarity, locale, out.get());
      spec.commandLine()
          .getOut()
          .println(words.say("passages.are.in", out.get().resolve(SimilarPage.FILE)));
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static void write(Similarity similarity, Locale language, Path folder)
      throws IOException {
    try {
      SimilarPage.write(similarity, language, folder);
    } catch (IOException e) {
      throw new Unwritable(folder, e);
    }
  }

  private Map<Course, Map<String, byte[]>> given() throws IOException {
    if (base.isPresent() && !Files.isDirectory(base.get())) {
      throw new UserError("no.such.folder", base.get());
    }
    Optional<Path> known = base.isPresent() ? base : Optional.of(HERE).filter(Starter::isCourse);
    return known.isPresent() ? Base.in(known.get()) : Map.of();
  }
}
