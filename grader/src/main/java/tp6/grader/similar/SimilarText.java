package tp6.grader.similar;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tp6.grader.similar.Similarity.Pair;
import tp6.grader.similar.Similarity.Shared;
import tp6.grader.similar.Similarity.Spread;
import tp6.grader.text.Plain;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** What is alike, for the terminal: what chance does, and what it hardly does. */
public final class SimilarText {
  private static final int LONGEST_BAR = 40;
  private static final List<String> COLUMNS =
      List.of("exercise", "solutions", "tokens", "passage", "median", "ninth", "highest");

  private final Similarity similarity;
  private final Words words;

  private SimilarText(Similarity similarity, Locale language) {
    this.similarity = similarity;
    this.words = words(language);
  }

  public static String of(Similarity similarity, Locale language) {
    SimilarText text = new SimilarText(similarity, language);
    String end = text.words.say("proves.nothing") + "\n";
    return Plain.forTerminal(
        String.join("\n", text.head(), text.chance(), text.surprises(), text.ranked(), end));
  }

  static Words words(Locale language) {
    return Words.of(SimilarText.class, "words", language);
  }

  private String head() {
    String leftOut =
        similarity.leftOut().stream()
            .map(one -> words.say("left.out", Visible.line(one.label()), one.reason()) + "\n")
            .collect(Collectors.joining());
    return words.say("counts", similarity.submissions(), similarity.pairs())
        + "\n"
        + words.say("base." + similarity.base())
        + "\n"
        + leftOut;
  }

  private String chance() {
    return words.say("chance")
        + "\n"
        + row(COLUMNS.stream().map(words::say).toArray())
        + similarity.exercises().stream().map(SimilarText::row).collect(Collectors.joining());
  }

  private static String row(Spread spread) {
    return row(
        spread.exercise(),
        spread.solutions(),
        spread.tokens(),
        spread.passage(),
        spread.median() + " %",
        spread.ninth() + " %",
        spread.highest() + " %");
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "  %-11s  %9s  %8s  %8s  %7s  %7s  %8s%n", cells);
  }

  private String surprises() {
    List<Integer> counts = similarity.surprises();
    int longest = Math.min(LONGEST_BAR, Collections.max(counts));
    StringBuilder text = new StringBuilder(words.say("surprises") + "\n");
    for (int i = 0; i < counts.size(); i++) {
      String bar = "#".repeat(bar(counts.get(i), counts, longest));
      String line = String.format(Locale.ROOT, "  %2d  %s %d", i, bar, counts.get(i));
      text.append(line.replaceAll(" +0$", "")).append('\n');
    }
    return text
        + words.say("surprise.means", similarity.pairs(), similarity.chance())
        + "\n"
        + (similarity.isSmall() ? words.say("few.submissions") + "\n" : "");
  }

  /**
   * How long a bar is, where the longest has a length; nothing that is there is left without one.
   */
  public static int bar(int count, List<Integer> counts, int longest) {
    int most = Collections.max(counts);
    return most == 0 ? 0 : (count * longest + most - 1) / most;
  }

  private String ranked() {
    StringBuilder text = new StringBuilder(words.say("ranked") + "\n");
    for (Pair pair : similarity.ranked()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%3d  %5.1f  %s  %s%n",
              pair.rank(),
              pair.surprise(),
              Visible.line(pair.first()),
              Visible.line(pair.second())));
      for (Shared shared : pair.exercises()) {
        text.append(
            words.say(
                shared.passages().isEmpty() ? "shared.nothing" : "shared",
                shared.exercise(),
                shared.similarity(),
                shared.asAlike(),
                shared.rarest()));
        text.append('\n');
      }
    }
    return text.toString();
  }
}
