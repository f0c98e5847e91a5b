package tp6.grader.moodle;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A column of Moodle's grading worksheet, whose title is in the language of the site. */
enum WorksheetColumn {
  IDENTIFIER("Identifier", "Identifiant"),
  NAME("Full name", "Nom complet"),
  EMAIL("Email address", "Adresse de courriel"),
  GROUP("Group", "Groupe"),
  GRADE("Grade", "Note"),
  SCALE("Scale", "Barème"),
  CHANGEABLE("Grade can be changed", "La note peut être modifiée"),
  MAXIMUM("Maximum Grade", "Note maximale"),
  FEEDBACK("Feedback comments", "Feedback par commentaires");

  /** Without these a table is something else than a worksheet. */
  static final Set<WorksheetColumn> NEEDED = Set.of(IDENTIFIER, GRADE);

  private final String english;
  private final String french;

  WorksheetColumn(String english, String french) {
    this.english = english;
    this.french = french;
  }

  private boolean isTitle(String title) {
    return title.strip().equalsIgnoreCase(english) || title.strip().equalsIgnoreCase(french);
  }

  /** Where the columns stand, as far as there are any. */
  static Map<WorksheetColumn, Integer> in(List<String> titles) {
    Map<WorksheetColumn, Integer> places = new EnumMap<>(WorksheetColumn.class);
    for (int i = 0; i < titles.size(); i++) {
      for (WorksheetColumn column : values()) {
        if (column.isTitle(titles.get(i))) {
          places.putIfAbsent(column, i);
        }
      }
    }
    return places;
  }

  /** Whether these are the titles of a worksheet. */
  static boolean areIn(List<String> titles) {
    return in(titles).keySet().containsAll(NEEDED);
  }

  /** Whether the numbers of a worksheet with these titles have a comma. */
  static boolean areFrench(List<String> titles) {
    return titles.stream().anyMatch(title -> title.strip().equalsIgnoreCase(IDENTIFIER.french));
  }
}
