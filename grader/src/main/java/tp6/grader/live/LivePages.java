package tp6.grader.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.html.Frame;
import tp6.grader.html.Templates;
import tp6.grader.marking.Marking;
import tp6.grader.page.ClassPage;
import tp6.grader.page.Pages;
import tp6.grader.store.RunFolder;

/** The pages about a class at work, made when they are asked for. */
public final class LivePages implements LiveServer.Site {
  private static final int SECONDS_A_MINUTE = 60;

  private final Locale language;
  private final RunFolder folder;
  private final Marking marking;
  private final Board board;
  private LiveServer.Page last = new LiveServer.Page("", new byte[0]);

  public LivePages(Locale language, RunFolder folder, Marking marking, Board board) {
    this.language = language;
    this.folder = folder;
    this.marking = marking;
    this.board = board;
  }

  /** The class for an empty path, and its students. */
  @Override
  public synchronized Optional<LiveServer.Page> at(String path) throws IOException {
    Instant now = Instant.now();
    String version = board.version() + "-" + now.getEpochSecond() / SECONDS_A_MINUTE;
    if (path.isEmpty() || path.equals("index.html")) {
      if (!last.version().equals(version)) {
        last = new LiveServer.Page(version, ofClass(now).getBytes(UTF_8));
      }
      return Optional.of(last);
    }
    List<Result> results = board.results();
    int at = results.stream().map(Pages::address).toList().indexOf(path);
    if (at < 0) {
      return Optional.empty();
    }
    String page = Pages.ofStudent(Frame.in(language), folder, results, at, marking);
    return Optional.of(new LiveServer.Page(version, page.getBytes(UTF_8)));
  }

  private String ofClass(Instant now) throws IOException {
    ClassPage page = Pages.ofClass(Frame.live(language), folder, board.results(), marking);
    return Templates.render("live.jte", LivePage.of(page, board, now));
  }
}
