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
import tp6.grader.course.CourseFiles;
import tp6.grader.diff.Reference;
import tp6.grader.marking.Marking;
import tp6.grader.report.NaturalOrder;
import tp6.grader.report.Run;
import tp6.grader.report.RunFolder;
import tp6.grader.run.ClassRun;
import tp6.grader.run.Grader;
import tp6.grader.run.Isolation;
import tp6.grader.run.Result;
import tp6.grader.run.Rules;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Roster;

/** A class of submissions. */
@Command(
    name = "grade",
    description = "Grades a class.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A submission is a folder, a zip, or a git repository, of which the commit at HEAD counts.",
      "A list has lines of id,path,name,email; its paths are seen from the list.",
      "",
      "Examples:",
      "  java -jar grader.jar grade forks/ --out grades",
      "  java -jar grader.jar grade class.csv --out grades --resume",
      "  java -jar grader.jar grade class.csv --out grades --only dupont",
      "  java -jar grader.jar grade class.csv --out grades --changed --marking marking.csv",
      "  java -jar grader.jar grade forks/ --out grades --repeat 3",
      "  java -jar grader.jar grade forks/ --out part3 --shard 3/8 --seed 2026"
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
      throw new UserError(
          "--repeat takes a number from 1 to %d: %d".formatted(MOST_REPEATS, repeat));
    }
    Jdk.require();
    Optional<Reference> solution = reference.read();
    RunFolder folder = new RunFolder(out);
    Shard part = Shard.of(shard, System.getenv());
    List<Candidate> all = Roster.of(submissions);
    List<Candidate> mine = part.of(all);
    Marking marks = marking.read(out, all.stream().map(Candidate::id).toList());
    Optional<Path> table = worksheet.file();
    again.requireKnown(mine);
    PrintWriter err = spec.commandLine().getErr();
    if (!part.isWhole()) {
      err.printf("shard %s: %d of %d submissions%n", part, mine.size(), all.size());
    }
    Isolation isolation = options.isolation(RuleOptions.Level.AUTO);
    if (isolation == Isolation.BWRAP) {
      SandboxCheck.requireSafe();
    }
    Rules rules = begin(folder, part, mine, isolation);
    if (isolation == Isolation.PROCESS) {
      err.println("not isolated: the students' programs can read and write what you can");
    }
    marking.keep(out);
    List<Result> results = new ArrayList<>();
    List<Candidate> left = new ArrayList<>();
    for (Candidate candidate : mine) {
      Optional<Result> done = folder.read(candidate.id());
      if (done.isPresent() && !again.keeps(candidate, done.get())) {
        done = Optional.empty();
      }
      done.ifPresent(result -> results.add(result.withoutStories()));
      if (done.isEmpty()) {
        left.add(candidate);
      }
    }
    if (!results.isEmpty()) {
      err.printf("%d of %d submissions are done already%n", results.size(), mine.size());
    }
    grade(folder, rules, left, results);
    return new ClassReport(spec.commandLine(), out)
        .write(results, marks, table, ReferenceOption.differences(solution, mine));
  }

  private void grade(RunFolder folder, Rules rules, List<Candidate> left, List<Result> results)
      throws IOException, InterruptedException {
    int total = results.size() + left.size();
    try (Grader grader = new Grader(rules, options.jobs());
        Progress progress = Progress.on(spec.commandLine().getErr(), total, results.size())) {
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
    NaturalOrder.sort(results);
  }

  /** Begins a run, or goes on with the one that was begun. */
  private Rules begin(RunFolder folder, Shard part, List<Candidate> mine, Isolation isolation)
      throws IOException {
    Rules asked = options.rules(OptionalInt.empty(), isolation).repeated(repeat);
    Optional<Run> begun = again.isResumed() ? folder.run() : Optional.empty();
    if (begun.isEmpty() && !folder.isEmpty()) {
      String otherwise = again.isResumed() ? "" : ", or add --resume to go on with the run in it";
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
    if (begun.seed() != now.seed()) {
      differences.add("--seed %d, not %d".formatted(begun.seed(), now.seed()));
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
