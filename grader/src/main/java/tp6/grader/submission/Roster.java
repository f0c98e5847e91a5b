package tp6.grader.submission;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tp6.grader.course.Course;

/** Finds the submissions of a class: in a folder of them, in a list, or named one by one. */
public final class Roster {
  private final Map<String, Candidate> candidates = new TreeMap<>();

  private Roster() {}

  /**
   * All that the paths stand for, by id.
   *
   * @throws Refused where a path is none of these, or two submissions have one id
   */
  public static List<Candidate> of(List<Path> paths) throws IOException {
    Roster roster = new Roster();
    for (Path path : paths) {
      roster.add(path);
    }
    if (roster.candidates.isEmpty()) {
      throw new Refused("no submission in " + paths.get(0));
    }
    return List.copyOf(roster.candidates.values());
  }

  private void add(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new Refused("no such file or folder: " + path);
    }
    if (path.toString().endsWith(".csv")) {
      addList(path);
    } else if (isZip(path) || isSubmission(path)) {
      add(new Candidate(id(path), path, "", ""));
    } else if (Files.isDirectory(path)) {
      for (Path child : children(path)) {
        if (isZip(child) || Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          add(new Candidate(id(child), child, "", ""));
        }
      }
    } else {
      throw new Refused("neither a folder, a zip nor a list (.csv): " + path);
    }
  }

  private void add(Candidate candidate) throws Refused {
    Candidate other = candidates.put(candidate.id(), candidate);
    if (other != null) {
      throw new Refused(
          "two submissions have the id %s: %s and %s"
              .formatted(candidate.id(), other.path(), candidate.path()));
    }
  }

  /** A list: id, path as seen from the list, name and e-mail if known; a first line of titles. */
  private void addList(Path list) throws IOException {
    try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(list)) {
      for (CsvRecord line : lines) {
        List<String> fields = line.getFields();
        boolean isTitle = line.getStartingLineNumber() == 1 && fields.get(0).equals("id");
        if (isTitle) {
          continue;
        }
        if (fields.size() < 2 || fields.get(0).isBlank() || fields.get(1).isBlank()) {
          throw new Refused(
              "%s, line %d: an id and a path are needed"
                  .formatted(list, line.getStartingLineNumber()));
        }
        add(
            new Candidate(
                fields.get(0).strip(),
                list.resolveSibling(fields.get(1).strip()),
                field(fields, 2),
                field(fields, 3)));
      }
    } catch (RuntimeException e) {
      throw new Refused("not a list that can be read, id,path,name,email: " + list);
    }
  }

  private static String field(List<String> fields, int index) {
    return index < fields.size() ? fields.get(index).strip() : "";
  }

  private static boolean isZip(Path path) {
    return path.toString().endsWith(".zip") && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a folder is a submission itself rather than a folder of them. */
  private static boolean isSubmission(Path folder) throws IOException {
    return GitTree.repositoryIn(folder).isPresent()
        || Arrays.stream(Course.values())
            .anyMatch(exercise -> Files.isDirectory(folder.resolve(exercise.sourceRoot())));
  }

  /** What a submission is called after. */
  public static String id(Path path) {
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    return name.replaceAll("\\.(zip|git)$", "");
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(child -> !child.getFileName().toString().startsWith(".")).forEach(children::add);
    }
    children.sort(Comparator.comparing(Path::toString));
    return children;
  }
}
