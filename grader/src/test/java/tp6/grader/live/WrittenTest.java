package tp6.grader.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.grade.Result;
import tp6.grader.live.Place.Kind;
import tp6.grader.report.Samples;
import tp6.grader.store.Run;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;

/** What {@code live --read-only} makes of the files that a run somewhere else writes. */
class WrittenTest {
  @TempDir private Path folder;

  private final Board board = new Board(Duration.ofMinutes(15));
  private RunFolder run;
  private Written written;

  @BeforeEach
  void begin() throws IOException {
    run = new RunFolder(folder);
    written = new Written(folder, board);
    run.begin(Run.of(Samples.RULES, "digest", "1/1", List.of("dupont", "martin")));
  }

  @Test
  void showsWhoIsExpectedBeforeAnythingIsGraded() throws IOException {
    written.round();

    assertThat(board.students()).isEmpty();
    assertThat(board.unseen()).extracting(Candidate::id).containsExactly("dupont", "martin");
  }

  @Test
  void takesWhatIsWrittenMeanwhile() throws IOException {
    written.round();
    run.write(losing("dupont", "a", 1));
    written.round();
    run.write(losing("dupont", "b", 3));
    run.write(losing("martin", "c", 2));
    written.round();

    assertThat(board.students())
        .extracting(student -> student.last().id() + " " + student.place().number())
        .containsExactlyInAnyOrder("dupont 3", "martin 2");
    assertThat(board.students()).allMatch(student -> student.place().kind() == Kind.LOST);
  }

  /** Some file systems show a file before all of it is there. */
  @Test
  void keepsTheLastGradeWhileTheNextIsHalfThere() throws IOException {
    run.write(losing("dupont", "a", 2));
    written.round();
    Path grade = gradeOf("dupont");
    String whole = Files.readString(grade, UTF_8);
    Files.writeString(grade, whole.substring(0, whole.length() / 2), UTF_8);
    written.round();

    assertThat(board.students().get(0).place().number()).isEqualTo(2);

    run.write(losing("dupont", "b", 3));
    written.round();

    assertThat(board.students().get(0).place().number()).isEqualTo(3);
  }

  @Test
  void refusesAFolderInWhichNobodyGrades() {
    Path empty = folder.resolve("empty");

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> new Written(empty, board).round())
        .withMessage("grade has not written this folder: " + empty);
  }

  @Test
  void writesNothing() throws IOException {
    run.write(losing("dupont", "a", 2));
    List<String> before = files();
    written.round();

    assertThat(files()).isEqualTo(before);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(file -> file + " " + file.toFile().lastModified()).sorted().toList();
    }
  }

  private Path gradeOf(String id) {
    return folder.resolve("submissions").resolve(RunFolder.nameFor(id)).resolve("grade.json");
  }

  private static Result losing(String id, String digest, int stage) {
    return Graded.of(id, digest, Graded.losing("clock", stage));
  }
}
