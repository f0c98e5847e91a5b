package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_16LE;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Roster;
import tp6.grader.submission.Submission;

/** Hand-ins as honest students send them: each is taken, or what is wrong with it is named. */
@Tag("once")
@Timeout(60)
class HandInKindsTest {
  private static final Map<String, byte[]> RIGHT = Map.of(SERVER, SOURCE);
  private static final Map<String, byte[]> ECHO =
      Map.of(
          Exercises.ECHO_SINGLE.sourceFolder() + "Echo.java",
          "package tp6.echosingle;".getBytes(UTF_8));
  private static final Map<String, byte[]> OTHER =
      Map.of(SERVER, "package tp6.clock;".getBytes(UTF_8));

  @TempDir Path folder;

  private void requireRefused(String... parts) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(folder))
        .satisfies(refused -> assertThat(refused.getMessage()).contains(parts));
  }

  private void requireTaken() throws IOException {
    assertThat(taken(take(folder))).containsExactly("tp6/clock/ClockServer.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tp6.zip", "TP6.ZIP", "rendu/tp6.zip", "tp 6 réseau.Zip"})
  void takesAZipAmongOtherFiles(String name) throws IOException {
    Packed.zip(folder.resolve(name), RIGHT);
    write(folder, "rapport.pdf", "%PDF".getBytes(UTF_8));
    write(folder, ".DS_Store", new byte[3]);

    Submission submission = take(folder);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission)).containsOnly(entry("rapport.pdf", Reason.ADDED));
  }

  @Test
  void takesTheOneZipThatHasAnExercise() throws IOException {
    Packed.zip(folder.resolve("captures.zip"), Map.of("one.png", new byte[9]));
    Packed.zip(folder.resolve("tp6.zip"), RIGHT);

    assertThat(notes(take(folder))).containsOnly(entry("captures.zip", Reason.ADDED));
  }

  @Test
  void takesOtherKindsOfArchives() throws IOException {
    Packed.tarGz(folder.resolve("a/tp6.tar.gz"), Packed.in("./tp6", RIGHT));
    Packed.tarGz(folder.resolve("b/tp6.tgz"), RIGHT);
    Packed.tar(folder.resolve("c/tp6.tar"), RIGHT);
    Packed.sevenZip(folder.resolve("d/TP6.7z"), Packed.in("TP réseau", RIGHT), "");
    Packed.zipOfWindows(folder.resolve("e/tp6.zip"), Packed.in("TP réseau été", RIGHT));

    for (String student : new String[] {"a", "b", "c", "d", "e"}) {
      Submission submission = take(folder.resolve(student));
      assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
      assertThat(submission.notes()).isEmpty();
    }
  }

  @Test
  void readsNamesAsAFrenchWindowsWritesThem() throws IOException {
    Packed.zipOfWindows(
        folder.resolve("tp6.zip"), Map.of(SERVER, SOURCE, CLOCK + "Réponse.java", SOURCE));

    assertThat(taken(take(folder))).contains("tp6/clock/Réponse.java");
  }

  @Test
  void namesWhatItCannotRead() throws IOException {
    Map<String, byte[]> heads =
        Map.of(
            "tp6.rar",
            "Rar!\u001a\u0007".getBytes(UTF_8),
            "tp6.tar.bz2",
            "BZh91AY".getBytes(UTF_8));
    for (Map.Entry<String, byte[]> head : heads.entrySet()) {
      Path file = write(folder, head.getKey(), head.getValue());
      requireRefused(head.getKey(), "cannot be read here", "hand in a zip");
      Files.delete(file);
    }
    Path locked = folder.resolve("tp6.7z");
    Packed.sevenZip(locked, RIGHT, "secret");
    requireRefused("tp6.7z has a password");
    Files.delete(locked);
    write(folder, "tp6.zip", "<html>not found</html>".getBytes(UTF_8));
    requireRefused("tp6.zip is no archive that can be read");
  }

  @Test
  void namesAnArchiveInAnArchive() throws IOException {
    Packed.zip(folder.resolve("inner.zip"), RIGHT);
    byte[] inner = Files.readAllBytes(folder.resolve("inner.zip"));
    Files.delete(folder.resolve("inner.zip"));
    Packed.zip(folder.resolve("outer.zip"), Map.of("rendu/inner.zip", inner));
    requireRefused("rendu/inner.zip");
    Files.delete(folder.resolve("outer.zip"));
    Packed.tarGz(folder.resolve("outer.tgz"), Map.of("inner.zip", inner, "lisez-moi.txt", SOURCE));
    requireRefused("inner.zip");
  }

  @Test
  void takesTheCorrectionThatIsNewer() throws IOException {
    Packed.zip(folder.resolve("tp6.zip"), RIGHT, Packed.THEN.plus(Duration.ofHours(1)));
    Packed.zip(folder.resolve("tp6-v2.zip"), OTHER);

    Submission submission = take(folder);

    assertThat(submission.sources().get(Exercises.CLOCK).get("tp6/clock/ClockServer.java"))
        .isEqualTo(SOURCE);
    assertThat(notes(submission)).containsOnly(entry("tp6-v2.zip", Reason.OLDER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* Jean */ package tp6.clock;",
        "// package tp6.echosingle;\npackage tp6.clock;",
        "/*\n package tp6.weather;\n*/\npackage tp6.clock;",
        "package\u00A0tp6.clock;",
        "\uFEFFpackage tp6.clock ;"
      })
  void readsAPackageLineAsJavaDoes(String source) throws IOException {
    write(folder, "ClockServer.java", source.getBytes(UTF_8));

    requireTaken();
  }

  @Test
  void placesAPackageWithAnAccent() throws IOException {
    write(folder, "Réponse.java", "package tp6 . clock.modèle ;".getBytes(UTF_8));

    assertThat(taken(take(folder))).containsOnly("tp6/clock/modèle/Réponse.java");
  }

  @Test
  void readsAPackageLineWithoutEnd() throws IOException {
    write(folder, "ClockServer.java", ("package a" + ".a".repeat(100_000)).getBytes(UTF_8));

    requireRefused("ClockServer.java has no line such as package tp6.clock;");
  }

  @Test
  void tellsALooseSourceInUtf16() throws IOException {
    write(folder, "ClockServer.java", "\uFEFFpackage tp6.clock;".getBytes(UTF_16LE));

    assertThat(notes(take(folder))).containsValue(Reason.ENCODING);
  }

  @Test
  void takesAnArchiveForEachExercise() throws IOException {
    Packed.zip(folder.resolve("clock.zip"), RIGHT);
    Packed.zip(folder.resolve("echo.zip"), ECHO, Packed.THEN.plus(Duration.ofHours(1)));

    Submission submission = take(folder);

    assertThat(submission.sources()).containsOnlyKeys(Exercises.CLOCK, Exercises.ECHO_SINGLE);
    assertThat(submission.notes()).isEmpty();
  }

  @Test
  void takesFromAnArchiveWhatDoesNotLieAbout() throws IOException {
    Packed.folder(folder, RIGHT);
    Packed.zip(folder.resolve("tp6.zip"), Packed.and(OTHER, ECHO));

    Submission submission = take(folder);

    assertThat(submission.sources()).containsOnlyKeys(Exercises.CLOCK, Exercises.ECHO_SINGLE);
    assertThat(submission.sources().get(Exercises.CLOCK).get("tp6/clock/ClockServer.java"))
        .isEqualTo(SOURCE);
    assertThat(notes(submission)).containsOnly(entry("tp6.zip", Reason.OLDER));
  }

  @Test
  void takesFromAnArchiveWhatIsNewerThere() throws IOException {
    Packed.folder(folder, OTHER);
    Packed.zip(folder.resolve("tp6-corrige.zip"), RIGHT, Instant.now().plus(Duration.ofDays(1)));

    Submission submission = take(folder);

    assertThat(submission.sources().get(Exercises.CLOCK).get("tp6/clock/ClockServer.java"))
        .isEqualTo(SOURCE);
    assertThat(notes(submission)).containsOnly(entry("clock", Reason.OLDER));
  }

  @Test
  void takesTheSameArchiveOnce() throws IOException {
    Packed.zip(folder.resolve("tp6.zip"), RIGHT);
    Packed.zip(folder.resolve("tp6 (1).zip"), RIGHT);

    requireTaken();
    assertThat(notes(take(folder))).containsOnly(entry("tp6.zip", Reason.COPY));
  }

  @Test
  void refusesWhereAnArchiveThatCannotBeReadMayHoldAnExercise() throws IOException {
    Packed.zip(folder.resolve("clock.zip"), RIGHT);
    write(folder, "echo.rar", "Rar!\u001a\u0007".getBytes(UTF_8));

    requireRefused("echo.rar", "rar");
  }

  @Test
  void guessesNothingWhereNoDateTells() throws IOException {
    Packed.zip(folder.resolve("tp6.zip"), RIGHT);
    Packed.zip(folder.resolve("tp6(1).zip"), OTHER);

    requireRefused("tp6.zip", "tp6(1).zip", "no date tells");
  }

  @Test
  void tellsSeveralRootsApart() throws IOException {
    Packed.folder(folder, Packed.in("tp6-clock", RIGHT));
    Packed.folder(folder, Map.of("tp6-echo/" + Exercises.ECHO_MULTI.studentFile(), SOURCE));

    assertThat(take(folder).sources()).containsOnlyKeys(Exercises.CLOCK, Exercises.ECHO_MULTI);
  }

  @Test
  void takesOneOfCopiesThatAreTheSame() throws IOException {
    Packed.folder(folder, Packed.in("tp6", RIGHT));
    Packed.folder(folder, Packed.in("tp6 2", RIGHT));
    Packed.folder(folder, Packed.in("tp6/sauvegarde", RIGHT));

    Submission submission = take(folder);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission).values()).containsOnly(Reason.COPY).hasSize(2);
  }

  @Test
  void takesWhatMavenBuildsAndNotTheBackupInIt() throws IOException {
    Packed.folder(folder.resolve("tp6"), RIGHT);
    Packed.folder(folder.resolve("tp6/sauvegarde"), OTHER);

    Submission submission = take(folder);

    assertThat(submission.sources().get(Exercises.CLOCK).get("tp6/clock/ClockServer.java"))
        .isEqualTo(SOURCE);
    assertThat(notes(submission)).containsOnly(entry("tp6/sauvegarde/" + SERVER, Reason.ADDED));
  }

  @ParameterizedTest
  @CsvSource({"old, tp6-rendu", "tp6, tp6 2", "a/b/c, z"})
  void guessesNothingBetweenCopiesThatDiffer(String one, String other) throws IOException {
    Packed.folder(folder.resolve(one), RIGHT);
    Packed.folder(folder.resolve(other), OTHER);

    requireRefused("holds clock more than once", one, other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ClockServer.java",
        "src/main/java/tp6/clock/ClockServer.java",
        "clock/src/tp6/clock/ClockServer.java",
        "TP6/horloge/ClockServer.java"
      })
  void placesSourcesByTheirPackage(String path) throws IOException {
    write(folder, path, SOURCE);
    // What was given stays where it was.
    write(folder, "ClockServerTest.java", SOURCE);

    Submission submission = take(folder);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission))
        .containsOnly(entry(path, Reason.PLACED), entry("ClockServerTest.java", Reason.ADDED));
  }

  @Test
  void placesTwoOfOneNameByTheirPackages() throws IOException {
    write(folder, "EchoServer.java", "\uFEFF// two\npackage tp6.echomulti ;\n".getBytes(UTF_8));
    write(folder, "EchoServer (1).java", "package tp6.echosingle;\n".getBytes(UTF_8));
    write(folder, "single/EchoServer.java", "package tp6.echosingle;\n".getBytes(UTF_8));

    Submission submission = take(folder);

    assertThat(submission.sources()).containsOnlyKeys(Exercises.ECHO_MULTI, Exercises.ECHO_SINGLE);
    assertThat(submission.sources().get(Exercises.ECHO_SINGLE))
        .containsOnlyKeys("tp6/echosingle/EchoServer.java");
  }

  @Test
  void saysWhichLineIsMissing() throws IOException {
    write(folder, "ClockServer.java", "class ClockServer {}".getBytes(UTF_8));
    requireRefused("ClockServer.java has no line such as package tp6.clock;");
    write(folder, "ClockServer.java", "package clock;\nclass ClockServer {}".getBytes(UTF_8));
    requireRefused("ClockServer.java has no line such as package tp6.clock;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Réponse", "Été2025", "Größe", "$Outil", "_a", "Ñoño", "时钟"})
  void takesNamesThatJavaHas(String name) throws IOException {
    Packed.folder(folder, RIGHT);
    write(folder, CLOCK + Normalizer.normalize(name, Normalizer.Form.NFD) + ".java", SOURCE);

    assertThat(taken(take(folder)))
        .containsExactlyInAnyOrder("tp6/clock/ClockServer.java", "tp6/clock/" + name + ".java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ré\u200Bponse.java",
        "\u202EClock.java",
        "ClockServer.JAVA",
        "ClockServer.java.txt",
        "Clock Server.java",
        "😀.java"
      })
  void takesNoOtherNames(String name) throws IOException {
    Packed.folder(folder, RIGHT);
    write(folder, CLOCK + name, SOURCE);

    assertThat(notes(take(folder))).containsOnly(entry(CLOCK + name, Reason.NAME));
  }

  @Test
  void namesWhatIsNoSource() throws IOException {
    Packed.folder(folder, RIGHT);
    write(folder, CLOCK + "Wide.java", "\uFEFFpackage tp6.clock;".getBytes(UTF_16LE));
    write(folder, CLOCK + "Unmarked.java", "package tp6.clock; // é".getBytes(UTF_16LE));
    write(folder, CLOCK + "Zeros.java", "package tp6.clock;\0\0\0".getBytes(UTF_8));
    write(
        folder,
        CLOCK + "Large.java",
        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n".getBytes(UTF_8));

    assertThat(notes(take(folder)))
        .containsOnly(
            entry(CLOCK + "Wide.java", Reason.ENCODING),
            entry(CLOCK + "Unmarked.java", Reason.ENCODING),
            entry(CLOCK + "Zeros.java", Reason.BINARY),
            entry(CLOCK + "Large.java", Reason.LFS));
  }

  @Test
  void leavesAsideWhatNobodyHasWritten() throws IOException {
    Packed.folder(folder, RIGHT);
    Packed.folder(folder, Packed.in("__MACOSX", Map.of("._ClockServer.java", SOURCE)));
    write(folder, CLOCK + "._ClockServer.java", new byte[9]);
    write(folder, ".vscode/settings.json", SOURCE);
    write(folder, ".classpath", SOURCE);
    write(folder, "Thumbs.db", SOURCE);

    assertThat(take(folder).notes()).isEmpty();
  }

  @Test
  void findsTheStudentsOfAClass() throws IOException {
    Packed.folder(folder.resolve("anna"), RIGHT);
    Packed.zip(folder.resolve("BOB.ZIP"), RIGHT);
    Packed.tarGz(folder.resolve("chloé.tar.gz"), RIGHT);
    write(folder, "dora.rar", SOURCE);
    Packed.folder(folder.resolve("__MACOSX/anna"), RIGHT);
    write(folder, ".cache/x", SOURCE);
    write(folder, "grades/run.json", SOURCE);
    write(folder, "alike/similar.json", SOURCE);
    write(folder, "grade/grade.json", SOURCE);
    write(folder, "liste.txt", SOURCE);
    Files.createDirectories(folder.resolve("Inès_1_assignsubmission_file"));
    Files.createDirectories(folder.resolve("Inès_1_assignsubmission_onlinetext"));
    Files.createDirectories(folder.resolve("Inès_2_assignsubmission_onlinetext"));

    Roster roster = Roster.of(List.of(folder));

    assertThat(roster.candidates())
        .extracting(Candidate::id)
        .containsExactlyInAnyOrder(
            "anna",
            "BOB",
            "chloé",
            "dora",
            "Inès_1_assignsubmission_file",
            "Inès_2_assignsubmission_onlinetext");
    assertThat(roster.leftAside())
        .extracting(path -> path.getFileName().toString())
        .containsExactly(
            "Inès_1_assignsubmission_onlinetext", "alike", "grade", "grades", "liste.txt");
  }

  /** A student's own check writes there, too. */
  @Test
  void takesAFolderForAHandInThatACheckHasWrittenInto() throws IOException {
    for (String ours : List.of("grade.json", "similar.json", "run.json")) {
      write(folder, "zip " + ours + "/" + ours, SOURCE);
      Packed.zip(folder.resolve("zip " + ours + "/tp6.zip"), RIGHT);
      write(folder, "loose " + ours + "/" + ours, SOURCE);
      write(folder, "loose " + ours + "/mine/ClockServer.java", SOURCE);
      write(folder, "none " + ours + "/" + ours, SOURCE);
      write(folder, "none " + ours + "/grade.md", SOURCE);
    }
    write(folder, "run/run.json", SOURCE);
    Packed.zip(folder.resolve("run/submissions/anna/tp6.zip"), RIGHT);

    Roster roster = Roster.of(List.of(folder));

    assertThat(roster.candidates())
        .extracting(Candidate::id)
        .containsExactly(
            "loose grade.json",
            "loose run.json",
            "loose similar.json",
            "zip grade.json",
            "zip run.json",
            "zip similar.json");
    assertThat(roster.leftAside())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("none grade.json", "none run.json", "none similar.json", "run");
  }

  /** Forks that the lecturer keeps under git, and what Moodle gave them, unpacked there. */
  @ParameterizedTest
  @CsvSource({"anna, bob, eve", "A_1_assignsubmission_file, B_2_assignsubmission_file, ''"})
  void takesARepositoryOfAClassForThatClass(String one, String other, String third)
      throws IOException {
    Files.createDirectories(folder.resolve(".git/objects"));
    Files.createDirectories(folder.resolve(".git/refs"));
    write(folder, ".git/HEAD", "ref: refs/heads/main\n".getBytes(UTF_8));
    String[] students =
        Stream.of(one, other, third).filter(id -> !id.isEmpty()).toArray(String[]::new);
    for (String student : students) {
      Packed.folder(folder.resolve(student), RIGHT);
    }

    assertThat(Roster.of(List.of(folder)).candidates())
        .extracting(Candidate::id)
        .containsExactly(students);
  }

  @Test
  void takesAForkThatIsCalledLikeAList() throws IOException {
    Packed.folder(folder.resolve("x.csv"), RIGHT);

    assertThat(Roster.of(List.of(folder.resolve("x.csv"))).candidates())
        .extracting(Candidate::id)
        .containsExactly("x.csv");
  }

  @Test
  void takesNoClassForAStudent() throws IOException {
    Packed.zip(
        folder.resolve("all.zip"),
        Packed.and(
            Packed.in("Anna_1_assignsubmission_file", RIGHT),
            Packed.in(
                "Bob_2_assignsubmission_file", Map.of(Exercises.WEATHER.studentFile(), SOURCE))));

    requireRefused("the hand-ins of several students");
  }
}
