package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Tree.Entry;

/** Takes the student's own sources, file by file, and notes what it leaves behind. */
final class Sources {
  private static final int MAX_SIZE = 256 * 1024;
  private static final int MAX_ANSWERS = 16 * 1024;
  private static final int MAX_FILES = 200;
  private static final int MAX_TOTAL = 2 * 1024 * 1024;
  private static final Pattern PATH = Pattern.compile("[^\\p{Cntrl}\\\\]{1,250}");
  private static final String LFS = "version https://git-lfs.github.com/spec/";

  private final CourseFiles course;
  private final Tree tree;
  private final Map<Course, Map<String, byte[]>> sources = new TreeMap<>();
  private final Map<String, String> answers = new TreeMap<>();
  private final List<Note> notes = new ArrayList<>();
  private int files;
  private int total;

  Sources(CourseFiles course, Tree tree) {
    this.course = course;
    this.tree = tree;
    notes.addAll(tree.notes());
  }

  Submission submission() {
    return new Submission(sources, answers, notes, Optional.empty());
  }

  /**
   * Takes an entry, or leaves it.
   *
   * @param path as the course sees it
   * @param place what there is to say of its place
   */
  void take(Entry entry, String path, Optional<Reason> place) throws IOException {
    if (place.isPresent() && !place.get().isOfTaken()) {
      note(entry.path(), oddity(entry, path).orElse(place.get()));
      return;
    }
    if (Course.all().stream().anyMatch(one -> path.equals(one.answers()))) {
      takeAnswers(entry, path).ifPresent(reason -> note(path, reason));
      return;
    }
    Optional<Course> exercise =
        Course.all().stream().filter(one -> path.startsWith(one.sourceFolder())).findFirst();
    boolean isGiven = course.find(path).isPresent();
    boolean isSource = path.toLowerCase(Locale.ROOT).endsWith(".java") && !isModuleInfo(path);
    Optional<Reason> reason =
        exercise.isPresent() && !isGiven && isSource
            ? takeSource(entry, exercise.get(), path)
            : whyIgnored(entry, path);
    reason.or(() -> place).ifPresent(why -> note(why.isOfTaken() ? entry.path() : path, why));
  }

  /** For the lecturer to read: nothing depends on them. */
  private Optional<Reason> takeAnswers(Entry entry, String path) throws IOException {
    Optional<Reason> oddity = oddity(entry, path);
    if (oddity.isPresent()) {
      return oddity;
    }
    Optional<byte[]> content = tree.read(entry, MAX_ANSWERS);
    if (content.isEmpty() || whyNoSource(content.get()).isPresent()) {
      return Optional.of(Reason.ANSWERS);
    }
    String text = text(content.get());
    if (course.find(path).filter(given -> text(given).equals(text)).isEmpty()) {
      answers.put(path, text);
    }
    return Optional.empty();
  }

  private void note(String path, Reason reason) {
    if (reason != Reason.ADDED || !Noise.isHidden(path)) {
      notes.add(new Note(path, reason));
    }
  }

  /** Takes a source, or tells why not. */
  private Optional<Reason> takeSource(Entry entry, Course exercise, String path)
      throws IOException {
    Optional<Reason> oddity = oddity(entry, path);
    if (oddity.isPresent()) {
      return oddity;
    }
    // As a Mac packs it, an accent is a letter of its own, and javac wants it as it is in the text.
    String key =
        Normalizer.normalize(path.substring(exercise.sourceRoot().length()), Normalizer.Form.NFC);
    if (!JavaPath.isValid(key) || sources.getOrDefault(exercise, Map.of()).containsKey(key)) {
      return Optional.of(Reason.NAME);
    }
    if (files == MAX_FILES) {
      return Optional.of(Reason.TOO_MANY);
    }
    Optional<byte[]> content = tree.read(entry, Math.min(MAX_SIZE, MAX_TOTAL - total));
    if (content.isEmpty()) {
      return Optional.of(Reason.TOO_LARGE);
    }
    Optional<Reason> other = whyNoSource(content.get());
    if (other.isPresent()) {
      return other;
    }
    files++;
    total += content.get().length;
    sources.computeIfAbsent(exercise, one -> new TreeMap<>()).put(key, content.get());
    return Optional.empty();
  }

  private static Optional<Reason> whyNoSource(byte[] content) {
    String start = new String(content, 0, Math.min(content.length, LFS.length()), ISO_8859_1);
    if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
      return Optional.of(Reason.ENCODING);
    }
    if (start.equals(LFS)) {
      return Optional.of(Reason.LFS);
    }
    int[] zeros = new int[2];
    for (int i = 0; i < content.length; i++) {
      zeros[i % 2] += content[i] == 0 ? 1 : 0;
    }
    int most = Math.max(zeros[0], zeros[1]);
    if (most > content.length / 4 && Math.min(zeros[0], zeros[1]) == 0) {
      // UTF-16 without its mark: of nearly each letter, one half is zero, and always the same.
      return Optional.of(Reason.ENCODING);
    }
    return most == 0 ? Optional.empty() : Optional.of(Reason.BINARY);
  }

  private Optional<Reason> whyIgnored(Entry entry, String path) throws IOException {
    Optional<Reason> oddity = oddity(entry, path);
    if (oddity.isPresent()) {
      return oddity;
    }
    Optional<byte[]> own = course.find(path);
    if (own.isEmpty()) {
      Reason why = isAlmostSource(path) ? Reason.NAME : Reason.ADDED;
      return Optional.of(isModuleInfo(path) ? Reason.MODULE_INFO : why);
    }
    boolean same =
        tree.read(entry, MAX_SIZE)
            .filter(content -> text(content).equals(text(own.get())))
            .isPresent();
    return same ? Optional.empty() : Optional.of(Reason.CHANGED);
  }

  private static Optional<Reason> oddity(Entry entry, String path) {
    if (!PATH.matcher(path).matches()
        || path.startsWith("/")
        || Arrays.asList(path.split("/")).contains("..")) {
      return Optional.of(Reason.PATH);
    }
    return switch (entry.kind()) {
      case FILE -> Optional.empty();
      case LINK -> Optional.of(Reason.LINK);
      case SUBMODULE -> Optional.of(Reason.SUBMODULE);
      case SPECIAL -> Optional.of(Reason.SPECIAL);
    };
  }

  /** Such as {@code ClockServer.java.txt}, whose ending a Windows does not show. */
  private static boolean isAlmostSource(String path) {
    return path.substring(path.lastIndexOf('/') + 1).contains(".java")
        && Course.all().stream().anyMatch(one -> path.startsWith(one.sourceFolder()));
  }

  private static boolean isModuleInfo(String path) {
    return path.endsWith("/module-info.java");
  }

  /** Line ends are those of the student's system. */
  private static String text(byte[] content) {
    return new String(content, UTF_8).replace("\r\n", "\n");
  }
}
