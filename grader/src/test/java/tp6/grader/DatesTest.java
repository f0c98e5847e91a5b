package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.submission.Submission;

/** When something was handed in: the date of the commit, the archive, or the newest file. */
class DatesTest {
  private static final Instant FRIDAY = Instant.parse("2026-11-20T17:00:00Z");
  private static final Instant SATURDAY = Instant.parse("2026-11-21T09:30:15Z");

  @TempDir Path folder;
  private Path fork;

  @BeforeEach
  void handIn() throws IOException {
    fork = folder.resolve("fork");
    Bank.entry("clock/right/Recursion").copyInto(fork);
    try (Stream<Path> all = Files.walk(fork)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(FRIDAY));
      }
    }
  }

  private void requireDate(Path handedIn, Instant date) throws IOException {
    assertThat(HandedIn.take(handedIn))
        .extracting(Submission::handedIn)
        .isEqualTo(Optional.of(date));
  }

  @Test
  void isThatOfTheCommitWhateverTheFilesSay() throws IOException {
    try (GitFork git = new GitFork(fork)) {
      git.commit(git.solution(), SATURDAY);
    }

    requireDate(fork, SATURDAY);
  }

  @Test
  void isThatOfTheNewestFile() throws IOException {
    requireDate(fork, FRIDAY);

    Path notes = Files.writeString(fork.resolve("notes.txt"), "");
    Files.setLastModifiedTime(notes, FileTime.from(SATURDAY));

    requireDate(fork, SATURDAY);
  }

  /** The files in it have the dates of the student's computer. */
  @Test
  void isThatOfTheArchive() throws IOException {
    Map<String, byte[]> files = Packed.bank("clock/right/Recursion", folder);
    Path alone = folder.resolve("tp6.zip");
    Path inAFolder = folder.resolve("Ada_1_assignsubmission_file_/tp6.zip");
    for (Path zip : List.of(alone, inAFolder)) {
      Packed.zip(zip, files);
      Files.setLastModifiedTime(zip, FileTime.from(SATURDAY));
    }

    requireDate(alone, SATURDAY);
    requireDate(inAFolder.getParent(), SATURDAY);
  }
}
