package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
import tp6.grader.course.CourseFiles;
import tp6.grader.diff.Comparer;
import tp6.grader.diff.Reference;
import tp6.grader.page.Differences;
import tp6.grader.report.ClassFolder;
import tp6.grader.report.Run;
import tp6.grader.report.RunFolder;
import tp6.grader.run.ClassRun;
import tp6.grader.run.Grader;
import tp6.grader.run.HandIns;
import tp6.grader.run.Isolation;
import tp6.grader.run.Result;
import tp6.grader.run.Rules;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Roster;
import tp6.stage.Words;

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
      names = "--resume",
      description =
          "go on with a run that was interrupted, or in which something was not graded or out of"
              + " time; what is graded is kept")
  private boolean resume;

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

  @Mixin private ReferenceOption reference;
  @Mixin private WorksheetOption worksheet;
  @Mixin private RuleOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (repeat < 1 || repeat > MOST_REPEATS) {
      throw new UserError(
          "--repeat takes a number from 1 to %d: %d".formatted(MOST_REPEATS, repeat));
    }
    new Preflight(options.words()).examine();
    Isolation isolation = options.isolation(RuleOptions.Level.AUTO);
    try (HandIns handIns = new HandIns(isolation, options.jobs())) {
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
    roster.leftAside().forEach(path -> err.println("left aside, no submission: " + path));
    if (!part.isWhole()) {
      err.println(words.say("shard", part, mine.size(), all.size()));
    }
    if (worksheet.file().isPresent()) {
      ClassFolder.remarksBefore(worksheet.file().get(), out, mine, options.language())
          .forEach(remark -> err.println("grader: " + remark));
    }
    requireSafe(isolation);
    Rules rules = begin(folder, part, mine, isolation);
    if (isolation == Isolation.PROCESS) {
      err.println(words.say("not.isolated"));
    }
    Done done = Done.of(mine, folder, handIns);
    done.changed().forEach(id -> err.println("graded again, another hand-in: " + id));
    List<Result> results = new ArrayList<>(done.results());
    if (!results.isEmpty()) {
      err.println(words.say("done.already", results.size(), mine.size()));
    }
    grade(folder, rules, done.left(), results, handIns);
    return report(results, solution, mine, rules, handIns);
  }

  private int report(
      List<Result> results,
      Optional<Reference> solution,
      List<Candidate> students,
      Rules rules,
      HandIns handIns)
      throws IOException {
    ClassReport report = new ClassReport(spec.commandLine(), out);
    if (solution.isEmpty()) {
      return report.write(results, worksheet.file(), Differences.NONE);
    }
    try (Comparer comparer = new Comparer(rules.isolation(), rules.release())) {
      return report.write(
          results,
          worksheet.file(),
          ReferenceOption.differences(solution.get(), students, handIns::read, comparer));
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
    }
    results.sort(Comparator.comparing(Result::id));
  }

  /** Begins a run, or goes on with the one that was begun. */
  private Rules begin(RunFolder folder, Shard part, List<Candidate> mine, Isolation isolation)
      throws IOException {
    Rules asked = options.rules(OptionalInt.empty(), isolation).repeated(repeat);
    Optional<Run> begun = resume ? folder.run() : Optional.empty();
    if (begun.isEmpty() && !folder.isEmpty()) {
      String otherwise = resume ? "" : ", or add --resume to go on with the run in it";
      throw new UserError(out + " is not empty: name another folder" + otherwise);
    }
    Rules rules =
        begun.isPresent() && options.seed().isEmpty() ? asked.withSeed(begun.get().seed()) : asked;
    Run run =
        Run.of(
            rules,
            CourseFiles.packed().digest(),
            part.toString(),
            mine.stream().map(Candidate::id).toList());
    begun.ifPresent(earlier -> requireSame(earlier, run));
    folder.begin(run);
    return rules;
  }

  private void requireSame(Run begun, Run now) {
    List<String> differences = begun.differencesTo(now);
    if (!begun.seed().equals(now.seed())) {
      differences.add("--seed %s, not %s".formatted(begun.seed(), now.seed()));
    }
    if (!begun.shard().equals(now.shard())) {
      differences.add("--shard %s, not %s".formatted(begun.shard(), now.shard()));
    }
    if (!differences.isEmpty()) {
      throw new UserError(
          "the run in %s was begun with %s".formatted(out, String.join("; ", differences)));
    }
  }
}
