package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tp6.grader.course.CourseFiles;
import tp6.grader.grade.Isolation;
import tp6.grader.run.HandIns;
import tp6.grader.run.NeedsSandbox;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Roster;
import tp6.grader.submission.Submission;

/** A hand-in costs what it may cost, or is refused; the others do not wait for it. */
@Timeout(300)
@NeedsSandbox
class HandInsTest {
  private static final byte[] SOURCE = "package tp6.clock;\nclass ClockServer {}\n".getBytes(UTF_8);
  private static final Map<String, byte[]> RIGHT = Map.of(Exercises.CLOCK.studentFile(), SOURCE);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"PROCESS", "BWRAP"})
  void readsTheSameAsHere(Isolation isolation) throws IOException {
    Packed.folder(folder.resolve("Zoé/é à"), RIGHT);
    Packed.zip(folder.resolve("bob.zip"), RIGHT);
    Packed.sevenZip(folder.resolve("eve/tp6.7z"), RIGHT, "");
    Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
    Packed.tarGz(elsewhere.resolve("tp6.tgz"), RIGHT);

    try (HandIns handIns = new HandIns(isolation, 1)) {
      for (String name : List.of("Zoé", "bob.zip", "eve", "else/where", "bob.zip")) {
        Submission here = Intake.of(folder.resolve(name), CourseFiles.packed());
        Submission there = handIns.read(folder.resolve(name));
        assertThat(there.digest()).isEqualTo(here.digest());
        assertThat(there.notes()).isEqualTo(here.notes());
      }
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> handIns.read(folder.resolve("nobody")));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PROCESS", "BWRAP"})
  void refusesADeltaBombWhileTheOthersAreRead(Isolation isolation) throws IOException {
    DeltaBomb.write(folder.resolve("bomb"));
    Packed.zip(folder.resolve("bob.zip"), RIGHT);

    try (HandIns handIns = new HandIns(isolation, 1)) {
      CompletableFuture<String> bomb =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return "taken: " + handIns.read(folder.resolve("bomb")).notes();
                } catch (IOException e) {
                  return e.getClass().getSimpleName() + ": " + e.getMessage();
                }
              });
      for (int i = 0; i < 20; i++) {
        assertThat(handIns.read(folder.resolve("bob.zip")).sources()).hasSize(1);
      }
      assertThat(bomb).as("the bomb is still being read").isNotDone();
      assertThat(bomb.join()).startsWith("Refused: takes more than");
      assertThat(handIns.read(folder.resolve("bob.zip")).sources()).hasSize(1);
    }
  }

  @Test
  void refusesWhatFillsTheMemory() throws IOException {
    Packed.zip(folder.resolve("bob.zip"), RIGHT);
    Path bomb = folder.resolve("bomb");
    try (GitFork git = new GitFork(bomb)) {
      git.commit(git.folder("x".repeat(90_000_000).getBytes(UTF_8)));
    }

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1)) {
      assertThatExceptionOfType(Refused.class).isThrownBy(() -> handIns.read(bomb));
      assertThat(handIns.read(folder.resolve("bob.zip")).sources()).hasSize(1);
    }
  }

  @Test
  void refusesATarThatSwells() throws IOException {
    byte[] megabytes = new byte[30 << 20];
    Map<String, byte[]> files = new TreeMap<>(RIGHT);
    for (int i = 0; i < 8; i++) {
      files.put("clock/video" + i, megabytes);
    }
    Packed.tarGz(folder.resolve("tp6.tgz"), files);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> HandedIn.take(folder.resolve("tp6.tgz")))
        .withMessage("unpacks to more than 200 MB");
  }

  @Test
  void writesFewNotesHoweverManyFilesThereAre() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(RIGHT);
    for (int i = 0; i < 5_000; i++) {
      files.put("clock/" + "\u0001".repeat(900) + i, new byte[0]);
    }
    Packed.zip(folder.resolve("notes.zip"), files);

    Submission submission = HandedIn.take(folder.resolve("notes.zip"));

    assertThat(submission.notes()).hasSize(200);
    assertThat(submission.notes()).allMatch(note -> note.path().length() <= 301);
  }

  @Test
  void unpacksTheZipOfAClassAndNoOther() throws IOException {
    Path inner = folder.resolve("inner.zip");
    Packed.zip(inner, RIGHT);
    byte[] zip = Files.readAllBytes(inner);
    Map<String, byte[]> moodle =
        Map.of(
            "Réseaux-TP6/Anna_1_assignsubmission_file/tp6.zip", zip,
            "Réseaux-TP6/Zoé_2_assignsubmission_file/tp6.zip", zip,
            "Réseaux-TP6/../../Eve_3_assignsubmission_file/tp6.zip", zip);
    Packed.zip(folder.resolve("moodle.zip"), moodle);
    Packed.zip(
        folder.resolve("forks.zip"),
        Packed.and(
            Packed.in("a", RIGHT), Packed.and(Packed.in("b", RIGHT), Packed.in("c", RIGHT))));
    Packed.zip(
        folder.resolve("one.zip"), Packed.and(Packed.in("old", RIGHT), Packed.in("new", RIGHT)));

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1)) {
      assertThat(ids(handIns, "moodle.zip"))
          .containsExactly("Anna_1_assignsubmission_file", "Zoé_2_assignsubmission_file");
      assertThat(ids(handIns, "forks.zip")).containsExactly("a", "b", "c");
      assertThat(ids(handIns, "one.zip")).containsExactly("one");
    }
  }

  private List<String> ids(HandIns handIns, String zip) throws IOException {
    List<Candidate> candidates =
        Roster.of(List.of(folder.resolve(zip)), handIns::unpackedClass).candidates();
    for (Candidate candidate : candidates) {
      assertThat(handIns.read(candidate.path()).sources()).containsOnlyKeys(Exercises.CLOCK);
    }
    return candidates.stream().map(Candidate::id).toList();
  }
}
