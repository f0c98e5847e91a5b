package tp6.grader.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tp6.grader.code.SandboxedReader;
import tp6.grader.course.Course;
import tp6.grader.grade.Isolation;
import tp6.grader.process.Failure;
import tp6.grader.similar.Program.SourceFile;
import tp6.grader.similar.Similarity.LeftOut;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;
import tp6.grader.text.Reason;
import tp6.stage.text.Visible;

/** Reads a class and compares its solutions, exercise by exercise. */
public final class SimilarClass {
  private final Intake.Reading reading;
  private final List<Course> exercises;
  private final Map<Course, Map<String, byte[]>> base;
  private final SandboxedReader parser;
  private final Locale language;
  private final Map<Course, List<Program>> programs = new TreeMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private SimilarClass(
      Intake.Reading reading,
      List<Course> exercises,
      Map<Course, Map<String, byte[]>> base,
      SandboxedReader parser,
      Locale language) {
    this.reading = reading;
    this.exercises = exercises;
    this.base = base;
    this.parser = parser;
    this.language = language;
    exercises.forEach(exercise -> programs.put(exercise, new ArrayList<>()));
  }

  /**
   * Compares a class.
   *
   * @param reading of what was handed in
   * @param base what students were given of their own classes, by exercise and by path below its
   *     source root; empty where that is not known
   * @param top how many pairs are told
   * @param language in which it is told why something is left out
   * @throws Refused where there are not two submissions to compare
   */
  public static Similarity compare(
      List<Candidate> candidates,
      Intake.Reading reading,
      List<Course> exercises,
      Map<Course, Map<String, byte[]>> base,
      int top,
      Locale language)
      throws IOException {
    try (SandboxedReader parser = new SandboxedReader(Isolation.BWRAP, ParserMain.class)) {
      SimilarClass all = new SimilarClass(reading, exercises, base, parser, language);
      for (Candidate candidate : candidates) {
        all.read(candidate);
      }
      List<Solutions> compared = all.compareSolutions();
      List<String> ids = candidates.stream().map(Candidate::id).toList();
      return Ranking.of(ids, compared, base.isEmpty() ? "common" : "starter", all.leftOut, top);
    }
  }

  private void read(Candidate candidate) throws IOException {
    Submission submission;
    try {
      submission = reading.read(candidate.path());
    } catch (IOException | RuntimeException | Error e) {
      // An error, too: a lack of memory over one of them does not stop the others.
      leaveOut(candidate, "", why(e));
      return;
    }
    for (Course exercise : exercises) {
      Map<String, byte[]> sources = submission.sources().get(exercise);
      try {
        if (sources != null) {
          programs.get(exercise).add(parse(candidate.id(), sources));
        } else if (submission.wasRefused(exercise)) {
          throw Refused.because("similar.refused");
        }
      } catch (Refused e) {
        leaveOut(candidate, exercise.module(), e.why());
      }
    }
  }

  private Reason why(Throwable e) {
    if (e instanceof Refused refused) {
      return refused.why();
    }
    String told = e instanceof Failure failure ? failure.in(language) : e.toString();
    return Reason.of("unreadable", told);
  }

  private void leaveOut(Candidate candidate, String exercise, Reason why) {
    leftOut.add(new LeftOut(candidate.id(), exercise, Visible.line(why.in(language))));
  }

  private Program parse(String id, Map<String, byte[]> sources) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    sources.forEach(
        (path, text) -> files.add(new SourceFile(path, new String(text, UTF_8).lines().toList())));
    return new Program(id, files, tokens(sources.values()));
  }

  /** They tell the number of their source, from 0. */
  private List<Token> tokens(Collection<byte[]> sources) throws IOException {
    Optional<byte[]> text = parser.ask(ParserMain.MAPPER.writeValueAsBytes(sources));
    ParserMain.Answer answer;
    try {
      answer = ParserMain.MAPPER.readValue(text.orElseThrow(), ParserMain.Answer.class);
    } catch (NoSuchElementException | JacksonException e) {
      throw Refused.because("similar.lost");
    }
    if (answer.refused().isPresent()) {
      throw new Refused(answer.refused().get());
    }
    return answer.tokens();
  }

  private List<Solutions> compareSolutions() throws IOException {
    List<Solutions> compared = new ArrayList<>();
    for (Course exercise : exercises) {
      compared.add(new Solutions(exercise.module(), programs.get(exercise), baseOf(exercise)));
    }
    compared.removeIf(solutions -> solutions.size() < 2);
    if (compared.isEmpty()) {
      throw Refused.because("similar.none");
    }
    return compared;
  }

  private Optional<Program> baseOf(Course exercise) throws IOException {
    try {
      return base.containsKey(exercise)
          ? Optional.of(parse("", base.get(exercise)))
          : Optional.empty();
    } catch (Refused e) {
      throw new Refused(e.why().at("--base, " + exercise.module()));
    }
  }
}
