package tp6.grader.live;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Regrading;
import tp6.grader.grade.Result;
import tp6.grader.live.Lookout.Content;
import tp6.grader.run.Grader;
import tp6.grader.store.Expected;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;

/**
 * Grades what is new in a class at work, into the folder of a run: a few hand-ins at a time, for
 * some take a minute, and nobody waits for these.
 */
public final class Session {
  /** Says who is there. */
  @FunctionalInterface
  public interface Roll {
    List<Candidate> call() throws IOException;
  }

  private static final int AT_A_TIME = 4;

  /**
   * What is under way.
   *
   * @param before what stands of the exercises that are not graded again; nothing where all are
   */
  private record Grading(
      CompletableFuture<Result> result, Optional<Content> content, Optional<Result> before) {}

  private final Roll roll;
  private final List<Course> exercises;
  private final RunFolder folder;
  private final Grader grader;
  private final Board board;
  private final Consumer<Result> told;
  private final Lookout lookout;
  private final Map<Candidate, Grading> underWay = new LinkedHashMap<>();
  private volatile List<Candidate> present = List.of();
  private volatile boolean isEnding;

  /**
   * Gets ready.
   *
   * @param exercises that are graded
   * @param told takes what comes of each grading
   */
  public Session(
      Roll roll,
      List<Course> exercises,
      RunFolder folder,
      Grader grader,
      Intake.Reading reading,
      Board board,
      Consumer<Result> told) {
    this.roll = roll;
    this.exercises = exercises;
    this.folder = folder;
    this.grader = grader;
    this.board = board;
    this.told = told;
    this.lookout = new Lookout(reading);
  }

  /** Takes up what of a class is graded already, as far as it is what the run expects. */
  public void resume(List<Candidate> all, Expected expected) throws IOException {
    for (Candidate one : all) {
      Optional<Result> old =
          folder
              .read(one.id())
              .filter(result -> result.isGraded() && expected.misfit(result, one).isEmpty());
      if (old.isPresent()) {
        lookout.done(old.get(), Optional.empty());
        board.take(old.get(), folder.doneAt(one.id()).orElseGet(Instant::now));
      }
    }
  }

  /** Takes what is graded by now, and begins with what is new. */
  public void round() throws IOException {
    callTheRoll();
    for (Candidate one : List.copyOf(underWay.keySet())) {
      if (underWay.get(one).result().isDone()) {
        take(underWay.remove(one));
      }
    }
    List<Candidate> news =
        lookout.news(present.stream().filter(one -> !underWay.containsKey(one)).toList());
    int places = Math.min(news.size(), AT_A_TIME - underWay.size());
    for (Candidate one : news.subList(0, places)) {
      underWay.put(one, begin(one));
    }
    Set<String> waiting = new LinkedHashSet<>(ids(news.subList(places, news.size())));
    // What was handed in since it was read is known by a glance, and stays so.
    waiting.addAll(lookout.noticed(present));
    board.busy(ids(underWay.keySet()), waiting, Instant.now());
  }

  /** Tells at once that something is new; a round may last, and any thread may call this. */
  public void glance() {
    board.notice(lookout.noticed(present), Instant.now());
  }

  /** Only what has changed, where the rest has its verdict: some stages take ten seconds. */
  private Grading begin(Candidate candidate) throws IOException {
    Optional<Content> content = lookout.lastRead(candidate);
    Optional<Result> before = folder.read(candidate.id());
    List<Course> same =
        before.stream()
            .flatMap(result -> result.exercises().stream())
            .filter(ExerciseResult::hasVerdict)
            .flatMap(one -> Course.named(one.exercise()).stream())
            .filter(one -> lookout.isSame(candidate.id(), content, one))
            .toList();
    List<Course> changed = exercises.stream().filter(one -> !same.contains(one)).toList();
    return same.isEmpty() || changed.isEmpty()
        ? new Grading(grader.grade(candidate), content, Optional.empty())
        : new Grading(grader.grade(candidate, changed), content, before);
  }

  private void take(Grading grading) throws IOException {
    Result graded = grading.result().join();
    boolean isGone = graded.digest().isEmpty() && lookout.isDone(graded.id());
    boolean isOther =
        grading.before().isPresent()
            && !graded.digest().equals(grading.content().map(Content::digest));
    // What has changed meanwhile is new in the next round.
    if (!isEnding && !isGone && !isOther) {
      Result result =
          grading.before().map(before -> Regrading.after(before, graded)).orElse(graded);
      folder.write(result);
      lookout.done(result, grading.content());
      board.take(result, Instant.now());
      told.accept(result);
    }
  }

  private static List<String> ids(Collection<Candidate> candidates) {
    return candidates.stream().map(Candidate::id).toList();
  }

  private void callTheRoll() throws IOException {
    try {
      List<Candidate> now = roll.call();
      if (!now.equals(present)) {
        board.expect(now);
        folder.begin(folder.run().orElseThrow().ofWholeClass(ids(now)));
        present = now;
      }
    } catch (Refused e) {
      // The list is being written: the class is as it was.
      return;
    }
  }

  /** From now on nothing is written: what fails does so because it is ended. */
  public void end() {
    isEnding = true;
  }
}
