package tp6.grader.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tp6.grader.grade.Result;
import tp6.grader.submission.Note;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** What was handed in and not taken, file by file, and what counts most first. */
public final class NotTaken {
  private static final int MAX_NOTES = 20;

  private NotTaken() {}

  /** Line by line, up to a number that can be read. */
  public static List<String> of(Result result) {
    Words words = Sentences.of(result);
    List<String> lines = new ArrayList<>();
    result.notes().stream()
        .sorted(Comparator.comparing(NotTaken::rank))
        .limit(MAX_NOTES)
        .forEach(note -> lines.add(Visible.line(note.path()) + "  " + why(note, words)));
    if (result.notes().size() > MAX_NOTES) {
      lines.add(words.say("more", result.notes().size() - MAX_NOTES));
    }
    return lines;
  }

  private static int rank(Note note) {
    return note.reason().isRefusal() ? 0 : note.reason() == Note.Reason.CHANGED ? 1 : 2;
  }

  /** Why a file of it was not taken. */
  public static String why(Result result, Note note) {
    return why(note, Sentences.of(result));
  }

  /** Why a file was not taken, in that language. */
  public static String why(Note note, Words words) {
    return words.say("note." + note.reason().name().toLowerCase(Locale.ROOT).replace('_', '.'));
  }
}
