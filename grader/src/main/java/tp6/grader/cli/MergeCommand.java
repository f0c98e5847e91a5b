package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tp6.grader.marking.Marking;
import tp6.grader.page.Differences;
import tp6.grader.report.NaturalOrder;
import tp6.grader.report.Run;
import tp6.grader.report.RunFolder;
import tp6.grader.run.Result;

/** The parts of a class that were graded apart. */
@Command(
    name = "merge",
    description = "Puts the parts of a class together that were graded with --shard.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example:", "  java -jar grader.jar merge part1 part2 part3 --out grades"})
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PART", description = "a folder that grade has written")
  private List<Path> parts;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where all files go")
  private Path out;

  @Mixin private WorksheetOption worksheet;
  @Mixin private MarkingOption marking;

  @Override
  public Integer call() throws IOException {
    RunFolder whole = new RunFolder(out);
    if (!whole.isEmpty()) {
      throw new UserError(out + " is not empty: name another folder");
    }
    List<Run> runs = requireAllParts();
    Map<String, Path> owners = new TreeMap<>();
    List<Result> results = new ArrayList<>();
    for (Path part : parts) {
      for (Result result : new RunFolder(part).readAll()) {
        Path other = owners.put(result.id(), part);
        if (other != null) {
          throw new UserError("%s is both in %s and in %s".formatted(result.id(), other, part));
        }
      }
    }
    requireAllSubmissions(runs, owners.keySet());
    Marking marks = marking.read(out, owners.keySet());
    whole.begin(runs.get(0).ofWholeClass(List.copyOf(owners.keySet())));
    for (Path part : parts) {
      for (Result result : new RunFolder(part).readAll()) {
        whole.write(result);
        results.add(result.withoutStories());
      }
    }
    NaturalOrder.sort(results);
    marking.keep(out);
    return new ClassReport(spec.commandLine(), out)
        .write(results, marks, worksheet.file(), Differences.NONE);
  }

  /** The runs of the parts, once it is sure that they belong together and none is missing. */
  private List<Run> requireAllParts() throws IOException {
    List<Run> runs = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    for (Path part : parts) {
      Run run =
          new RunFolder(part)
              .run()
              .orElseThrow(() -> new UserError("grade has not written this folder: " + part));
      runs.add(run);
      List<String> differences = run.differencesTo(runs.get(0));
      if (!differences.isEmpty()) {
        throw new UserError(
            "%s was graded in another way than %s, with %s"
                .formatted(part, parts.get(0), String.join("; ", differences)));
      }
      int total = Integer.parseInt(run.shard().substring(run.shard().indexOf('/') + 1));
      for (int i = 1; i <= total; i++) {
        missing.add(i + "/" + total);
      }
    }
    runs.forEach(run -> missing.remove(run.shard()));
    if (!missing.isEmpty()) {
      throw new UserError("parts are missing: " + String.join(", ", missing));
    }
    return runs;
  }

  private void requireAllSubmissions(List<Run> runs, Set<String> done) {
    for (int i = 0; i < runs.size(); i++) {
      for (String id : runs.get(i).submissions()) {
        if (!done.contains(id)) {
          throw new UserError(
              "%s is not finished, it lacks %s: end it with grade --resume"
                  .formatted(parts.get(i), id));
        }
      }
    }
  }
}
