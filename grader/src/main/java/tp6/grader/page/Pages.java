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
import tp6.grader.page.StudentPage.Beside;
import tp6.grader.page.StudentPage.Neighbour;
import tp6.grader.store.RunFolder;
import tp6.stage.Visible;

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
   * @return the page of the class
   */
  public static Path write(
      RunFolder run, List<Result> results, Marking marking, Path out, Differences differences)
      throws IOException {
    String language = results.isEmpty() ? "en" : results.get(0).language();
    Frame frame = Frame.in(Locale.forLanguageTag(language));
    Files.createDirectories(out.resolve(STUDENTS));
    ClassPage page = new ClassPage(frame, marking, StageHead.of(results));
    for (int i = 0; i < results.size(); i++) {
      Result whole = run.read(results.get(i).id()).orElse(results.get(i));
      Beside beside = new Beside(neighbour(results, i - 1), neighbour(results, i + 1));
      Templates.render(
          "student.jte",
          StudentPage.of(frame, whole, marking, Optional.of(beside), differences.of(whole)),
          out.resolve(STUDENTS).resolve(file(whole)));
      page.add(whole, STUDENTS + "/" + href(whole));
    }
    Path index = out.resolve("index.html");
    Templates.render("class.jte", page, index);
    return index;
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
