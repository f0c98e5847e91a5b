package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static tp6.grader.HandedIn.SERVER;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Submission;

/**
 * An exercise in a folder, and around it: the newer work counts where dates tell, and it is told.
 */
class HandInCopiesTest {
  private static final String HEAD = "package tp6.clock;\nclass ClockServer {\n";
  private static final String TODO = " {\nthrow new UnsupportedOperationException(\"TODO\");\n}\n";
  private static final String STARTER = HEAD + "void serve()" + TODO + "void talk()" + TODO + "}\n";
  private static final String HALF = HEAD + "int half;\nvoid talk()" + TODO + "}\n";
  private static final String DRAFT = HEAD + "int draft;\n}\n";
  private static final String WORK = HEAD + "int work;\n}\n";
  private static final Instant THEN = Packed.THEN;

  @TempDir Path folder;
  private final Map<String, byte[]> files = new TreeMap<>();

  private void put(String path, String source, Instant time) throws IOException {
    Path file = write(folder, path, source.getBytes(UTF_8));
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private void require(String source, Map<String, Reason> notes) throws IOException {
    Submission submission = take(folder);
    byte[] taken = submission.sources().get(Exercises.CLOCK).get("tp6/clock/ClockServer.java");
    assertThat(new String(taken, UTF_8)).isEqualTo(source);
    assertThat(notes(submission)).containsExactlyInAnyOrderEntriesOf(notes);
  }

  private static String text(String name) {
    return Map.of("starter", STARTER, "half", HALF, "draft", DRAFT, "work", WORK).get(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'', TP6-final, starter",
    "'', TP6-final, draft",
    "'', TP6-final, half",
    "tp6/, tp6/a/rendu, starter"
  })
  void takesNewerWorkFromAFolder(String around, String inner, String outer) throws IOException {
    put(around + SERVER, text(outer), THEN);
    put(inner + "/" + SERVER, WORK, THEN.plus(Duration.ofDays(3)));

    require(WORK, Map.of(around + SERVER, Reason.OLDER, inner + "/" + SERVER, Reason.NEWER));
  }

  /** A backup, a clone or a copy, which tell nothing, and the starter, unpacked to look at it. */
  @ParameterizedTest
  @CsvSource({
    "work, draft, -86400",
    "work, draft, 0",
    "starter, work, 0",
    "starter, work, 5",
    "work, starter, 86400",
    "half, starter, 86400"
  })
  void keepsWhatMavenBuildsWhereNothingTellsOtherwise(String outer, String inner, long seconds)
      throws IOException {
    put(SERVER, text(outer), THEN);
    put("sauvegarde/" + SERVER, text(inner), THEN.plusSeconds(seconds));

    require(text(outer), Map.of("sauvegarde/" + SERVER, Reason.ADDED));
  }

  /** Of what was given, nothing is said that nobody needs. */
  @Test
  void saysNothingOfWhatWasGiven() throws IOException {
    CourseFiles.packed()
        .given(Exercises.CLOCK)
        .forEach(
            (path, content) -> {
              for (String root : new String[] {"", "rendu/"}) {
                files.put(root + Exercises.CLOCK.sourceRoot() + path, content);
              }
            });
    assertThat(files).isNotEmpty();
    Packed.folder(folder, files);
    put(SERVER, STARTER, THEN);
    put("rendu/" + SERVER, WORK, THEN.plus(Duration.ofDays(1)));

    require(WORK, Map.of(SERVER, Reason.OLDER, "rendu/" + SERVER, Reason.NEWER));
  }

  @Test
  void takesTheNewestOfSeveralAndGuessesNothingBetweenThem() throws IOException {
    put(SERVER, STARTER, THEN);
    put("v1/" + SERVER, DRAFT, THEN.plus(Duration.ofDays(1)));
    put("v2/" + SERVER, WORK, THEN.plus(Duration.ofDays(2)));
    require(
        WORK,
        Map.of(SERVER, Reason.OLDER, "v1/" + SERVER, Reason.OLDER, "v2/" + SERVER, Reason.NEWER));

    put("v1/" + SERVER, DRAFT, THEN.plus(Duration.ofDays(2)));
    require(STARTER, Map.of("v1/" + SERVER, Reason.ADDED, "v2/" + SERVER, Reason.ADDED));
  }

  /** As a commit of the same files has no dates, those of the working copy are not asked. */
  @Test
  void asksNoDatesOfAWorkingCopy() throws IOException {
    put(".git", "gitdir: elsewhere\n", THEN);
    put(SERVER, DRAFT, THEN);
    put("essai/" + SERVER, WORK, THEN.plus(Duration.ofDays(1)));

    require(DRAFT, Map.of(".git", Reason.WORKTREE, "essai/" + SERVER, Reason.ADDED));
  }

  /** The others stay where they are, and so do the answers to their questions. */
  @Test
  void decidesForEachExercise() throws IOException {
    String echo = Exercises.ECHO_MULTI.studentFile();
    put(SERVER, STARTER, THEN);
    put("clock/answers.md", "old", THEN);
    put(echo, "class A {}", THEN);
    put("Final/" + SERVER, WORK, THEN.plus(Duration.ofDays(1)));
    put("Final/clock/answers.md", "new", THEN.plus(Duration.ofDays(1)));
    put("Final/" + echo, "class B {}", THEN);

    require(
        WORK,
        new TreeMap<>(
            Map.of(
                SERVER,
                Reason.OLDER,
                "clock/answers.md",
                Reason.ADDED,
                "Final/" + SERVER,
                Reason.NEWER,
                "Final/" + echo,
                Reason.ADDED)));
    Submission submission = take(folder);
    assertThat(submission.answers()).containsOnly(entry("clock/answers.md", "new"));
    assertThat(submission.sources().get(Exercises.ECHO_MULTI).values())
        .containsExactly("class A {}".getBytes(UTF_8));
  }

  @Test
  void keepsWhatMavenBuildsOfAZipWhoseFilesHaveOneDate() throws IOException {
    Packed.zip(
        folder.resolve("x.zip"),
        Map.of(SERVER, STARTER.getBytes(UTF_8), "in/" + SERVER, WORK.getBytes(UTF_8)));

    require(STARTER, Map.of("in/" + SERVER, Reason.ADDED));
  }
}
