package tp6.grader.marking;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tp6.grader.course.Course;
import tp6.grader.submission.Refused;
import tp6.grader.text.Spreadsheet;
import tp6.stage.text.Visible;

/** Reads decisions about some of a class: id, what they are about, points, and a comment if any. */
final class DecisionTable {
  private static final Set<String> NO_EXERCISE = Set.of(Decision.MARK, Decision.LATE);

  private final Path file;
  private final Set<String> ids;
  private final Scale scale;

  DecisionTable(Path file, Set<String> ids, Scale scale) {
    this.file = file;
    this.ids = ids;
    this.scale = scale;
  }

  /**
   * In the order of the file.
   *
   * @throws Refused where a line says something that cannot be done
   */
  List<Decision> read() throws IOException {
    List<Decision> decisions = new ArrayList<>();
    try {
      for (Spreadsheet.Line line : Spreadsheet.read(file)) {
        boolean isTitle = decisions.isEmpty() && line.cell(0).equalsIgnoreCase("id");
        if (!isTitle) {
          decisions.add(decision(line));
        }
      }
      return decisions;
    } catch (CsvParseException e) {
      throw Refused.because("marking.table", file);
    }
  }

  private Decision decision(Spreadsheet.Line line) throws Refused {
    String where = "%s:%d".formatted(file, line.number());
    if (line.cells().size() < 3) {
      throw Refused.at(where, "marking.cells");
    }
    String id = line.cell(0);
    if (!ids.contains(id)) {
      throw Refused.at(where, "marking.nobody", Visible.line(id));
    }
    String about = line.cell(1);
    if (!NO_EXERCISE.contains(about) && Course.named(about).isEmpty()) {
      throw Refused.at(where, "marking.about", Visible.line(about));
    }
    BigDecimal value = Amount.of(line.cell(2), where);
    Optional<BigDecimal> most = most(about);
    if (most.isPresent() && value.compareTo(most.get()) > 0) {
      throw Refused.at(where, "marking.most", Mark.plain(most.get()), Mark.plain(value));
    }
    return new Decision(id, about, value, Visible.line(line.cell(3)));
  }

  /** Days have no end. */
  private Optional<BigDecimal> most(String about) {
    return about.equals(Decision.MARK)
        ? Optional.of(scale.best())
        : Course.named(about).map(scale::points);
  }
}
