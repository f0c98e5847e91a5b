package tp6.grader.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.html.Frame;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.report.GradeTable;
import tp6.grader.report.NotTaken;
import tp6.grader.report.Stability;
import tp6.grader.submission.Note;
import tp6.stage.text.Visible;

/** What the page of a class shows; filled with one result after the other. */
public final class ClassPage {
  /** More would make a browser think for a second whenever they are sorted. */
  public static final int ROWS_AT_ONCE = 100;

  private static final int MOST_LEFT_OUT = 100;

  private final Frame frame;
  private final Marking marking;
  private final Map<String, List<StageHead>> exercises;
  private final Absentees absentees;
  private final List<Row> rows = new ArrayList<>();
  private final List<Double> marks = new ArrayList<>();
  private final Map<String, List<Double>> earned = new LinkedHashMap<>();
  private final Map<String, Integer> points = new LinkedHashMap<>();
  private final Failures failures = new Failures();
  private final Map<Note, LeftOut> leftOut = new LinkedHashMap<>();
  private final Map<Row, String> notGraded = new LinkedHashMap<>();
  private final Map<Row, String> outOfTime = new LinkedHashMap<>();
  private final Map<Row, List<String>> unstable = new LinkedHashMap<>();
  private boolean exposed;

  ClassPage(
      Frame frame, Marking marking, Map<String, List<StageHead>> exercises, Absentees absentees) {
    this.frame = frame;
    this.marking = marking;
    this.exercises = exercises;
    this.absentees = absentees;
  }

  /** Takes in what it shows of a result, and keeps nothing else of it. */
  void add(Result result, String href) {
    Row row = Row.of(result, marking, href, exercises);
    rows.add(row);
    row.mark().map(mark -> mark.value().doubleValue()).ifPresent(marks::add);
    result.exercises().stream().filter(ExerciseResult::hasVerdict).forEach(this::count);
    failures.add(result, row);
    exposed |= result.isExposed();
    for (Note note : result.notes()) {
      LeftOut none =
          new LeftOut(Visible.line(note.path()), NotTaken.why(result, note), 0, List.of());
      leftOut.merge(note, none.and(row), (before, now) -> before.and(row));
    }
    List<String> changing = Stability.lines(result);
    if (!changing.isEmpty()) {
      unstable.put(row, changing);
    }
    if (row.mark().isPresent()) {
      return;
    }
    if (result.isOutOfTime()) {
      outOfTime.put(row, String.join(", ", result.lacking()));
    } else {
      notGraded.put(row, Visible.line(GradeTable.reason(result)));
    }
  }

  private void count(ExerciseResult exercise) {
    points.merge(exercise.exercise(), exercise.points(), Math::max);
    earned
        .computeIfAbsent(exercise.exercise(), name -> new ArrayList<>())
        .add((double) exercise.earned());
  }

  public String best() {
    return marking.best().toPlainString();
  }

  /** Those whose marks owe something to the lecturer. */
  public List<Row> decided() {
    return rows.stream().filter(row -> !row.decisions().isEmpty()).toList();
  }

  /** How marks are made of points, where that is not as usual, one line each. */
  public List<String> rules() {
    return rows.stream().flatMap(row -> row.rules().stream()).distinct().toList();
  }

  public Frame frame() {
    return frame;
  }

  /** The columns by exercise, in the order of the course. */
  public Map<String, List<StageHead>> exercises() {
    return exercises;
  }

  public List<Row> rows() {
    return rows;
  }

  /** Whether somebody's name is known. */
  public boolean hasNames() {
    return rows.stream().anyMatch(row -> !row.name().isEmpty());
  }

  /** Those that are shown at once. */
  public List<Row> firstRows() {
    return rows.subList(0, Math.min(rows.size(), ROWS_AT_ONCE));
  }

  /** Those that are shown when they are asked for. */
  public List<Row> laterRows() {
    return rows.subList(firstRows().size(), rows.size());
  }

  public Histogram histogram() {
    return Histogram.of(marks, marking.best());
  }

  /** Of the marks; nothing where there are none. */
  public Optional<Figures> figures() {
    return marks.isEmpty()
        ? Optional.empty()
        : Optional.of(Figures.of(marks, marking.best().doubleValue()));
  }

  /** Of the points in each exercise that somebody has been graded in. */
  public Map<String, Figures> figuresByExercise() {
    Map<String, Figures> figures = new LinkedHashMap<>();
    exercises.keySet().stream()
        .filter(earned::containsKey)
        .forEach(name -> figures.put(name, Figures.of(earned.get(name), points.get(name))));
    return figures;
  }

  /** How the class did at each stage. */
  public Map<StageHead, StageReport> stages() {
    return failures.reports();
  }

  /** Those stages that somebody has failed, the most failed ones first. */
  public List<StageReport> troubles() {
    return failures.reports().values().stream()
        .filter(report -> report.failed() > 0)
        .sorted(Comparator.comparing(report -> -report.failed()))
        .toList();
  }

  /** Those handed in most often first, up to a number that a page can show. */
  public List<LeftOut> leftOut() {
    return leftOut.values().stream()
        .sorted(Comparator.comparing(left -> -left.count()))
        .limit(MOST_LEFT_OUT)
        .toList();
  }

  /** How many others there are. */
  public int moreLeftOut() {
    return Math.max(0, leftOut.size() - MOST_LEFT_OUT);
  }

  /** How many have a grade. */
  public int graded() {
    return marks.size();
  }

  /** Those without a grade, each with the reason. */
  public Map<Row, String> notGraded() {
    return notGraded;
  }

  public Absentees absentees() {
    return absentees;
  }

  /** Those without a grade because the computer was too busy, each with the exercises. */
  public Map<Row, String> outOfTime() {
    return outOfTime;
  }

  /** Those with stages that did not end in the same way each time, and which. */
  public Map<Row, List<String>> unstable() {
    return unstable;
  }

  /** Whether some of it was graded without isolation. */
  public boolean isExposed() {
    return exposed;
  }
}
