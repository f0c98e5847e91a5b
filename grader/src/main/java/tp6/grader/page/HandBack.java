package tp6.grader.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tp6.grader.html.Frame;
import tp6.grader.html.Templates;
import tp6.grader.marking.Mark;
import tp6.grader.marking.Marking;
import tp6.grader.report.MoodleFolders;
import tp6.grader.report.ResultMarkdown;
import tp6.grader.report.RunFolder;
import tp6.grader.run.Result;

/** What students get back, each their own page and nothing of others, in one zip for Moodle. */
public final class HandBack {
  private static final String FILE = "feedback.zip";

  /** The same zip for the same grades. */
  private static final long NO_TIME = 315_532_800_000L;

  private HandBack() {}

  /**
   * Writes it, where Moodle's number of somebody is known; whoever has no mark is not in it.
   *
   * @param results of the class; their stories are read from its folder
   * @throws IOException also where the worksheet is none
   */
  public static void write(
      RunFolder run, List<Result> results, Marking marking, Path out, Optional<Path> worksheet)
      throws IOException {
    MoodleFolders folders = new MoodleFolders(worksheet);
    Path zip = out.resolve(FILE);
    if (results.stream().allMatch(result -> folders.of(result).isEmpty())) {
      Files.deleteIfExists(zip);
      return;
    }
    try (ZipOutputStream files = new ZipOutputStream(Files.newOutputStream(zip), UTF_8)) {
      for (Result result : results) {
        Optional<String> folder = folders.of(result);
        Optional<Mark> mark = marking.mark(result);
        if (folder.isPresent() && mark.isPresent()) {
          Result whole = run.read(result.id()).orElse(result);
          put(files, folder.get() + "/grade.html", page(whole, marking));
          put(files, folder.get() + "/grade.md", markdown(whole, mark.get()));
        }
      }
    }
  }

  private static String page(Result result, Marking marking) {
    Frame frame = Frame.in(Locale.forLanguageTag(result.language()));
    return Templates.render(
        "student.jte", StudentPage.of(frame, result, marking, Optional.empty(), List.of()));
  }

  private static String markdown(Result result, Mark mark) {
    StringBuilder text = new StringBuilder("**%s / %s**\n\n".formatted(mark.number(), mark.best()));
    mark.decisions().forEach(decision -> text.append("    ").append(decision).append("\n"));
    return text.append("\n").append(ResultMarkdown.of(result)).toString();
  }

  private static void put(ZipOutputStream files, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(NO_TIME);
    files.putNextEntry(entry);
    files.write(text.getBytes(UTF_8));
    files.closeEntry();
  }
}
