package tp6.grader.live;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.page.ClassPage;
import tp6.grader.page.Pages;
import tp6.grader.submission.Candidate;
import tp6.stage.text.Visible;

/**
 * What is to be seen of a class at work, and below it the class as ever.
 *
 * @param time of day
 * @param grading whose solutions are graded now; empty where nobody's is
 * @param waiting how many others are to be graded
 * @param groups those with somebody in them
 */
public record LivePage(
    ClassPage page, String time, String grading, int waiting, Map<Group, List<Line>> groups) {

  /** What somebody does. */
  public enum Group {
    STUCK("todo"),
    AT_WORK(""),
    NOT_STARTED(""),
    DONE("");

    private final String style;

    Group(String style) {
      this.style = style;
    }

    /** A CSS class. */
    public String style() {
      return style;
    }

    /** The key of its name. */
    public String key() {
      return "live." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Whether it is worth a word why somebody is in it. */
    public boolean tellsWhy() {
      return this != AT_WORK;
    }
  }

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /**
   * A student.
   *
   * @param href of the page; empty where there is none
   * @param since when the place is the same, by the clock on the wall
   * @param news since when something new is there; empty where nothing is
   * @param isUnderWay whether that is graded now; otherwise it waits for it
   */
  public record Line(
      String href,
      String name,
      Place place,
      String since,
      Duration time,
      int gradings,
      String news,
      boolean isUnderWay) {
    private static final int MANY_MINUTES = 120;

    static Line of(Student student, Optional<Board.News> news, Instant now) {
      Result result = student.last();
      return new Line(
          Pages.address(result),
          Visible.line(result.name().isEmpty() ? result.id() : result.name()),
          student.place(),
          clock(student.since(), now),
          Duration.between(student.since(), now),
          student.gradings(),
          since(news, now),
          isUnderWay(news));
    }

    static Line of(Candidate unseen, Optional<Board.News> news, Instant now) {
      Place nowhere = new Place(Place.Kind.NOTHING, "", 0, "", "", "");
      String shown = Visible.line(unseen.name().isEmpty() ? unseen.id() : unseen.name());
      return new Line("", shown, nowhere, "", Duration.ZERO, 0, since(news, now), isUnderWay(news));
    }

    private static String since(Optional<Board.News> news, Instant now) {
      return news.map(one -> clock(one.since(), now)).orElse("");
    }

    private static boolean isUnderWay(Optional<Board.News> news) {
      return news.filter(Board.News::isUnderWay).isPresent();
    }

    /** The exercise, and the number of the stage where there is one. */
    public String at() {
      return place.exercise() + (place.number() > 0 ? " " + place.number() : "");
    }

    /** How long, as "12 min" or "3 h". */
    public String lasting() {
      return time.toMinutes() < MANY_MINUTES ? time.toMinutes() + " min" : time.toHours() + " h";
    }
  }

  static LivePage of(ClassPage page, Board board, Instant now) {
    Map<Group, List<Line>> groups = new EnumMap<>(Group.class);
    Map<String, Board.News> news = board.news();
    for (Student student : board.students()) {
      groups
          .computeIfAbsent(group(student, board, now), none -> new ArrayList<>())
          .add(Line.of(student, Optional.ofNullable(news.get(student.last().id())), now));
    }
    for (Candidate unseen : board.unseen()) {
      groups
          .computeIfAbsent(Group.NOT_STARTED, none -> new ArrayList<>())
          .add(Line.of(unseen, Optional.ofNullable(news.get(unseen.id())), now));
    }
    // Who is where the longest comes first.
    groups.values().forEach(lines -> lines.sort(Comparator.comparing(Line::time).reversed()));
    List<String> grading = news.keySet().stream().filter(id -> news.get(id).isUnderWay()).toList();
    return new LivePage(
        page,
        clock(now, now),
        Visible.line(String.join(", ", grading)),
        news.size() - grading.size(),
        groups);
  }

  private static Group group(Student student, Board board, Instant now) {
    return switch (student.place().kind()) {
      case NOTHING -> Group.NOT_STARTED;
      case LOST -> board.isStuck(student, now) ? Group.STUCK : Group.AT_WORK;
      case NEXT -> Group.AT_WORK;
      case DONE -> Group.DONE;
    };
  }

  private static String clock(Instant time, Instant now) {
    ZonedDateTime local = time.atZone(ZoneId.systemDefault());
    LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
    return local.format(local.toLocalDate().equals(today) ? TIME : DAY);
  }
}
