package tp6.stage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a call has displayed, and what may be expected of it. What is not about one number is judged
 * by comparison with what other calls have displayed.
 */
public final class Displayed {
  private static final int FEW = 10;
  private static final int MOST_LINES = 5;
  private static final int MOST_REPLY = 3;

  /** Makes the failure of a kind, so that it is told in the words of the report. */
  interface Complaint {
    Unexpected about(String kind, List<String> findings, List<String> lines);
  }

  private final String city;
  private final List<String> shown;
  private final List<String> said;
  private final Words words;
  private final Complaint complaint;

  /**
   * @param city the text that the call was about
   * @param shown by the program itself
   * @param said by its {@code main}, where an exception has ended the call
   */
  Displayed(String city, String shown, String said, Words words, Complaint complaint) {
    this.city = city;
    this.shown = Wording.lines(shown);
    this.said = Wording.lines(said);
    this.words = words;
    this.complaint = complaint;
  }

  /**
   * The same without lines of the service's reply, which some display for their own use: those of
   * XML and JSON.
   */
  public Displayed without(String reply) {
    String all = withoutBlanks(reply);
    String others =
        shown.stream()
            .filter(line -> !isMarkup(line) || !all.contains(withoutBlanks(line)))
            .collect(Collectors.joining("\n"));
    return new Displayed(city, others, String.join("\n", said), words, complaint);
  }

  private static boolean isMarkup(String line) {
    return line.strip().startsWith("<") || line.strip().startsWith("{");
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Everything, in one piece. */
  String text() {
    return lines().collect(Collectors.joining("\n"));
  }

  private Stream<String> lines() {
    return Stream.concat(shown.stream(), said.stream());
  }

  /** What it tells by itself that another one does not: numbers, in lines as for any city. */
  private Set<String> tells(Displayed other) {
    Set<String> tells = tells();
    tells.removeAll(other.tells());
    return tells;
  }

  private Set<String> tells() {
    return shown.stream()
        .filter(line -> !Wording.isOfATrace(line))
        .flatMap(line -> Wording.told(line, city))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String plain(String line) {
    return Wording.plain(line, city);
  }

  private List<String> all() {
    return lines().map(this::plain).toList();
  }

  private Set<String> shapes() {
    return lines().map(line -> Wording.shape(line, city)).collect(Collectors.toSet());
  }

  /** Those that another call has not shown in that shape. */
  private List<String> linesBeside(Displayed usual) {
    Set<String> shapes = usual.shapes();
    return lines().filter(line -> !shapes.contains(Wording.shape(line, city))).toList();
  }

  /**
   * Expects that it tells a temperature as the usual one does: a number in a line that stands
   * there, too, but not for another temperature.
   *
   * @param reply what is unusual about the reply, told where it is not
   */
  public void isLike(Displayed usual, Displayed other, List<String> reply) {
    Set<String> wanted = usual.tells(other);
    if (wanted.isEmpty()) {
      throw different("constant", words.say("expected.other", Visible.quote(other.text())));
    }
    if (Collections.disjoint(tells(), wanted)) {
      Stream<String> lines =
          reply.stream().limit(MOST_REPLY).map(line -> words.say("reply", Visible.line(line)));
      String like = words.say("expected.like", Visible.quote(usual.text()));
      throw different("unlike", Stream.concat(lines, Stream.of(like)));
    }
  }

  /** Expects that nothing is told that others tell of a temperature. */
  public void isUnlike(Displayed first, Displayed second) {
    Set<String> told = first.tells(second);
    told.addAll(second.tells(first));
    if (!Collections.disjoint(tells(), told)) {
      throw different("stale", words.say("expected.line"));
    }
  }

  /** Expects something else than for another call. */
  public void isOtherThan(Displayed other) {
    if (all().equals(other.all())) {
      throw different("constant", words.say("expected.other", Visible.quote(other.text())));
    }
  }

  /**
   * Expects that a number close to this one is among the first or the last that are told: a program
   * that displays all there are has not found it.
   *
   * @param mistakes what is told by mistake in its place, by the kind of mistake
   */
  public void hasNumber(double wanted, double tolerance, Map<Double, String> mistakes) {
    List<Double> all = Wording.numbers(String.join("\n", shown));
    int last = Math.max(FEW, all.size() - FEW);
    List<Double> few = new ArrayList<>(all.subList(0, Math.min(FEW, all.size())));
    few.addAll(all.subList(Math.min(last, all.size()), all.size()));
    if (few.stream().noneMatch(number -> isClose(number, wanted, tolerance))) {
      String kind =
          mistakes.entrySet().stream()
              .filter(mistake -> few.stream().anyMatch(n -> isClose(n, mistake.getKey(), 0.03)))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse("");
      throw different(
          kind, words.say("expected.number", String.format(Locale.ROOT, "%.2f", wanted)));
    }
  }

  private static boolean isClose(double number, double wanted, double tolerance) {
    return Math.abs(number - wanted) <= tolerance;
  }

  /** Expects one line and nothing else. */
  public void isOneLine() {
    List<String> all = lines().toList();
    if (all.size() != 1) {
      throw different(kindOf(all), words.say("expected.one.line"));
    }
  }

  /**
   * Expects that a failure is told in one line of its own: beside what the program displays every
   * time, no stack trace, and nothing that looks like what it displays of a temperature.
   */
  public String saysWhy(Displayed temperature) {
    List<String> own = linesBeside(temperature);
    if (own.size() == 1 && !own.get(0).strip().equals("null")) {
      return own.get(0);
    }
    throw different(kindOf(own), words.say("expected.line"));
  }

  private String kindOf(List<String> own) {
    if (own.stream().anyMatch(Wording::isACall)) {
      return "trace";
    }
    if (own.size() > 1) {
      return "lines";
    }
    return own.isEmpty() && !text().isEmpty() ? "temperature" : "";
  }

  /** The same, with a word in it whatever its case. */
  public void saysWhyWith(String word, Displayed temperature) {
    saysWhy(temperature);
    if (!text().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
      throw different("city", words.say("expected.line.with", Visible.quote(word)));
    }
  }

  /** The same, in another line than that of another failure. */
  public void saysWhyUnlike(Displayed other, Displayed temperature) {
    String line = plain(saysWhy(temperature));
    if (other.all().contains(line)) {
      throw different("same", words.say("expected.other.line", Visible.quote(other.text())));
    }
  }

  /** Expects that a word that is nobody's business is not in what is displayed of a failure. */
  public void hides(String secret, Displayed temperature) {
    if (linesBeside(temperature).stream().anyMatch(line -> line.contains(secret))) {
      throw different("key", words.say("expected.without", Visible.quote(secret)));
    }
  }

  private Unexpected different(String kind, String expected) {
    return different(kind, Stream.of(expected));
  }

  private Unexpected different(String kind, Stream<String> expected) {
    List<String> findings = new ArrayList<>(expected.toList());
    List<String> lines = text().lines().toList();
    findings.add(words.say("displayed", lines.size() > 1 ? "" : Visible.quote(text())).strip());
    if (lines.size() > 1) {
      lines.stream().limit(MOST_LINES).forEach(line -> findings.add("  | " + Visible.line(line)));
    }
    return complaint.about(kind, findings, lines);
  }
}
