package tp6.grader.submission;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import tp6.grader.text.Spreadsheet.Line;

/** Where in a list of a class its columns are: by their titles, or without any in their order. */
record RosterColumns(boolean areTitled, List<Integer> places) {
  private static final int ID = 0;
  private static final int PATH = 1;
  private static final int NAME = 2;
  private static final int EMAIL = 3;

  /** In the order of the columns. */
  private static final List<Set<String>> TITLES =
      List.of(
          Set.of("id", "identifiant", "identifier"),
          Set.of("path", "chemin"),
          Set.of("name", "full name", "nom", "nom complet"),
          Set.of("email", "e-mail", "mail", "email address", "courriel", "adresse de courriel"));

  /**
   * Reads the first line, be it one of titles or not.
   *
   * @throws Refused where a column has a title that is not known, or none
   */
  static RosterColumns in(Line first, Object list) throws Refused {
    List<Integer> known = first.cells().stream().map(RosterColumns::column).toList();
    long titles = known.stream().filter(column -> column >= 0).count();
    if (titles < 2 && column(first.cell(ID)) != ID) {
      return new RosterColumns(false, List.of(ID, PATH, NAME, EMAIL));
    }
    List<Integer> places = new ArrayList<>();
    for (int column = ID; column <= EMAIL; column++) {
      places.add(known.indexOf(column));
      boolean isTwice = known.indexOf(column) != known.lastIndexOf(column);
      boolean isMissing =
          known.indexOf(column) < 0
              && (column <= PATH || !first.cell(column).isEmpty() && known.get(column) < 0);
      if (isTwice || isMissing) {
        int at = isTwice ? known.lastIndexOf(column) : unknown(known, column);
        throw Refused.because("list.title", list, first.number(), first.cell(at));
      }
    }
    return new RosterColumns(true, places);
  }

  /** The title that stands for a column, as far as can be told. */
  private static int unknown(List<Integer> known, int column) {
    return column < known.size() && known.get(column) < 0
        ? column
        : IntStream.range(0, known.size())
            .filter(at -> known.get(at) < 0)
            .findFirst()
            .orElse(known.size());
  }

  private static int column(String title) {
    String plain =
        Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
            .replaceAll("[\\s\\h_]+", " ");
    return IntStream.rangeClosed(ID, EMAIL)
        .filter(column -> TITLES.get(column).contains(plain))
        .findFirst()
        .orElse(-1);
  }

  String id(Line line) {
    return cell(line, ID);
  }

  String path(Line line) {
    return cell(line, PATH);
  }

  /** Empty where there is none. */
  String name(Line line) {
    return cell(line, NAME);
  }

  /** Empty where there is none. */
  String email(Line line) {
    return cell(line, EMAIL);
  }

  private String cell(Line line, int column) {
    return places.get(column) < 0 ? "" : line.cell(places.get(column));
  }
}
