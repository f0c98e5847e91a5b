package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.marking.Handouts;
import tp6.grader.starter.BrokenCourse;
import tp6.grader.starter.Pin;
import tp6.grader.starter.Starter;
import tp6.grader.starter.StarterFolder;
import tp6.grader.text.UserError;
import tp6.stage.text.Words;

/** From the course to what students fork. */
@Command(
    name = "starter",
    description = "Writes what students fork: the course without its solutions.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  java -jar grader.jar starter --out ../tp6-starter --git \\",
      "      --grader-url https://example.org/tp6/grader.jar",
      "  java -jar grader.jar starter --out ../tp6-week3 --solved clock,echo-single"
    })
final class StarterCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "the course, with its solutions (default: this folder)",
      defaultValue = ".")
  private Path course;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "where it goes")
  private Path out;

  @Option(
      names = "--solved",
      split = ",",
      paramLabel = "NAME",
      completionCandidates = ExerciseNames.class,
      description = "exercises that come with their solution")
  private List<String> solved = List.of();

  @Option(
      names = "--grader-url",
      paramLabel = "URL",
      description = "where the CI of forks will find this very grader.jar")
  private URI address;

  @Option(
      names = "--marking",
      paramLabel = "FILE",
      description = "rules for marks (.properties): the handouts' tables show their points")
  private Optional<Path> marking;

  @Option(names = "--force", description = "write into a folder that is not empty")
  private boolean force;

  @Option(names = "--git", description = "make it a git repository with one commit")
  private boolean git;

  @Mixin private LanguageOption language;

  @Override
  public Integer call() throws IOException {
    new Preflight(language.words()).requireCompiler();
    Set<Course> exercises = new TreeSet<>();
    solved.forEach(name -> exercises.add(CommonOptions.exercise(name)));
    if (!Starter.isCourse(course)) {
      throw new UserError("no.course", course);
    }
    if (!force && !StarterFolder.isFree(out)) {
      throw new UserError("not.empty.force", out);
    }
    if (git && Files.exists(out.resolve(".git"))) {
      throw new UserError("git.already", out);
    }
    try {
      Map<String, byte[]> files = Starter.of(course, exercises);
      write(pinned(marking.isPresent() ? Handouts.following(marking.get(), files) : files));
      return 0;
    } catch (BrokenCourse e) {
      PrintWriter err = spec.commandLine().getErr();
      e.in(language.get()).lines().forEach(err::println);
      err.println("grader: " + language.words().say("starter.none"));
      return ExitStatus.NOT_GRADED;
    }
  }

  private Map<String, byte[]> pinned(Map<String, byte[]> files) throws IOException {
    if (address == null) {
      return files;
    }
    Path jar = CourseFiles.rootOf(StarterCommand.class);
    if (!Files.isRegularFile(jar)) {
      throw new UserError("grader.url");
    }
    return Pin.of(address, jar).in(files);
  }

  private void write(Map<String, byte[]> files) throws IOException {
    StarterFolder.write(files, out);
    if (git) {
      StarterFolder.commit(files, out);
    }
    PrintWriter screen = spec.commandLine().getOut();
    Words words = language.words();
    screen.println(words.say("starter.written", files.size(), out));
    if (address == null) {
      screen.println(words.say("starter.no.url"));
    }
    screen.println(words.say("starter.next", typed(out), Course.all().get(0)));
  }

  /** As a shell takes it for one word. */
  private static String typed(Path folder) {
    String name = folder.toString();
    return name.matches("[\\w./~+-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
