package tp6.stage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/**
 * What a call has displayed, and what may be expected of it. What is not about one number is judged
 * by comparison with what other calls have displayed.
 */
public final class Displayed {
  private static final int MOST_LINES = 5;
  private static final int MOST_REPLY = 3;

  /** Makes the failure of a kind, so that it is told in the words of the report. */
  interface Complaint {
    Unexpected about(String kind, List<String> findings, List<String> lines);
  }

  private final Screen screen;
  private final Words words;
  private final Complaint complaint;

  Displayed(Screen screen, Words words, Complaint complaint) {
    this.screen = screen;
    this.words = words;
    this.complaint = complaint;
  }

  /** The same without lines of the service's reply, which some display for their own use. */
  public Displayed without(String reply) {
    return new Displayed(screen.without(reply), words, complaint);
  }

  /**
   * Expects that it tells a temperature as the usual one does: a number in a line that stands
   * there, too, but not for another temperature.
   *
   * @param reply what is unusual about the reply, told where that is not so
   */
  public void isLike(Displayed usual, Displayed other, List<String> reply) {
    Set<String> wanted = usual.screen.tells(other.screen);
    if (wanted.isEmpty()) {
      throw different("constant", words.say("expected.other", other.quoted()));
    }
    if (Collections.disjoint(screen.tells(), wanted)) {
      Stream<String> lines =
          reply.stream().limit(MOST_REPLY).map(line -> words.say("reply", Visible.line(line)));
      String like = words.say("expected.like", usual.quoted());
      throw different("unlike", Stream.concat(lines, Stream.of(like)));
    }
  }

  /** Expects that nothing is told that others tell of a temperature. */
  public void isUnlike(Displayed first, Displayed second) {
    Set<String> told = first.screen.tells(second.screen);
    told.addAll(second.screen.tells(first.screen));
    if (!Collections.disjoint(screen.tells(), told)) {
      throw different("stale", words.say("expected.line"));
    }
  }

  /** Expects something else than for another call. */
  public void isOtherThan(Displayed other) {
    if (screen.plain().equals(other.screen.plain())) {
      throw different("constant", words.say("expected.other", other.quoted()));
    }
  }

  /**
   * Expects that a number close to this one is among the first or the last that are told: a program
   * that displays all there are has not found it.
   *
   * @param tolerance for a number with one decimal or none
   * @param fine for one with more
   * @param mistakes the kinds of mistakes, by what is told in its place
   */
  public void hasNumber(
      double wanted, double tolerance, double fine, Map<Double, String> mistakes) {
    ToldNumbers told = ToldNumbers.in(screen.shown());
    if (!told.have(wanted, tolerance, fine)) {
      throw different(
          told.mistake(mistakes),
          words.say("expected.number", String.format(Locale.ROOT, "%.2f", wanted)));
    }
  }

  /**
   * Expects one line and nothing else: one temperature, too.
   *
   * @param other of another temperature
   */
  public void isOneLine(Displayed other) {
    if (screen.lines().size() != 1) {
      throw different(kindOf(screen.lines()), words.say("expected.one.line"));
    }
    if (screen.tells(other.screen).size() > 1) {
      throw different("numbers", words.say("expected.one.number"));
    }
  }

  /**
   * Expects that a failure is told in one line of its own: beside what the program displays every
   * time, no stack trace, and nothing that looks like what it displays of a temperature.
   */
  String saysWhy(Displayed temperature) {
    return saysWhy(screen.linesBeside(temperature.screen));
  }

  private String saysWhy(List<String> own) {
    if (isTold(own)) {
      return own.get(0);
    }
    throw different(kindOf(own), words.say("expected.line"));
  }

  private static boolean isTold(List<String> own) {
    return own.size() == 1 && !own.get(0).strip().equals("null") && !Wording.isACall(own.get(0));
  }

  private String kindOf(List<String> lines) {
    if (lines.stream().anyMatch(Wording::isACall)) {
      return "trace";
    }
    if (lines.size() > 1) {
      return "lines";
    }
    return lines.isEmpty() && !screen.lines().isEmpty() ? "temperature" : "";
  }

  /** The same, with a word in it whatever its case. */
  public void saysWhyWith(String word, Displayed temperature) {
    saysWhy(temperature);
    if (!screen.text().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
      throw different("city", words.say("expected.line.with", Visible.quote(word)));
    }
  }

  /**
   * The same, in another line than that of another failure. Who cannot read the usual reply may say
   * so then, too.
   */
  public void saysWhyUnlike(Displayed other, Displayed temperature) {
    boolean hasOne = !temperature.screen.tells().isEmpty();
    String line = screen.plain(hasOne ? saysWhy(temperature) : saysWhy(screen.lines()));
    if (other.screen.plain().contains(line)) {
      throw different("same", words.say("expected.other.line", other.quoted()));
    }
  }

  /** Expects that a failure is told in one line of its own, where another one is. */
  public void saysWhyAs(Displayed other, Displayed temperature) {
    if (isTold(other.screen.linesBeside(temperature.screen))) {
      saysWhy(temperature);
    }
  }

  /** Whether a word is in what is displayed. */
  public boolean shows(String secret) {
    return screen.text().contains(secret);
  }

  /** Expects that a word that is nobody's business is not in what is displayed of a failure. */
  public void hides(String secret, Displayed temperature) {
    if (screen.linesBeside(temperature.screen).stream().anyMatch(line -> line.contains(secret))) {
      throw different("key", words.say("expected.without", Visible.quote(secret)));
    }
  }

  /** As a report shows it. */
  String quoted() {
    return Visible.quote(screen.text());
  }

  private Unexpected different(String kind, String expected) {
    return different(kind, Stream.of(expected));
  }

  private Unexpected different(String kind, Stream<String> expected) {
    List<String> findings = new ArrayList<>(expected.toList());
    List<String> lines = screen.lines();
    findings.add(words.say("displayed", lines.size() > 1 ? "" : quoted()).strip());
    if (lines.size() > 1) {
      lines.stream()
          .limit(MOST_LINES)
          .map(line -> Visible.line(line.replace("\t", "    ")))
          .forEach(line -> findings.add("  | " + line));
    }
    return complaint.about(kind, findings, lines);
  }
}
