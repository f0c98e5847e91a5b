package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tp6.grader.course.Course;
import tp6.grader.diff.Comparer;
import tp6.grader.diff.Comparison;
import tp6.grader.diff.DiffReport;
import tp6.grader.diff.Side;
import tp6.grader.diff.Sources;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.report.NotTaken;
import tp6.grader.report.Sentences;
import tp6.grader.run.HandIns;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Note;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Roster;
import tp6.grader.submission.Submission;
import tp6.grader.text.UserError;
import tp6.stage.text.Visible;

/** Two solutions beside each other. */
@Command(
    name = "diff",
    description = "Compares the code and the test results of two solutions.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeOnExecutionException = ExitStatus.TROUBLE,
    exitCodeListHeading = "%nExit status, of the code alone:%n",
    exitCodeList = {
      "0:both say the same",
      "1:they differ",
      "2:trouble: wrong command line, or something could not be read or written"
    },
    footer = {
      "",
      "Formatting, comments, the order of imports and members, and the names of what",
      "nothing outside can name make no difference. Compared is what would be graded:",
      "of a git repository, the commit at HEAD.",
      "",
      "Examples:",
      "  java -jar grader.jar diff forks/dupont forks/martin",
      "  java -jar grader.jar diff forks/dupont . --exercise clock --html diff.html",
      "  java -jar grader.jar diff . --exercise echo-single,echo-multi"
    })
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "a submission: a folder, zip or git repository")
  private Path left;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description =
          "another one, or the course; without it, two exercises of A that --exercise names")
  private Path right;

  @Option(names = "--raw", description = "compare the plain text, line by line")
  private boolean raw;

  @Mixin private DiffViews views;

  @Mixin private GradeOptions grades;

  @Mixin private RuleOptions options;

  @Override
  public Integer call() throws IOException {
    views.requireSensible();
    if (right == null && options.named().size() != 2) {
      throw new UserError("diff.alone");
    }
    Candidate one = candidate(left);
    Candidate two = right == null ? one : candidate(right);
    List<Comparison> comparisons = compare(one, two);
    Map<String, Result> known =
        grades.of(
            Stream.of(one, two).distinct().toList(),
            exercises(comparisons),
            options,
            spec.commandLine().getErr());
    DiffReport report =
        new DiffReport(side(one, known), side(two, known), comparisons, options.language());
    views.show(report, spec.commandLine().getOut());
    return report.same() ? 0 : ExitStatus.DIFFERENT;
  }

  /** Two of one name go by their paths. */
  private Candidate candidate(Path path) {
    if (!Files.exists(path)) {
      throw new UserError("no.such", path);
    }
    boolean isNameShared = right != null && Roster.id(left).equals(Roster.id(right));
    return new Candidate(isNameShared ? path.toString() : Roster.id(path), path, "", "");
  }

  private static Side side(Candidate candidate, Map<String, Result> known) {
    return new Side(Visible.line(candidate.id()), Optional.ofNullable(known.get(candidate.id())));
  }

  private List<Comparison> compare(Candidate one, Candidate two) throws IOException {
    if (!raw) {
      new Preflight(options.words()).requireCompiler();
    }
    Isolation isolation = options.isolation(RuleOptions.Level.AUTO);
    String release = options.rules(OptionalInt.empty(), isolation).release();
    try (Comparer comparer = new Comparer(isolation, release)) {
      return compare(one, two, comparer);
    }
  }

  private List<Comparison> compare(Candidate one, Candidate two, Comparer comparer)
      throws IOException {
    Submission first = take(one);
    List<Course> named = options.named();
    if (right == null) {
      return List.of(
          compare(Sources.of(first, named.get(0)), Sources.of(first, named.get(1)), comparer));
    }
    Submission second = take(two);
    List<Course> exercises =
        named.isEmpty()
            ? Course.all().stream()
                .filter(
                    each -> first.sources().containsKey(each) || second.sources().containsKey(each))
                .toList()
            : named;
    if (exercises.isEmpty()) {
      throw new UserError("diff.nothing", left, right);
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (Course each : exercises) {
      comparisons.add(compare(Sources.of(first, each), Sources.of(second, each), comparer));
    }
    return comparisons;
  }

  private Comparison compare(Sources one, Sources two, Comparer comparer) throws IOException {
    return raw ? Comparison.ofText(one, two) : comparer.compare(one, two);
  }

  /** What would be graded; what would not is told. */
  private Submission take(Candidate candidate) throws IOException {
    try (HandIns handIns = new HandIns(Isolation.PROCESS, 1, options.language())) {
      Submission submission = handIns.read(candidate.path());
      submission.notes().stream()
          .filter(note -> note.reason().isRefusal() && isInAnExercise(note))
          .forEach(note -> tellRefusal(candidate, note));
      return submission;
    } catch (Refused e) {
      throw new Refused(e.why().at(candidate.path()));
    }
  }

  private static boolean isInAnExercise(Note note) {
    return Course.all().stream().anyMatch(one -> note.path().startsWith(one.sourceRoot()));
  }

  private void tellRefusal(Candidate candidate, Note note) {
    String why = NotTaken.why(note, Sentences.in(options.language()));
    spec.commandLine()
        .getErr()
        .printf("%s: %s  %s%n", candidate.path(), Visible.line(note.path()), why);
  }

  private static List<Course> exercises(List<Comparison> comparisons) {
    return comparisons.stream()
        .flatMap(one -> Stream.of(one.left(), one.right()))
        .map(CommonOptions::exercise)
        .distinct()
        .sorted()
        .toList();
  }
}
