package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tp6.grader.course.Course;

/**
 * What was taken from what a student has handed in.
 *
 * @param sources by exercise, and there by path below the exercise's source root
 * @param notes what was not taken, by path
 */
public record Submission(Map<Course, Map<String, byte[]>> sources, List<Note> notes) {
  public Submission {
    sources = Map.copyOf(sources);
    notes = List.copyOf(notes);
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
