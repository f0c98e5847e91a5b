package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tp6.grader.text.Spreadsheet;

/** Finds the submissions of a class: in a folder of them, in a list, or named one by one. */
public final class Roster {
  private static final int FEW = 2;
  private static final int MANY = 3;

  private final Unpacker unpacker;
  private final Map<String, Candidate> candidates = new TreeMap<>();
  private final List<Path> leftAside = new ArrayList<>();

  /** Unpacks the archive of a class. */
  @FunctionalInterface
  public interface Unpacker {
    /** Where its submissions are; empty where it is none. A folder may be one of such files. */
    Optional<Path> unpackedClass(Path archive) throws IOException;
  }

  private Roster(Unpacker unpacker) {
    this.unpacker = unpacker;
  }

  /**
   * All that the paths stand for.
   *
   * @throws Refused where a path is none of these, or two submissions have one id
   */
  public static Roster of(List<Path> paths) throws IOException {
    return of(paths, archive -> Optional.empty());
  }

  /**
   * The same, of which an archive may also be a whole class.
   *
   * @param unpacker unpacks such an archive
   */
  public static Roster of(List<Path> paths, Unpacker unpacker) throws IOException {
    Roster roster = new Roster(unpacker);
    for (Path path : paths) {
      roster.add(path);
    }
    if (roster.candidates.isEmpty()) {
      throw Refused.because("no.submission", paths.get(0));
    }
    return roster;
  }

  /** By id. */
  public List<Candidate> candidates() {
    return List.copyOf(candidates.values());
  }

  /** What lies beside the submissions and is none. */
  public List<Path> leftAside() {
    return List.copyOf(leftAside);
  }

  private void add(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw Refused.because("no.such", path);
    }
    boolean isList = path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    if (isList && !Files.isDirectory(path)) {
      addList(path);
    } else if (isArchive(path)) {
      Optional<Path> unpacked = unpacker.unpackedClass(path);
      if (unpacked.isPresent()) {
        addFolder(unpacked.get());
      } else {
        add(new Candidate(id(path), path, "", ""));
      }
    } else if (FolderTree.isSubmission(path) && !isClass(path)) {
      add(new Candidate(id(path), path, "", ""));
    } else if (Files.isDirectory(path)) {
      addFolder(path);
    } else {
      throw Refused.because("no.class", path);
    }
  }

  private void addFolder(Path folder) throws IOException {
    List<Path> children = children(folder);
    List<Download> files =
        children.stream()
            .flatMap(child -> Download.of(name(child)).stream())
            .filter(download -> !download.isText())
            .toList();
    Optional<Path> grouped =
        children.stream().anyMatch(Roster::isFileOfDownload)
            ? unpacker.unpackedClass(folder)
            : Optional.empty();
    if (grouped.isPresent()) {
      addFolder(grouped.get());
      children.removeIf(Roster::isFileOfDownload);
    }
    for (Path child : children) {
      boolean isBesideFiles =
          Download.of(name(child))
              .filter(one -> one.isText() && files.stream().anyMatch(one::isBySame))
              .isPresent();
      if (!isBesideFiles && (isArchive(child) || isFolder(child) && !GraderOutput.is(child))) {
        add(new Candidate(id(child), child, "", ""));
      } else {
        leftAside.add(child);
      }
    }
  }

  private void add(Candidate candidate) throws Refused {
    Candidate other = candidates.put(candidate.id(), candidate);
    if (other != null) {
      throw Refused.because("same.id", candidate.id(), other.path(), candidate.path());
    }
  }

  /** A list: id, path as seen from the list, name and e-mail if known; a first line of titles. */
  private void addList(Path list) throws IOException {
    try {
      List<Spreadsheet.Line> lines = Spreadsheet.read(list);
      if (lines.isEmpty()) {
        return;
      }
      RosterColumns columns = RosterColumns.in(lines.get(0), list);
      for (Spreadsheet.Line line : lines.subList(columns.areTitled() ? 1 : 0, lines.size())) {
        add(list, columns, line);
      }
    } catch (RuntimeException e) {
      throw Refused.because("list.unreadable", list);
    }
  }

  private void add(Path list, RosterColumns columns, Spreadsheet.Line line) throws Refused {
    String id = columns.id(line);
    if (id.isEmpty() || columns.path(line).isEmpty()) {
      throw Refused.because("list.line", list, line.number());
    }
    if (line.cells().stream().anyMatch(cell -> cell.lines().count() > 1)) {
      throw Refused.because("list.quote", list, line.number());
    }
    Path path = list.resolveSibling(columns.path(line));
    add(new Candidate(id, path, columns.name(line), columns.email(line)));
  }

  private static boolean isArchive(Path path) {
    return Archives.isName(path.toString()) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isFileOfDownload(Path path) {
    return Download.isFile(name(path)) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether what is in one repository is a whole class. */
  private static boolean isClass(Path folder) throws IOException {
    if (FolderTree.hasExercise(folder)) {
      return false;
    }
    List<Path> folders = children(folder).stream().filter(Roster::isFolder).toList();
    return folders.stream().filter(one -> Download.of(name(one)).isPresent()).count() >= FEW
        || folders.stream().filter(FolderTree::isSubmission).count() >= MANY;
  }

  /** What a submission is called after. */
  public static String id(Path path) {
    return Normalizer.normalize(
        Archives.withoutEnding(name(path.toAbsolutePath().normalize())), Normalizer.Form.NFC);
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(child -> !name(child).startsWith(".") && !name(child).equals("__MACOSX"))
          .forEach(children::add);
    }
    children.sort(Comparator.comparing(Path::toString));
    return children;
  }
}
