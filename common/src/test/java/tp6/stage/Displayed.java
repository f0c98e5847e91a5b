package tp6.stage;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a call has displayed, and what may be expected of it. */
public final class Displayed {
  private static final int FEW = 10;
  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+(?:[.,]\\d+)?");
  private static final Pattern TRACE =
      Pattern.compile("(?m)^[ \\t]++at \\S+\\(|^Exception in thread ");

  /** Makes the failure, so that it is told in the words of the report. */
  interface Complaint {
    Unexpected about(Symptom symptom, List<String> findings, Object... values);
  }

  private final String text;
  private final Words words;
  private final Complaint complaint;

  Displayed(String text, Words words, Complaint complaint) {
    this.text = text;
    this.words = words;
    this.complaint = complaint;
  }

  /**
   * Expects that a number close to this one is among the first or the last in the text: a program
   * that displays all there are has not found it.
   */
  public void hasNumber(double wanted, double tolerance) {
    List<Double> numbers = numbers();
    int last = numbers.size() - FEW;
    for (int i = 0; i < numbers.size(); i++) {
      if ((i < FEW || i >= last) && Math.abs(numbers.get(i) - wanted) <= tolerance) {
        return;
      }
    }
    throw different(words.say("expected.number", String.format(Locale.ROOT, "%.2f", wanted)));
  }

  private List<Double> numbers() {
    return NUMBER
        .matcher(text)
        .results()
        .map(number -> number.group().replace(',', '.').replace('−', '-'))
        .map(Double::valueOf)
        .toList();
  }

  /** Expects one line, no stack trace, and this word in it whatever its case. */
  public void isOneLineWith(String word) {
    String lower = text.toLowerCase(Locale.ROOT);
    isOneLine();
    if (!lower.contains(word.toLowerCase(Locale.ROOT))) {
      throw different(words.say("expected.line.with", Visible.quote(word)));
    }
  }

  /** Expects one line that says something, and no stack trace. */
  public void isOneLine() {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    boolean saysWhy = lines.size() == 1 && !lines.get(0).equals("null");
    if (!saysWhy || TRACE.matcher(text).find()) {
      throw different(words.say("expected.line"));
    }
  }

  private Unexpected different(String expected) {
    return complaint.about(
        Symptom.DIFFERENT, List.of(expected, words.say("displayed", Visible.quote(text))));
  }
}
