package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tp6.grader.grade.Result;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.moodle.WorksheetStudents.Who;
import tp6.grader.page.Differences;
import tp6.grader.report.NaturalOrder;
import tp6.grader.store.Expected;
import tp6.grader.store.Run;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Roster;
import tp6.grader.text.Reason;
import tp6.grader.text.UserError;
import tp6.stage.text.Visible;

/** The parts of a class that were graded apart. */
@Command(
    name = "merge",
    description = "Puts the parts of a class together that were graded with --shard.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example:", "  java -jar grader.jar merge part1 part2 part3 --out grades"})
final class MergeCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 20;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PART", description = "a folder that grade has written")
  private List<Path> parts;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where all files go")
  private Path out;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "of the class: ids, names and addresses are taken from it alone")
  private Path list;

  @Mixin private WorksheetOption worksheet;
  @Mixin private MarkingOption marking;
  @Mixin private LanguageOption language;

  @Override
  public Integer call() throws IOException {
    RunFolder whole = new RunFolder(out);
    if (!whole.isEmpty()) {
      throw new UserError("not.empty", out);
    }
    List<Run> runs = requireAllParts();
    Map<String, Candidate> listed = listed();
    Expected expected = new Expected(runs.get(0));
    Locale said = language.or(runs.get(0).language());
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      RunFolder part = new RunFolder(parts.get(i));
      requireShare(runs.get(i), parts.get(i), listed);
      for (String id : runs.get(i).submissions()) {
        if (!part.isDone(id)) {
          throw new UserError("merge.unfinished", parts.get(i), id);
        }
        results.add(result(part, expected, id, listed));
      }
      for (String stranger : part.strangers(runs.get(i).submissions())) {
        Reason left = Reason.of("merge.stranger", parts.get(i), stranger);
        String line = Visible.line(left.in(said));
        spec.commandLine().getErr().println("grader: " + line);
      }
    }
    NaturalOrder.sort(results);
    List<String> ids = results.stream().map(Result::id).toList();
    Marking marks = marking.read(out, ids);
    Optional<Path> sheet = worksheet.file(out);
    List<Who> all = results.stream().map(Who::of).toList();
    Absentees absentees = WorksheetOption.absentees(sheet, out, all, said, toldAtTheEnd -> {});
    whole.begin(runs.get(0).ofWholeClass(ids));
    for (Result result : results) {
      whole.write(result);
    }
    marking.keep(out);
    worksheet.keep(out);
    return new ClassReport(spec.commandLine(), out, said)
        .write(
            results.stream().map(Result::withoutStories).toList(),
            marks,
            sheet,
            Differences.NONE,
            absentees);
  }

  /** Whoever came, or went, between two parts would be in none, or in two. */
  private void requireSameClass(Run run, Path part, Run first) {
    Set<String> others = new TreeSet<>(run.listed().orElse(List.of()));
    Set<String> all = new TreeSet<>(first.listed().orElse(List.of()));
    if (!others.isEmpty() && !all.isEmpty() && !others.equals(all)) {
      String different =
          Stream.concat(others.stream(), all.stream())
              .filter(id -> !(others.contains(id) && all.contains(id)))
              .map(Visible::line)
              .limit(MOST_NAMED)
              .collect(Collectors.joining(", "));
      throw new UserError("merge.class", part, parts.get(0), different);
    }
  }

  private static void requireOnce(Map<String, Path> owners, String id, Path part) {
    Path other = owners.put(id, part);
    if (other != null) {
      throw new UserError("merge.both", id, other, part);
    }
  }

  /** The class by id, as the list tells it; empty where there is none. */
  private Map<String, Candidate> listed() throws IOException {
    Map<String, Candidate> listed = new TreeMap<>();
    if (list != null) {
      Roster.of(List.of(list), zip -> Optional.empty())
          .candidates()
          .forEach(one -> listed.put(one.id(), one));
    }
    return listed;
  }

  /** Whether a part is the one that grade was given of the list. */
  private void requireShare(Run run, Path part, Map<String, Candidate> listed) {
    Shard shard = Shard.of(Optional.of(run.shard()), Map.of());
    if (list != null && !shard.of(List.copyOf(listed.keySet())).equals(run.submissions())) {
      throw new UserError("merge.other.part", part, shard, list);
    }
  }

  /** What a part tells of a submission, where that can be. */
  private Result result(RunFolder part, Expected expected, String id, Map<String, Candidate> listed)
      throws IOException {
    Optional<Result> read = part.read(id);
    Candidate candidate =
        Optional.ofNullable(listed.get(id))
            .or(() -> read.map(one -> new Candidate(id, out, one.name(), one.email())))
            .orElseGet(() -> new Candidate(id, out, "", ""));
    if (read.isEmpty()) {
      return expected.refused(candidate, Reason.of("merge.unread"));
    }
    return expected
        .misfit(read.get(), candidate)
        .map(what -> expected.refused(candidate, what))
        .orElseGet(read::get);
  }

  /** The runs of the parts, once it is sure that they belong together and none is missing. */
  private List<Run> requireAllParts() throws IOException {
    List<Run> runs = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    Map<String, Path> owners = new TreeMap<>();
    for (Path part : parts) {
      Run run = new RunFolder(part).run().orElseThrow(() -> new UserError("not.graded", part));
      runs.add(run);
      List<String> differences = run.differencesTo(runs.get(0));
      if (!differences.isEmpty()) {
        throw new UserError("merge.differs", part, parts.get(0), String.join("; ", differences));
      }
      requireSameClass(run, part, runs.get(0));
      int total = Shard.of(Optional.of(run.shard()), Map.of()).total();
      for (int i = 1; i <= total; i++) {
        missing.add(i + "/" + total);
      }
      run.submissions().forEach(id -> requireOnce(owners, id, part));
    }
    runs.forEach(run -> missing.remove(run.shard()));
    if (!missing.isEmpty()) {
      throw new UserError(
          "merge.missing", missing.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
    }
    return runs;
  }
}
