package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static tp6.grader.HandedIn.CLOCK;
import static tp6.grader.HandedIn.SERVER;
import static tp6.grader.HandedIn.SOURCE;
import static tp6.grader.HandedIn.notes;
import static tp6.grader.HandedIn.take;
import static tp6.grader.HandedIn.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;

/** Of what was handed in more than once, the newest counts that is more than the starter. */
@Tag("once")
class HandInPartsTest {
  private static final String ECHO = Exercises.ECHO_SINGLE.studentFile();
  private static final byte[] ECHO_SOURCE = "package tp6.echosingle;".getBytes(UTF_8);
  private static final byte[] STARTER =
      "package tp6.clock; throw new UnsupportedOperationException(\"TODO\");".getBytes(UTF_8);
  private static final byte[] OTHER = "package tp6.clock; class Other {}".getBytes(UTF_8);
  private static final Instant LATER = Packed.THEN.plus(Duration.ofHours(1));
  private static final Instant LATEST = Packed.THEN.plus(Duration.ofHours(2));

  @TempDir Path folder;

  private void requireTaken(byte[] source, Map<String, Reason> notes) throws IOException {
    Submission submission = take(folder);
    assertThat(submission.sources().get(Exercises.CLOCK).get("tp6/clock/ClockServer.java"))
        .asString()
        .isEqualTo(new String(source, UTF_8));
    assertThat(notes(submission)).containsAllEntriesOf(notes);
  }

  private void requireRefused(String... parts) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(folder))
        .satisfies(refused -> assertThat(refused.getMessage()).contains(parts));
  }

  private void put(String path, byte[] source, Instant time) throws IOException {
    Files.setLastModifiedTime(write(folder, path, source), FileTime.from(time));
  }

  /** What was written last in an archive may be another exercise. */
  @Test
  void comparesTheDatesOfTheExercise() throws IOException {
    Packed.zip(folder.resolve("correction.zip"), Map.of(SERVER, SOURCE), LATER);
    put(SERVER, OTHER, Packed.THEN);
    put(ECHO, ECHO_SOURCE, LATEST);

    requireTaken(SOURCE, Map.of("clock", Reason.OLDER));
    assertThat(take(folder).sources()).containsKey(Exercises.ECHO_SINGLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1980-01-01T00:00:00Z", "1980-02-01T00:00:00Z", "1970-01-01T00:00:00Z"})
  void guessesNothingWhereAnArchiveHasNoDates(String none) throws IOException {
    Packed.zip(folder.resolve("a.zip"), Map.of(SERVER, SOURCE), Instant.parse(none));
    Packed.zip(folder.resolve("b.zip"), Map.of(SERVER, OTHER), LATER);

    requireRefused("a.zip", "b.zip", "no date tells");
  }

  @Test
  void takesWorkBeforeANewerStarter() throws IOException {
    Packed.zip(folder.resolve("rendu.zip"), Map.of(SERVER, SOURCE));
    Packed.zip(folder.resolve("starter.zip"), Map.of(SERVER, STARTER), LATER);

    requireTaken(SOURCE, Map.of("starter.zip", Reason.STARTER));
  }

  private byte[] zipped(Map<String, byte[]> files) throws IOException {
    Path zip = folder.resolveSibling("inner.zip");
    Packed.zip(zip, files);
    return Files.readAllBytes(zip);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.zip", "p.tar.gz", "p.7z"})
  void namesAnExerciseThatIsZippedBesideAnother(String name) throws IOException {
    Map<String, byte[]> files =
        Map.of(ECHO, ECHO_SOURCE, "clock.zip", zipped(Map.of(SERVER, SOURCE)));
    switch (name) {
      case "p.zip" -> Packed.zip(folder.resolve(name), files);
      case "p.7z" -> Packed.sevenZip(folder.resolve(name), files, "");
      default -> Packed.tarGz(folder.resolve(name), files);
    }

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(folder.resolve(name)))
        .withMessage("holds an archive in the archive: unpack clock.zip");
  }

  @Test
  void namesAnExerciseThatIsZippedInARepository() throws IOException {
    byte[] zip = zipped(Map.of(ECHO, ECHO_SOURCE));
    String below = SERVER.substring("clock/".length());
    try (GitFork git = new GitFork(folder)) {
      TreeFormatter root = new TreeFormatter();
      ObjectId clock = git.folders(below, FileMode.REGULAR_FILE, git.file(SOURCE));
      root.append("clock", FileMode.TREE, clock);
      root.append("echo.zip", FileMode.REGULAR_FILE, git.file(zip));
      git.commit(git.folder(root));
    }

    requireRefused("unpack echo.zip");
  }

  @Test
  void passesOverAZipWithoutSources() throws IOException {
    byte[] images = zipped(Map.of("one.png", SOURCE));
    Packed.zip(folder.resolve("p.zip"), Map.of(SERVER, SOURCE, "images.zip", images));

    assertThat(notes(take(folder.resolve("p.zip"))))
        .containsOnly(entry("images.zip", Reason.ADDED));
  }

  @Test
  void takesTheNewerOfTwoThatABrowserHasNumbered() throws IOException {
    put(SERVER, OTHER, Packed.THEN);
    put(CLOCK + "ClockServer (1).java", SOURCE, LATER);

    requireTaken(
        SOURCE, Map.of(SERVER, Reason.OLDER, CLOCK + "ClockServer (1).java", Reason.PLACED));

    put(SERVER, OTHER, LATEST);
    requireTaken(OTHER, Map.of(CLOCK + "ClockServer (1).java", Reason.OLDER));
  }

  @ParameterizedTest
  @ValueSource(strings = {CLOCK, "", "rendu/"})
  void guessesNothingBetweenNumberedOnes(String around) throws IOException {
    put(around + "ClockServer.java", OTHER, Packed.THEN);
    put(around + "ClockServer(2).java", SOURCE, Packed.THEN);

    requireRefused("ClockServer.java more than once", "ClockServer(2).java", "no date tells");
  }

  @Test
  void takesTheOnlyOneThoughItIsNumbered() throws IOException {
    put(CLOCK + "ClockServer (1).java", SOURCE, Packed.THEN);

    requireTaken(SOURCE, Map.of(CLOCK + "ClockServer (1).java", Reason.PLACED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ClockServer.java", "src/ClockServer.java", "mon travail/ClockServer.java"})
  void takesLooseWorkBesideTheStarter(String own) throws IOException {
    put("tp6/" + SERVER, STARTER, LATER);
    put(own, SOURCE, Packed.THEN);

    requireTaken(SOURCE, Map.of("tp6/" + SERVER, Reason.STARTER, own, Reason.PLACED));
  }

  @Test
  void takesASourceInAFolderTooHigh() throws IOException {
    put("clock/src/main/java/ClockServer.java", SOURCE, LATER);

    requireTaken(SOURCE, Map.of("clock/src/main/java/ClockServer.java", Reason.PLACED));
  }

  @Test
  void saysThatASourceLiesAmongTheTests() throws IOException {
    String path = "clock/src/test/java/tp6/clock/ClockServer.java";
    put(path, SOURCE, LATER);

    requireRefused(path + " lies where tests do, move it to src/main/java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out/production/ClockServer.java", "bin/tp6.zip", "target/a/B.java"})
  void namesWhatLiesInAFolderOfTools(String path) throws IOException {
    put(path, SOURCE, LATER);
    put("rapport.pdf", SOURCE, LATER);

    String tool = path.substring(0, path.indexOf('/'));
    requireRefused(path + " is not read, for compilers and tools write into " + tool + ": move it");
  }

  @Test
  void tellsWhatWasNotFetched() throws IOException {
    byte[] pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:1\n".getBytes(UTF_8);
    put(SERVER, pointer, LATER);
    put(ECHO, ECHO_SOURCE, LATER);
    put(".gitmodules", "[submodule \"m\"]\n\tpath = echo-multi\n".getBytes(UTF_8), LATER);

    Submission submission = take(folder);

    assertThat(submission.notFetched(Exercises.CLOCK))
        .hasValueSatisfying(why -> assertThat(why.key()).isEqualTo("not.fetched.lfs"));
    assertThat(submission.notFetched(Exercises.ECHO_MULTI))
        .hasValueSatisfying(why -> assertThat(why.key()).isEqualTo("not.fetched.submodule"));
    assertThat(submission.notFetched(Exercises.ECHO_SINGLE)).isEmpty();
  }
}
