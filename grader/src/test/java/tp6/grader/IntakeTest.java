package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_16;
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
import static tp6.grader.HandedIn.write;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;

/** Folders that no honest student hands in. What they hold is never a reason to read elsewhere. */
@Timeout(60)
class IntakeTest {
  @TempDir Path fork;

  @BeforeEach
  void handInASolution() throws IOException {
    write(fork, SERVER, SOURCE);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsNoLink(@TempDir Path elsewhere) throws IOException {
    Path secret = write(elsewhere, "Secret.java", SOURCE);
    Files.createSymbolicLink(fork.resolve(CLOCK + "Secret.java"), secret);
    Files.createSymbolicLink(fork.resolve(CLOCK + "elsewhere"), elsewhere);
    Files.createSymbolicLink(fork.resolve(CLOCK + "loop"), fork);
    Files.createSymbolicLink(fork.resolve("pom.xml"), secret);

    Submission submission = take(fork);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission))
        .containsOnly(
            entry(CLOCK + "Secret.java", Reason.LINK),
            entry(CLOCK + "elsewhere", Reason.LINK),
            entry(CLOCK + "loop", Reason.LINK),
            entry("pom.xml", Reason.LINK));
  }

  @Test
  void carriesTheAnswersAndNothingDependsOnThem() throws IOException {
    Path answers = write(fork, Exercises.CLOCK.answers(), "Le second attend.\r\n".getBytes(UTF_8));

    Submission submission = take(fork);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(submission.texts(List.of("clock")))
        .containsEntry("clock/answers.md", "Le second attend.\n");
    assertThat(submission.texts(List.of("weather"))).isEmpty();
    assertThat(submission.notes()).isEmpty();

    Files.writeString(answers, "Elle attend.");
    assertThat(take(fork).digest()).isNotEqualTo(submission.digest());

    for (byte[] odd :
        List.of(new byte[16 * 1024 + 1], "a\0".getBytes(UTF_8), "é".getBytes(UTF_16))) {
      Files.write(answers, odd);
      Submission without = take(fork);
      assertThat(taken(without)).containsExactly("tp6/clock/ClockServer.java");
      assertThat(without.answers()).isEmpty();
      assertThat(notes(without)).containsOnly(entry("clock/answers.md", Reason.ANSWERS));
    }
  }

  @Test
  void carriesNoAnswersThatNobodyHasWritten() throws IOException {
    String path = Exercises.ECHO_MULTI.answers();
    write(fork, path, Files.readAllBytes(Project.ROOT.resolve(path)));

    assertThat(take(fork).answers()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesSourcesBehindALink(@TempDir Path elsewhere) throws IOException {
    write(elsewhere, "EchoServer.java", SOURCE);
    Path folder = fork.resolve("echo-multi/src/main/java/tp6");
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("echomulti"), elsewhere);

    Submission submission = take(fork);

    assertThat(submission.sources()).containsOnlyKeys(Exercises.CLOCK);
    assertThat(submission.wasRefused(Exercises.ECHO_MULTI)).isTrue();
    assertThat(submission.wasRefused(Exercises.ECHO_SINGLE)).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void waitsForNoPipe() throws Exception {
    HandedIn.makePipe(fork.resolve(CLOCK + "Pipe.java"));
    HandedIn.makePipe(fork.resolve("pom.xml"));

    assertThat(notes(take(fork)))
        .containsOnly(entry(CLOCK + "Pipe.java", Reason.SPECIAL), entry("pom.xml", Reason.SPECIAL));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void takesNamesOfClassesOnly() throws IOException {
    String longest = "x".repeat(250) + ".java";
    for (String name :
        new String[] {"-J-version.java", "@options.java", "a b.java", "1.java", longest}) {
      write(fork, CLOCK + name, SOURCE);
    }
    write(fork, CLOCK + "two\nlines.java", SOURCE);
    write(fork, CLOCK + "in-a-folder/Helper.java", SOURCE);

    Submission submission = take(fork);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission))
        .containsOnly(
            entry(CLOCK + "-J-version.java", Reason.NAME),
            entry(CLOCK + "@options.java", Reason.NAME),
            entry(CLOCK + "a b.java", Reason.NAME),
            entry(CLOCK + "1.java", Reason.NAME),
            entry(CLOCK + longest, Reason.PATH),
            entry(CLOCK + "two\nlines.java", Reason.PATH),
            entry(CLOCK + "in-a-folder/Helper.java", Reason.NAME));
  }

  @Test
  void leavesWhatIsNoText() throws IOException {
    write(fork, CLOCK + "Compiled.java", new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 0});
    write(fork, CLOCK + "Wide.java", "package tp6.clock;".getBytes(UTF_16));
    try (RandomAccessFile huge =
        new RandomAccessFile(fork.resolve(CLOCK + "Huge.java").toFile(), "rw")) {
      huge.setLength(30_000_000);
    }

    assertThat(notes(take(fork)))
        .containsOnly(
            entry(CLOCK + "Compiled.java", Reason.BINARY),
            entry(CLOCK + "Wide.java", Reason.ENCODING),
            entry(CLOCK + "Huge.java", Reason.TOO_LARGE));
  }

  @Test
  void takesTwoMegabytesInAll() throws IOException {
    byte[] large = " ".repeat(250 * 1024).getBytes(UTF_8);
    for (int i = 10; i < 20; i++) {
      write(fork, CLOCK + "Large" + i + ".java", large);
    }

    Submission submission = take(fork);

    assertThat(taken(submission)).hasSize(9);
    assertThat(notes(submission).values()).containsOnly(Reason.TOO_LARGE);
  }

  @Test
  void takesTwoHundredFiles() throws IOException {
    for (int i = 100; i < 400; i++) {
      write(fork, CLOCK + "Helper" + i + ".java", SOURCE);
    }

    Submission submission = take(fork);

    assertThat(taken(submission)).hasSize(200);
    assertThat(notes(submission)).hasSize(101);
    assertThat(notes(submission).values()).containsOnly(Reason.TOO_MANY);
  }

  @Test
  void refusesTwentyThousandFiles() throws IOException {
    Path folder = Files.createDirectories(fork.resolve("clock/many"));
    for (int i = 0; i < 20_000; i++) {
      Files.createFile(folder.resolve(Integer.toString(i)));
    }

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(fork))
        .withMessage("holds more than 20000 files");
  }
}
