package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tp6.grader.course.Course;

/**
 * What was taken from what a student has handed in.
 *
 * @param sources by exercise, and there by path below the exercise's source root
 * @param notes what was not taken, by path
 */
public record Submission(Map<Course, Map<String, byte[]>> sources, List<Note> notes) {
  private static final int MAX_NOTES = 200;
  private static final int MAX_PATH = 300;

  public Submission {
    sources = Map.copyOf(sources);
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
    return new Submission(sources, Stream.concat(notes.stream(), more.stream()).toList());
  }

  /** Of what was taken: another one where that is not quite the same. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
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
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of what was taken of each exercise. */
  public Map<Course, String> digests() {
    Map<Course, String> digests = new EnumMap<>(Course.class);
    sources.forEach(
        (exercise, files) ->
            digests.put(exercise, new Submission(Map.of(exercise, files), List.of()).digest()));
    return digests;
  }

  /** The sources of some exercises, by path as in what was handed in. */
  public Map<String, String> texts(List<String> modules) {
    Map<String, String> texts = new TreeMap<>();
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

  /** Whether nothing of an exercise was taken although something was handed in. */
  public boolean wasRefused(Course exercise) {
    String folder = exercise.sourceFolder();
    return !sources.containsKey(exercise)
        && notes.stream()
            .filter(note -> note.reason().isRefusal())
            .map(Note::path)
            // Also where a folder around it is a link.
            .anyMatch(path -> path.startsWith(folder) || folder.startsWith(path + "/"));
  }
}
