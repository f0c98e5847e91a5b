package tp6.grader.page;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.html.Frame;
import tp6.grader.html.Templates;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.page.StudentPage.Beside;
import tp6.grader.page.StudentPage.Neighbour;
import tp6.grader.store.RunFolder;
import tp6.stage.text.Visible;

/**
 * Writes the pages about a class. Results come with their stories one at a time, however large the
 * class is.
 */
public final class Pages {
  private static final String STUDENTS = "students";

  private Pages() {}

  /**
   * Writes them in place of those of an earlier writing; a run never loses a submission.
   *
   * @param results of the class, in its order; their stories are read from its folder
   * @param differences to a reference
   * @param absentees who are named on the page of the class
   * @return the page of the class
   */
  public static Path write(
      RunFolder run,
      List<Result> results,
      Marking marking,
      Path out,
      Differences differences,
      Absentees absentees)
      throws IOException {
    String language = results.isEmpty() ? "en" : results.get(0).language();
    Frame frame = Frame.in(Locale.forLanguageTag(language));
    Files.createDirectories(out.resolve(STUDENTS));
    ClassPage page = new ClassPage(frame, marking, StageHead.of(results), absentees);
    for (int i = 0; i < results.size(); i++) {
      Result whole = run.whole(results.get(i));
      Templates.render(
          "student.jte",
          student(frame, whole, results, i, marking, differences),
          out.resolve(STUDENTS).resolve(file(whole)));
      page.add(whole, address(whole));
    }
    Path index = out.resolve("index.html");
    Templates.render("class.jte", page, index);
    return index;
  }

  /** What there is to show of a class that is at work still. */
  public static ClassPage ofClass(Frame frame, RunFolder run, List<Result> results, Marking marking)
      throws IOException {
    ClassPage page = new ClassPage(frame, marking, StageHead.of(results), Absentees.NONE);
    for (Result result : results) {
      page.add(run.whole(result), address(result));
    }
    return page;
  }

  /** The page of one of them, which may be at work still, too. */
  public static String ofStudent(
      Frame frame, RunFolder run, List<Result> results, int at, Marking marking)
      throws IOException {
    Result whole = run.whole(results.get(at));
    return Templates.render(
        "student.jte", student(frame, whole, results, at, marking, Differences.NONE));
  }

  /** Where the page of a student is, as seen from that of the class. */
  public static String address(Result result) {
    return STUDENTS + "/" + href(result);
  }

  private static StudentPage student(
      Frame frame,
      Result whole,
      List<Result> results,
      int at,
      Marking marking,
      Differences differences)
      throws IOException {
    Beside beside = new Beside(neighbour(results, at - 1), neighbour(results, at + 1));
    return StudentPage.of(frame, whole, marking, Optional.of(beside), differences.of(whole));
  }

  private static Optional<Neighbour> neighbour(List<Result> results, int at) {
    return at < 0 || at >= results.size()
        ? Optional.empty()
        : Optional.of(
            new Neighbour(Visible.line(results.get(at).id()), "./" + href(results.get(at))));
  }

  private static String file(Result result) {
    return RunFolder.nameFor(result.id()) + ".html";
  }

  private static String href(Result result) {
    try {
      return new URI(null, null, "/" + file(result), null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no name for a file: " + file(result), e);
    }
  }
}
