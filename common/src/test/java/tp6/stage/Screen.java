package tp6.stage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines that stand on the terminal after a call, to be compared with those of other calls.
 *
 * @param city what the call was about
 * @param shown by the program itself
 * @param said by its {@code main}, where an exception has ended the call
 */
record Screen(String city, List<String> shown, List<String> said) {
  Screen {
    shown = List.copyOf(shown);
    said = List.copyOf(said);
  }

  /** All lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(shown);
    lines.addAll(said);
    return lines;
  }

  /** All lines, in one piece. */
  String text() {
    return String.join("\n", lines());
  }

  /** Without lines of a service's reply: those of XML and JSON. */
  Screen without(String reply) {
    String all = withoutBlanks(reply);
    List<String> others =
        shown.stream()
            .filter(line -> !isMarkup(line) || !all.contains(withoutBlanks(line)))
            .toList();
    return new Screen(city, others, said);
  }

  private static boolean isMarkup(String line) {
    return line.strip().startsWith("<") || line.strip().startsWith("{");
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** What the program tells by itself that it does not tell elsewhere: numbers in their lines. */
  Set<String> tells(Screen elsewhere) {
    Set<String> tells = tells();
    tells.removeAll(elsewhere.tells());
    return tells;
  }

  Set<String> tells() {
    return shown.stream()
        .filter(line -> !Wording.isOfATrace(line))
        .flatMap(line -> Wording.told(line, city))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The lines as they would be for any city at any time. */
  List<String> plain() {
    return lines().stream().map(this::plain).toList();
  }

  String plain(String line) {
    return Wording.plain(line, city);
  }

  /** Those lines that do not stand elsewhere, be it with other numbers. */
  List<String> linesBeside(Screen elsewhere) {
    Set<String> shapes = elsewhere.shapes().collect(Collectors.toSet());
    return lines().stream().filter(line -> !shapes.contains(Wording.shape(line, city))).toList();
  }

  private Stream<String> shapes() {
    return lines().stream().map(line -> Wording.shape(line, city));
  }
}
