package tp6.grader.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tp6.grader.grade.Result;
import tp6.grader.html.Frame;
import tp6.grader.html.Templates;
import tp6.grader.marking.Mark;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.moodle.MoodleFolders;
import tp6.grader.report.ResultMarkdown;
import tp6.grader.store.RunFolder;

/**
 * What students get back, each their own page and nothing of others: a file beside their grade, and
 * one zip for Moodle.
 */
public final class HandBack {
  private static final String FILE = "feedback.zip";

  /** The same zip for the same grades. */
  private static final long NO_TIME = 315_532_800_000L;

  private HandBack() {}

  /**
   * Writes them; in the zip are those whose number in Moodle is known. Whoever has no mark gets
   * nothing.
   *
   * @param results of the class; their stories are read from its folder
   * @param absentees of the whole class, where this is a part of one
   * @throws IOException also where the worksheet is none
   */
  public static void write(
      RunFolder run,
      List<Result> results,
      Marking marking,
      Path out,
      Optional<Path> worksheet,
      Absentees absentees)
      throws IOException {
    for (Result result : results) {
      Optional<Mark> mark = marking.mark(result);
      Result whole = mark.isPresent() ? run.whole(result) : result;
      run.writeFeedback(result.id(), mark.map(one -> markdown(whole, one)));
    }
    Map<String, Result> owners = owners(results, new MoodleFolders(worksheet, results, absentees));
    owners.values().removeIf(result -> marking.mark(result).isEmpty());
    Path zip = out.resolve(FILE);
    if (owners.isEmpty()) {
      Files.deleteIfExists(zip);
      return;
    }
    try (ZipOutputStream files = new ZipOutputStream(Files.newOutputStream(zip), UTF_8)) {
      for (Map.Entry<String, Result> owner : owners.entrySet()) {
        Result whole = run.whole(owner.getValue());
        put(files, owner.getKey() + "/grade.html", page(whole, marking));
        put(files, owner.getKey() + "/grade.md", markdown(whole, marking.mark(whole).get()));
      }
    }
  }

  /** By folder; one that several hand-ins claim is nobody's. */
  private static Map<String, Result> owners(List<Result> results, MoodleFolders folders) {
    Map<String, Result> owners = new LinkedHashMap<>();
    Set<String> shared = new HashSet<>();
    for (Result result : results) {
      for (String folder : folders.of(result)) {
        if (owners.put(folder, result) != null) {
          shared.add(folder);
        }
      }
    }
    owners.keySet().removeAll(shared);
    return owners;
  }

  private static String page(Result result, Marking marking) {
    Frame frame = Frame.in(Locale.forLanguageTag(result.language()));
    return Templates.render(
        "student.jte", StudentPage.of(frame, result, marking, Optional.empty(), List.of()));
  }

  private static String markdown(Result result, Mark mark) {
    StringBuilder text = new StringBuilder("**%s / %s**\n\n".formatted(mark.number(), mark.best()));
    Stream.concat(mark.rules().stream(), mark.decisions().stream())
        .forEach(line -> text.append("    ").append(line).append("\n"));
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
