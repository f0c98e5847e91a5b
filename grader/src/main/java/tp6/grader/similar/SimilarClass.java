package tp6.grader.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.similar.Program.SourceFile;
import tp6.grader.similar.Similarity.LeftOut;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Folders;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;
import tp6.stage.Visible;

/** Reads a class and compares its solutions, exercise by exercise. */
public final class SimilarClass {
  private final List<Course> exercises;
  private final Map<Course, Map<String, byte[]>> base;
  private final Map<Course, List<Program>> programs = new EnumMap<>(Course.class);
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final CourseFiles course = CourseFiles.packed();
  private int number;

  private SimilarClass(List<Course> exercises, Map<Course, Map<String, byte[]>> base) {
    this.exercises = exercises;
    this.base = base;
    exercises.forEach(exercise -> programs.put(exercise, new ArrayList<>()));
  }

  /**
   * Compares a class.
   *
   * @param base what students were given of their own classes, by exercise and path; nothing where
   *     that is not known
   * @param top how many pairs are told
   * @throws Refused where there are not two submissions to compare
   */
  public static Similarity compare(
      List<Candidate> candidates,
      List<Course> exercises,
      Map<Course, Map<String, byte[]>> base,
      int top)
      throws IOException {
    SimilarClass all = new SimilarClass(exercises, base);
    Path scratch = Files.createTempDirectory("tp6-similar-");
    try (ParserJvm parser = new ParserJvm()) {
      for (Candidate candidate : candidates) {
        all.read(candidate, parser, scratch);
      }
      return all.rank(candidates, parser, scratch, top);
    } finally {
      Folders.delete(scratch);
    }
  }

  private Similarity rank(List<Candidate> candidates, ParserJvm parser, Path scratch, int top)
      throws IOException {
    Map<Course, Corpus> corpora = new EnumMap<>(Course.class);
    for (Course exercise : exercises) {
      Corpus corpus = new Corpus(programs.get(exercise), baseOf(exercise, parser, scratch));
      if (corpus.size() > 1) {
        corpora.put(exercise, corpus);
      }
    }
    if (corpora.isEmpty()) {
      throw new Refused("there are no two solutions of one exercise to compare");
    }
    List<String> ids = candidates.stream().map(Candidate::id).toList();
    return new Ranking(ids, corpora, base.isEmpty() ? "common" : "starter", leftOut).of(top);
  }

  private Optional<Program> baseOf(Course exercise, ParserJvm parser, Path scratch)
      throws IOException {
    Map<String, byte[]> sources = base.get(exercise);
    if (sources == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse("", sources, parser, scratch));
    } catch (ParserJvm.Unreadable e) {
      throw new Refused("the starter's " + exercise.module() + " " + e.getMessage());
    }
  }

  private void read(Candidate candidate, ParserJvm parser, Path scratch) throws IOException {
    Submission submission;
    try {
      submission = Intake.of(candidate.path(), course);
    } catch (IOException | RuntimeException | Error e) {
      // An error, too: a lack of memory over one of them does not stop the others.
      String why = e instanceof Refused ? e.getMessage() : "cannot be read: " + e;
      leftOut.add(new LeftOut(candidate.id(), "", Visible.line(why)));
      return;
    }
    for (Course exercise : exercises) {
      Map<String, byte[]> sources = submission.sources().get(exercise);
      try {
        if (sources != null) {
          programs.get(exercise).add(parse(candidate.id(), sources, parser, scratch));
        } else if (submission.wasRefused(exercise)) {
          throw new ParserJvm.Unreadable("is refused; grade tells why");
        }
      } catch (ParserJvm.Unreadable e) {
        leftOut.add(new LeftOut(candidate.id(), exercise.module(), Visible.line(e.getMessage())));
      }
    }
  }

  /** Of files in a folder that says nothing of whose they are, in an encoding that is right. */
  private Program parse(String id, Map<String, byte[]> sources, ParserJvm parser, Path scratch)
      throws IOException, ParserJvm.Unreadable {
    Path folder = scratch.resolve(Integer.toString(number++));
    List<SourceFile> files = new ArrayList<>();
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, byte[]> source : sources.entrySet()) {
      String text = new String(source.getValue(), UTF_8);
      Path file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      paths.add(file);
      files.add(new SourceFile(source.getKey(), text.lines().toList()));
    }
    try {
      return new Program(id, files, parser.parse(paths));
    } finally {
      Folders.delete(folder);
    }
  }
}
