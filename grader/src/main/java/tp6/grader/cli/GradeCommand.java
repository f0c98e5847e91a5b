package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tp6.grader.diff.Comparer;
import tp6.grader.diff.Reference;
import tp6.grader.doctor.SandboxCheck;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.moodle.WorksheetStudents.Who;
import tp6.grader.page.Differences;
import tp6.grader.report.NaturalOrder;
import tp6.grader.run.ClassRun;
import tp6.grader.run.Grader;
import tp6.grader.run.HandIns;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Roster;
import tp6.grader.text.UserError;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** A class of submissions. */
@Command(
    name = "grade",
    description = "Grades a class.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A submission is a folder, an archive (zip, tar, tar.gz, 7z), or a git repository, of which",
      "the commit at HEAD counts.",
      "A list has lines of id,path,name,email; its paths are seen from the list.",
      "",
      "Examples:",
      "  java -jar grader.jar grade forks/ --out grades",
      "  java -jar grader.jar grade class.csv --out grades --resume",
      "  java -jar grader.jar grade class.csv --out grades --only dupont",
      "  java -jar grader.jar grade class.csv --out grades --changed --marking marking.csv",
      "  java -jar grader.jar grade forks/ --out grades --repeat 3",
      "  java -jar grader.jar grade forks/ --out part3 --shard 3/8 --seed week-3"
    })
final class GradeCommand implements Callable<Integer> {
  private static final int MANY = 5;
  private static final int MOST_REPEATS = 20;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "SUBMISSIONS",
      description = "a folder of submissions, a list of them (.csv), or single ones")
  private List<Path> submissions;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where all files go")
  private Path out;

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      description =
          "only the K-th of N parts of the class; /N takes K from JOB_COMPLETION_INDEX or"
              + " CI_NODE_INDEX (default: CI_NODE_INDEX/CI_NODE_TOTAL, or all)")
  private Optional<String> shard;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description =
          "run each exercise N times, with other seeds, and tell what is not stable; the first"
              + " run counts (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private int repeat;

  @Mixin private AgainOption again;
  @Mixin private ReferenceOption reference;
  @Mixin private WorksheetOption worksheet;
  @Mixin private MarkingOption marking;
  @Mixin private RuleOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (repeat < 1 || repeat > MOST_REPEATS) {
      throw new UserError("number", "--repeat", 1, MOST_REPEATS, repeat);
    }
    new Preflight(options.words()).examine();
    Isolation isolation = options.isolation(RuleOptions.Level.AUTO);
    try (HandIns handIns = new HandIns(isolation, options.jobs(), options.language())) {
      return grade(isolation, handIns);
    }
  }

  private int grade(Isolation isolation, HandIns handIns) throws IOException, InterruptedException {
    Words words = options.words();
    Optional<Reference> solution = reference.read();
    RunFolder folder = new RunFolder(out);
    PrintWriter err = spec.commandLine().getErr();
    Shard part = Shard.of(shard, System.getenv());
    Roster roster =
        Roster.of(
            submissions,
            zip -> {
              requireSafe(isolation);
              return handIns.unpackedClass(zip);
            });
    List<Candidate> all = roster.candidates();
    List<Candidate> mine = part.of(all);
    RunFolder.requireApart(all.stream().map(Candidate::id).toList());
    Marking marks = marking.read(out, all.stream().map(Candidate::id).toList());
    again.requireKnown(mine);
    new RosterRemarks(err, words).tell(roster);
    if (!part.isWhole()) {
      err.println(words.say("shard", part, mine.size(), all.size()));
    }
    Optional<Path> sheet = worksheet.file(out);
    List<Who> whole = all.stream().map(Who::of).toList();
    Absentees absentees =
        WorksheetOption.absentees(sheet, out, whole, options.language(), err::println);
    requireSafe(isolation);
    Rules rules =
        new RunBegin(out, again.isResumed(), options.seed().isPresent(), err, words)
            .with(options.rules(OptionalInt.empty(), isolation).repeated(repeat), part, all);
    if (isolation == Isolation.PROCESS) {
      err.println(words.say("not.isolated"));
    }
    marking.keep(out);
    worksheet.keep(out);
    Done done = Done.of(mine, again, folder, handIns);
    done.changed().forEach(id -> err.println(words.say("handed.in.again", Visible.line(id))));
    List<Result> results = new ArrayList<>(done.results());
    if (!results.isEmpty()) {
      err.println(words.say("done.already", results.size(), mine.size()));
    }
    grade(folder, rules, done.left(), results, handIns);
    ClassReport report = new ClassReport(spec.commandLine(), out, options.language());
    if (solution.isEmpty()) {
      return report.write(results, marks, sheet, Differences.NONE, absentees);
    }
    try (Comparer comparer = new Comparer(rules.isolation(), rules.release())) {
      Differences differences =
          ReferenceOption.differences(solution.get(), mine, handIns::read, comparer);
      return report.write(results, marks, sheet, differences, absentees);
    }
  }

  private void requireSafe(Isolation isolation) throws IOException {
    if (isolation == Isolation.BWRAP) {
      SandboxCheck.requireSafe(options.words());
    }
  }

  private void grade(
      RunFolder folder, Rules rules, List<Candidate> left, List<Result> results, HandIns handIns)
      throws IOException, InterruptedException {
    int total = results.size() + left.size();
    Words words = options.words();
    PrintWriter err = spec.commandLine().getErr();
    LastWord lastWord = new LastWord(err, words.say("ended.early", out));
    try (Grader grader = new Grader(rules, options.jobs(), handIns);
        Progress progress = Progress.on(err, words.say("grading"), total, results.size())) {
      new Preflight(words).examine(grader);
      if (left.size() >= MANY) {
        grader.expectMany();
      }
      ClassRun.of(
          left,
          grader,
          result -> {
            folder.write(result);
            results.add(result.withoutStories());
            progress.graded(result);
          });
    } finally {
      lastWord.isOver();
    }
    NaturalOrder.sort(results);
  }
}
