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
import static tp6.grader.HandedIn.taken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;

/** Zips that no honest student hands in. Nothing of them gets out of the zip. */
@Tag("once")
@Timeout(60)
class ZipIntakeTest {
  private static final int LINK = 0120777;
  private static final int PIPE = 0010666;
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;
  private Path zip;

  /** Fills a zip. */
  private interface Content {
    void to(ZipArchiveOutputStream zip) throws IOException;
  }

  @BeforeEach
  void name() {
    zip = folder.resolve("submission.zip");
  }

  private Path zip(Content content) throws IOException {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      Zips.add(out, SERVER, SOURCE);
      content.to(out);
    }
    return zip;
  }

  /** Some programs write backslashes, and say that they are of Unix. */
  @Test
  void takesBackslashesBetweenFolders() throws IOException {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      Zips.add(out, "tp6\\clock\\", new byte[0], ZipEntry.STORED, 0100644);
      Zips.add(out, "tp6\\" + SERVER.replace('/', '\\'), SOURCE, ZipEntry.STORED, 0100644);
      Zips.add(out, "tp6\\..\\..\\clock\\Elsewhere.java", SOURCE, ZipEntry.STORED, 0100644);
    }

    Submission submission = take(zip);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission).values()).containsOnly(Reason.PATH);
  }

  @Test
  void leavesPathsThatLeadElsewhere() throws IOException {
    Submission submission =
        take(
            zip(
                zip -> {
                  Zips.add(zip, "../../elsewhere.java", SOURCE);
                  Zips.add(zip, "/etc/elsewhere", SOURCE);
                  Zips.add(zip, CLOCK + "../../../Elsewhere.java", SOURCE);
                  Zips.add(zip, CLOCK + "x".repeat(300) + ".java", SOURCE);
                  Zips.add(zip, CLOCK + "two\nlines.java", SOURCE);
                }));

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission).values()).hasSize(5).containsOnly(Reason.PATH);
    assertThat(folder).isDirectoryContaining(path -> path.equals(zip));
  }

  @Test
  void leavesWhatIsNoFile() throws IOException {
    Submission submission =
        take(
            zip(
                zip -> {
                  byte[] target = "/etc/passwd".getBytes(UTF_8);
                  Zips.add(zip, CLOCK + "Link.java", target, ZipEntry.STORED, LINK);
                  Zips.add(zip, CLOCK + "Pipe.java", SOURCE, ZipEntry.STORED, PIPE);
                }));

    assertThat(notes(submission))
        .containsOnly(
            entry(CLOCK + "Link.java", Reason.LINK), entry(CLOCK + "Pipe.java", Reason.SPECIAL));
  }

  /** BZIP2, LZMA, Zstandard, XZ, encrypted, and none at all. */
  @ParameterizedTest
  @ValueSource(ints = {12, 14, 93, 95, 99, 1234})
  void leavesWhatIsPackedInAnotherWay(int method) throws IOException {
    Submission submission =
        take(zip(zip -> Zips.add(zip, CLOCK + "Packed.java", SOURCE, method, 0)));

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission)).containsOnly(entry(CLOCK + "Packed.java", Reason.SPECIAL));
  }

  @Test
  void refusesTwoFilesOfOnePath() throws IOException {
    zip(zip -> Zips.add(zip, SERVER, "another".getBytes(UTF_8)));

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(zip))
        .withMessage(
            "the zip holds two files of the same path: zip the folder again, into a new file");
  }

  @Test
  void leavesWhatSwells() throws IOException {
    Submission submission =
        take(
            zip(
                zip -> {
                  zip.putArchiveEntry(new ZipArchiveEntry(CLOCK + "Swells.java"));
                  for (int i = 0; i < 500; i++) {
                    zip.write(new byte[MEGABYTE]);
                  }
                  zip.closeArchiveEntry();
                }));

    assertThat(Files.size(zip)).isLessThan(MEGABYTE);
    assertThat(notes(submission)).containsOnly(entry(CLOCK + "Swells.java", Reason.TOO_LARGE));
  }

  @Test
  void opensNoZipInAZip() throws IOException {
    byte[] inner = SOURCE;
    for (int depth = 0; depth < 50; depth++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
        Zips.add(out, depth == 0 ? SERVER : "inner.zip", inner);
      }
      inner = bytes.toByteArray();
    }
    byte[] nested = inner;

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(zip(zip -> Zips.add(zip, "clock/inner.zip", nested))))
        .withMessage("holds an archive in the archive: unpack clock/inner.zip");
  }

  @Test
  @Timeout(20)
  void refusesAHundredThousandFiles() throws IOException {
    zip(
        zip -> {
          for (int i = 0; i < 100_000; i++) {
            Zips.add(zip, Integer.toString(i), new byte[0]);
          }
        });

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(zip))
        .withMessage("holds more than 20000 files");
  }

  @Test
  void refusesWhatIsNoZip() throws IOException {
    Files.write(zip, SOURCE);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(zip))
        .withMessage("submission.zip is no archive that can be read: hand in a zip");
  }
}
