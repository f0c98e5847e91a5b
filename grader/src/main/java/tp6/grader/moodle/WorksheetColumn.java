package tp6.grader.moodle;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A column of Moodle's grading worksheet, whose title is in the language of the site. */
enum WorksheetColumn {
  IDENTIFIER("Identifier", "Identifiant", "ID", "Identificador", "Identificativo"),
  NAME("Full name", "Nom complet", "Vollständiger Name", "Nombre completo", "Nome"),
  EMAIL(
      "Email address",
      "Adresse de courriel",
      "E-Mail-Adresse",
      "Dirección de correo",
      "Indirizzo email"),
  GROUP("Group", "Groupe", "Gruppe", "Grupo", "Gruppo"),
  GRADE("Grade", "Note", "Bewertung", "Calificación", "Valutazione"),
  SCALE("Scale", "Barème", "Skala", "Escala", "Scala"),
  CHANGEABLE(
      "Grade can be changed",
      "La note peut être modifiée",
      "Bewertung kann geändert werden",
      "La calificación puede ser cambiada",
      "La valutazione può essere cambiata"),
  MAXIMUM(
      "Maximum Grade",
      "Note maximale",
      "Bestwertung",
      "Calificación máxima",
      "Valutazione massima"),
  FEEDBACK(
      "Feedback comments",
      "Feedback par commentaires",
      "Feedback als Kommentar",
      "Comentarios de retroalimentación",
      "Commenti");

  /** Without these a table is something else than a worksheet. */
  static final Set<WorksheetColumn> NEEDED = Set.of(IDENTIFIER, GRADE);

  private final List<String> titles;

  WorksheetColumn(String... titles) {
    this.titles = List.of(titles);
  }

  /** The language of a site, in the order of the titles. */
  enum Site {
    ENGLISH,
    FRENCH,
    GERMAN,
    SPANISH,
    ITALIAN;

    /** The one whose titles a table has, if it is a worksheet. */
    static Optional<Site> of(List<String> titles) {
      return Stream.of(values())
          .filter(site -> NEEDED.stream().allMatch(one -> one.place(titles, site) >= 0))
          .findFirst();
    }

    /** Whether its numbers have a comma; in Spanish that is another thing in each country. */
    boolean hasComma() {
      return this != ENGLISH && this != SPANISH;
    }
  }

  /** Where it stands; -1 where it does not. */
  private int place(List<String> row, Site site) {
    List<String> plain = row.stream().map(String::strip).toList();
    String title = titles.get(site.ordinal());
    return plain.indexOf(plain.stream().filter(title::equalsIgnoreCase).findFirst().orElse(null));
  }

  /** Where the columns stand, as far as there are any; what has no translation is English. */
  static Map<WorksheetColumn, Integer> in(List<String> row, Site site) {
    Map<WorksheetColumn, Integer> places = new EnumMap<>(WorksheetColumn.class);
    for (WorksheetColumn column : values()) {
      Stream.of(site, Site.ENGLISH)
          .map(one -> column.place(row, one))
          .filter(place -> place >= 0)
          .findFirst()
          .ifPresent(place -> places.put(column, place));
    }
    return places;
  }
}
