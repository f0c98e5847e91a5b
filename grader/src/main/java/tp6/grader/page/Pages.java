package tp6.grader.page;

import gg.jte.output.FileOutput;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tp6.grader.report.RunFolder;
import tp6.grader.run.Result;

/**
 * Writes the pages about a class. Results come with their stories one at a time, however large the
 * class is.
 */
public final class Pages {
  private static final String STUDENTS = "students";

  private final RunFolder run;
  private final Path out;
  private final Frame frame;
  private final Differences differences;

  private Pages(RunFolder run, Path out, Locale language, Differences differences) {
    this.differences = differences;
    this.run = run;
    this.out = out;
    this.frame = Frame.in(language);
  }

  /**
   * Writes them.
   *
   * @param results of the class, by id; their stories are read from its folder
   * @param differences to a reference
   * @return the page of the class
   */
  public static Path write(RunFolder run, List<Result> results, Path out, Differences differences)
      throws IOException {
    String language = results.isEmpty() ? "en" : results.get(0).language();
    return new Pages(run, out, Locale.forLanguageTag(language), differences).write(results);
  }

  /** Those of an earlier writing are replaced; a run never loses a submission. */
  private Path write(List<Result> results) throws IOException {
    Files.createDirectories(out.resolve(STUDENTS));
    ClassPage page = new ClassPage(frame, StageHead.of(results));
    for (Result result : results) {
      Result whole = run.read(result.id()).orElse(result);
      String file = RunFolder.nameFor(result.id()) + ".html";
      StudentPage student = StudentPage.of(frame, whole, differences.of(whole));
      render("student.jte", student, out.resolve(STUDENTS).resolve(file));
      page.add(whole, href(file));
    }
    Path index = out.resolve("index.html");
    render("class.jte", page, index);
    return index;
  }

  private void render(String template, Object page, Path file) throws IOException {
    try (FileOutput output = new FileOutput(file)) {
      Templates.render(template, page, output);
    }
  }

  private static String href(String file) {
    try {
      return new URI(null, null, STUDENTS + "/" + file, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no name for a file: " + file, e);
    }
  }
}
