package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tp6.grader.doctor.SandboxCheck;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Rules;
import tp6.grader.live.Board;
import tp6.grader.live.LivePages;
import tp6.grader.live.LiveServer;
import tp6.grader.live.Session;
import tp6.grader.live.Written;
import tp6.grader.marking.Marking;
import tp6.grader.run.Grader;
import tp6.grader.run.HandIns;
import tp6.grader.store.Expected;
import tp6.grader.store.Run;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Roster;
import tp6.grader.text.UserError;
import tp6.stage.text.Words;

/** A class at work. */
@Command(
    name = "live",
    description = "Shows a class at work: grades what is new, and who stands where since when.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "1:something could not be read or written",
      "2:wrong command line, port, list or folder, told before anything starts",
      "130:ended with Ctrl-C"
    },
    footer = {
      "",
      "A page on this computer tells it, at an address that nobody else knows; it goes on",
      "by itself. What counts of a working copy is what counts for grade: the commit at HEAD.",
      "Forks elsewhere are cloned first, and pulled as often as you like.",
      "",
      "Examples:",
      "  java -jar grader.jar live forks.csv",
      "  java -jar grader.jar live forks/ --exercise clock --port 8017 --stuck 10",
      "  java -jar grader.jar live --read-only grades"
    })
final class LiveCommand implements Callable<Integer> {
  private static final int MOST_MINUTES = 600;
  private static final int LAST_PORT = 65_535;
  private static final Pattern ADDRESS = Pattern.compile("\\b[a-z+]{2,}:/|[\\w.-]+@[\\w.-]+:");

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FORKS",
      description = "a list of working copies (.csv), a folder of them, or single ones")
  private List<Path> forks = List.of();

  @Option(
      names = "--read-only",
      paramLabel = "DIR",
      description = "grade nothing, and show what grade writes, or a CI, into this folder")
  private Optional<Path> readOnly = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the results go, as those of grade do (default: ${DEFAULT-VALUE})",
      defaultValue = "live")
  private Path out;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "of the page, on 127.0.0.1 (default: any that is free)",
      defaultValue = "0")
  private int port;

  @Option(
      names = "--stuck",
      paramLabel = "MINUTES",
      description =
          "how long somebody loses the same stage to be stuck (default: ${DEFAULT-VALUE})",
      defaultValue = "15")
  private int stuck;

  @Mixin private RuleOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new UserError("number", "--port", 0, LAST_PORT, port);
    }
    if (stuck < 1 || stuck > MOST_MINUTES) {
      throw new UserError("number", "--stuck", 1, MOST_MINUTES, stuck);
    }
    if (forks.isEmpty() == readOnly.isEmpty()) {
      throw new UserError("live.what");
    }
    Board board = new Board(Duration.ofMinutes(stuck));
    return readOnly.isPresent() ? show(readOnly.get(), board) : grade(board);
  }

  private int show(Path place, Board board) throws IOException {
    Written written = new Written(place, board);
    Run run = written.run();
    try (LiveServer server = server()) {
      written.round();
      server.show(pages(run, place, board));
      return rounds("live.ended", server, run, place).go(written::round, () -> {}, () -> {});
    }
  }

  private int grade(Board board) throws IOException, InterruptedException {
    Words words = options.words();
    forks.forEach(LiveCommand::requirePath);
    List<Candidate> all = roll();
    all.forEach(one -> requirePath(one.path()));
    Isolation isolation = options.isolation(RuleOptions.Level.AUTO);
    new Preflight(words).examine();
    try (LiveServer server = server();
        HandIns handIns = new HandIns(isolation, 1, options.language())) {
      if (isolation == Isolation.BWRAP) {
        SandboxCheck.requireSafe(words);
      } else {
        spec.commandLine().getErr().println(words.say("not.isolated"));
      }
      Rules rules =
          new RunBegin(out, true, options.seed().isPresent(), spec.commandLine().getErr(), words)
              .with(options.rules(OptionalInt.empty(), isolation), Shard.WHOLE, all);
      RunFolder folder = new RunFolder(out);
      Run run = folder.run().orElseThrow();
      try (Grader grader = new Grader(rules, options.jobs(), handIns)) {
        new Preflight(words).examine(grader);
        grader.expectMany();
        GradedLines told = new GradedLines(spec.commandLine().getOut(), words);
        Session session =
            new Session(this::roll, rules.exercises(), folder, grader, handIns::read, board, told);
        session.resume(all, new Expected(run));
        server.show(pages(run, out, board));
        return rounds("live.ended.graded", server, run, out)
            .go(session::round, session::glance, session::end);
      }
    }
  }

  /** Who is there now. */
  private List<Candidate> roll() throws IOException {
    List<Candidate> all = Roster.of(forks).candidates();
    RunFolder.requireApart(all.stream().map(Candidate::id).toList());
    return all;
  }

  private static void requirePath(Path path) {
    if (ADDRESS.matcher(path.toString()).find()) {
      throw new UserError("live.address", path);
    }
  }

  private LiveServer server() throws IOException {
    try {
      return LiveServer.at(port);
    } catch (BindException e) {
      throw new UserError("live.port", port, e.getMessage());
    }
  }

  private LivePages pages(Run run, Path place, Board board) throws IOException {
    Marking marking = new MarkingOption().read(place, run.submissions());
    Locale language = options.languageOr(run.language());
    return new LivePages(language, new RunFolder(place), marking, board);
  }

  /** Tells where the page is, and in the end how to go on. */
  private Rounds rounds(String ended, LiveServer server, Run run, Path place) {
    PrintWriter screen = spec.commandLine().getOut();
    Words words = LanguageOption.words(options.languageOr(run.language()));
    screen.println(words.say("live.address", server.address()));
    screen.flush();
    return new Rounds(screen, words.say(ended, place));
  }
}
