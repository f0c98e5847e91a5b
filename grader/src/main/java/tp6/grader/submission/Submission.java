package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.text.Reason;
import tp6.grader.text.Sha256;

/**
 * What was taken from what a student has handed in.
 *
 * @param sources by exercise, and there by path below the exercise's source root
 * @param answers to the questions of the handouts, as text, by path as in what was handed in
 * @param notes what was not taken, by path
 * @param handedIn when; empty where that was not asked for
 */
public record Submission(
    Map<Course, Map<String, byte[]>> sources,
    Map<String, String> answers,
    List<Note> notes,
    Optional<Instant> handedIn) {
  private static final int MAX_NOTES = 200;
  private static final int MAX_PATH = 300;

  public Submission {
    sources = Map.copyOf(sources);
    answers = Map.copyOf(answers);
    notes = few(notes);
  }

  /** Those that count most: nobody reads more, and somebody may hand in more to fill a disk. */
  private static List<Note> few(List<Note> notes) {
    return notes.stream()
        .sorted(Comparator.comparing(note -> !note.reason().isRefusal()))
        .limit(MAX_NOTES)
        .sorted(Comparator.comparing(Note::path))
        .map(note -> note.path().length() > MAX_PATH ? note.shortened(MAX_PATH) : note)
        .toList();
  }

  /** The same with notes on what lies beside it. */
  Submission with(List<Note> more) {
    return new Submission(
        sources, answers, Stream.concat(notes.stream(), more.stream()).toList(), handedIn);
  }

  /** The same, handed in at that time. */
  Submission handedIn(Instant time) {
    return new Submission(sources, answers, notes, Optional.of(time));
  }

  /** Of what was taken: another one where that is not quite the same. */
  public String digest() {
    MessageDigest digest = Sha256.begin();
    new TreeMap<>(sources)
        .forEach(
            (exercise, files) ->
                new TreeMap<>(files)
                    .forEach(
                        (path, content) -> {
                          digest.update((exercise + "/" + path + "\0").getBytes(UTF_8));
                          digest.update(ByteBuffer.allocate(4).putInt(0, content.length));
                          digest.update(content);
                        }));
    new TreeMap<>(answers)
        .forEach((path, text) -> digest.update((path + "\0" + text + "\0").getBytes(UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of what was taken of each exercise. */
  public Map<Course, String> digests() {
    Map<Course, String> digests = new TreeMap<>();
    sources.forEach((exercise, files) -> digests.put(exercise, only(exercise).digest()));
    return digests;
  }

  private Submission only(Course exercise) {
    Map<String, String> own = new TreeMap<>(answers);
    own.keySet().removeIf(path -> !path.startsWith(exercise.module() + "/"));
    return new Submission(
        Map.of(exercise, sources.get(exercise)), own, List.of(), Optional.empty());
  }

  /** The sources of some exercises, and the answers, by path as in what was handed in. */
  public Map<String, String> texts(List<String> modules) {
    Map<String, String> texts = new TreeMap<>();
    answers.forEach(
        (path, text) -> {
          if (modules.stream().anyMatch(module -> path.startsWith(module + "/"))) {
            texts.put(path, text);
          }
        });
    for (Course exercise : sources.keySet()) {
      if (modules.contains(exercise.module())) {
        sources
            .get(exercise)
            .forEach(
                (path, content) ->
                    texts.put(exercise.sourceRoot() + path, new String(content, UTF_8)));
      }
    }
    return texts;
  }

  /** Why a source of an exercise is not here: it may be the one who has cloned who lacks it. */
  public Optional<Reason> notFetched(Course exercise) {
    return notes.stream()
        .filter(note -> isOf(note, exercise))
        .flatMap(
            note ->
                switch (note.reason()) {
                  case LFS -> Stream.of(Reason.of("not.fetched.lfs", note.path()));
                  case SUBMODULE -> Stream.of(Reason.of("not.fetched.submodule", note.path()));
                  default -> Stream.<Reason>empty();
                })
        .findFirst();
  }

  /** Also where a folder around it is a link. */
  private static boolean isOf(Note note, Course exercise) {
    String folder = exercise.sourceFolder();
    return note.path().startsWith(folder) || folder.startsWith(note.path() + "/");
  }

  /** Whether nothing of an exercise was taken although something was handed in. */
  public boolean wasRefused(Course exercise) {
    return !sources.containsKey(exercise)
        && notes.stream()
            .filter(note -> note.reason().isRefusal())
            .anyMatch(note -> isOf(note, exercise));
  }
}
