package tp6.grader.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Exercises;
import tp6.grader.report.Samples;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;
import tp6.grader.text.Reason;

/** What is new in a class, and what is read for that. */
class LookoutTest {
  @TempDir private Path folder;
  private final List<String> read = new ArrayList<>();
  private final Lookout lookout = new Lookout(this::read);
  private final List<Candidate> all = new ArrayList<>();

  @BeforeEach
  void handIn() throws IOException {
    for (String id : List.of("ada", "bob", "eve")) {
      all.add(new Candidate(id, folder.resolve(id), "", ""));
      write(id, "one", 3600);
    }
  }

  private void write(String id, String text, int secondsAgo) throws IOException {
    Path file = Files.createDirectories(folder.resolve(id)).resolve("A.java");
    Files.writeString(file, text);
    FileTime time = FileTime.from(Instant.now().minus(Duration.ofSeconds(secondsAgo)));
    Files.setLastModifiedTime(file, time);
  }

  private Submission read(Path place) throws IOException {
    read.add(place.getFileName().toString());
    Path file = place.resolve("A.java");
    if (Files.notExists(file)) {
      throw new Refused(Reason.said("holds no exercise"));
    }
    return new Submission(
        Map.of(Exercises.CLOCK, Map.of("A.java", Files.readAllBytes(file))),
        Map.of(),
        List.of(),
        Optional.empty());
  }

  private void grade(String id) throws IOException {
    lookout.done(Graded.of(id, read(folder.resolve(id)).digest()), Optional.empty());
  }

  private List<String> news() {
    read.clear();
    return lookout.news(all).stream().map(Candidate::id).toList();
  }

  @Test
  void takesWhatWasNotGradedForNewInTheOrderOfTheClass() {
    assertThat(news()).containsExactly("ada", "bob", "eve");
  }

  @Test
  void readsOnceWhatDoesNotChange() throws IOException {
    for (String id : List.of("ada", "bob", "eve")) {
      grade(id);
    }
    assertThat(news()).isEmpty();
    assertThat(read).containsExactly("ada", "bob", "eve");
    assertThat(news()).isEmpty();
    assertThat(read).isEmpty();

    write("bob", "two", 1800);

    assertThat(news()).containsExactly("bob");
    assertThat(read).containsExactly("bob");
  }

  /** A disk with times in seconds shows no difference where something is written twice in one. */
  @Test
  void readsAgainWhatHasChangedJustNow() throws IOException {
    grade("ada");
    write("ada", "one", 0);
    news();
    news();

    assertThat(read).contains("ada");
  }

  /** Who waits to see something sees it before those who have not begun, the longest first. */
  @Test
  void servesFirstWhoWasServedLongestAgo() throws IOException {
    grade("eve");
    grade("bob");
    write("bob", "two", 10);
    write("eve", "two", 10);

    assertThat(news()).containsExactly("eve", "bob", "ada");
  }

  @Test
  void takesTheSameInANewerFileForOld() throws IOException {
    grade("ada");
    news();
    write("ada", "one", 10);

    assertThat(news()).doesNotContain("ada");
    assertThat(read).contains("ada");
  }

  /** Without reading it, which takes its time where a whole class hands in. */
  @Test
  void noticesAtAGlanceWhatIsNew() throws IOException {
    news();
    assertThat(lookout.noticed(all)).isEmpty();
    read.clear();

    write("bob", "two", 10);

    assertThat(lookout.noticed(all)).containsExactly("bob");
    assertThat(lookout.noticed(all)).as("until it is read").containsExactly("bob");
    assertThat(read).isEmpty();
    news();
    assertThat(lookout.noticed(all)).isEmpty();
  }

  @Test
  void readsNothingTwiceToGradeIt() throws IOException {
    write("ada", "one", 0);
    news();
    read.clear();

    assertThat(lookout.lastRead(all.get(0)).orElseThrow().digest())
        .isEqualTo(read(folder.resolve("ada")).digest());
    assertThat(read).as("by this test").containsExactly("ada");
  }

  /** What cannot be read is graded once, for the reason; what was graded stays. */
  @Test
  void leavesAGradeWhereADiskIsAway() throws IOException {
    Files.delete(folder.resolve("bob/A.java"));
    grade("ada");
    Files.delete(folder.resolve("ada/A.java"));
    assertThat(news()).contains("bob").doesNotContain("ada");

    lookout.done(Samples.refused("bob", "", "", "holds no exercise"), Optional.empty());
    assertThat(news()).doesNotContain("ada", "bob");
    write("bob", "one", 0);
    assertThat(news()).contains("bob");
  }

  /** Only of what was read and graded is it known which exercise has changed. */
  @Test
  void knowsWhichExerciseIsAsItWasGraded() throws IOException {
    Candidate ada = all.get(0);
    Optional<Lookout.Content> first = lookout.content(ada);
    String digest = first.orElseThrow().digest();
    lookout.done(Graded.of("ada", digest), first);
    assertThat(lookout.isSame("ada", first, Exercises.CLOCK)).isTrue();
    assertThat(lookout.isSame("ada", first, Exercises.WEATHER)).as("which is not there").isFalse();

    write("ada", "two", 1800);
    assertThat(lookout.isSame("ada", lookout.content(ada), Exercises.CLOCK)).isFalse();

    lookout.done(Graded.of("ada", "of something else"), first);
    assertThat(lookout.isSame("ada", first, Exercises.CLOCK)).isFalse();
  }
}
