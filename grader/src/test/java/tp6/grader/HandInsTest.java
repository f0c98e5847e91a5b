package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.course.Course;
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

    try (HandIns handIns = new HandIns(isolation, 1, Locale.ENGLISH)) {
      for (String name : List.of("Zoé", "bob.zip", "eve", "else/where", "bob.zip")) {
        Submission here = Intake.of(folder.resolve(name), CourseFiles.packed());
        Submission there = handIns.read(folder.resolve(name));
        assertThat(there.digest()).isEqualTo(here.digest());
        assertThat(there.notes()).isEqualTo(here.notes());
      }
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> handIns.read(folder.resolve("nobody")))
          .withMessage("no such file or folder: " + folder.resolve("nobody"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PROCESS", "BWRAP"})
  void refusesADeltaBombWhileTheOthersAreRead(Isolation isolation) throws IOException {
    DeltaBomb.write(folder.resolve("bomb"));
    Packed.zip(folder.resolve("bob.zip"), RIGHT);

    try (HandIns handIns = new HandIns(isolation, 1, Locale.ENGLISH)) {
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

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1, Locale.ENGLISH)) {
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

  @Tag("once")
  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar", "tar.gz", "7z"})
  void unpacksTheArchiveOfAClassAndNoOther(String kind) throws IOException {
    Path inner = folder.resolve("inner.zip");
    Packed.zip(inner, RIGHT);
    byte[] zip = Files.readAllBytes(inner);
    Map<String, byte[]> moodle =
        Map.of(
            "Réseaux-TP6/Anna_1_assignsubmission_file/tp6.zip", zip,
            "Réseaux-TP6/Zoé_2_assignsubmission_file/tp6.zip", zip,
            "Réseaux-TP6/../../Eve_3_assignsubmission_file/tp6.zip", zip);
    pack("moodle." + kind, moodle);
    pack(
        "forks." + kind,
        Packed.and(
            Packed.in("a", RIGHT), Packed.and(Packed.in("b", RIGHT), Packed.in("c", RIGHT))));
    pack("one." + kind, Packed.and(Packed.in("old", RIGHT), Packed.in("new", RIGHT)));

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1, Locale.ENGLISH)) {
      assertThat(ids(handIns, "moodle." + kind))
          .containsExactly("Anna_1_assignsubmission_file", "Zoé_2_assignsubmission_file", "__~5c0");
      assertThat(ids(handIns, "forks." + kind)).containsExactly("a", "b", "c");
      assertThat(ids(handIns, "one." + kind)).containsExactly("one");
    }
  }

  /** Moodle's download without folders: each file has the student's name, and is one of theirs. */
  @ParameterizedTest
  @ValueSource(strings = {"loose", "flat.zip", "flat.7z", "around.zip"})
  void groupsTheFilesOfADownloadWithoutFolders(String name) throws IOException {
    Packed.zip(folder.resolve("inner.zip"), RIGHT);
    byte[] zip = Files.readAllBytes(folder.resolve("inner.zip"));
    Map<String, byte[]> files =
        Map.of(
            "Anna Le Gall_1_assignsubmission_file_ClockServer.java", SOURCE,
            "Anna Le Gall_1_assignsubmission_file_Mon rapport_v2.pdf", SOURCE,
            "Anna Le Gall_1_assignsubmission_onlinetext_onlinetext.html", SOURCE,
            "Zoé_2_assignsubmission_file_tp6.zip", zip,
            "Zoé_2_assignsubmission_file_tp6_bis.zip", zip,
            "Eve_3_assignsubmission_onlinetext_onlinetext.html", SOURCE,
            "Groupe 12_assignsubmission_file_tp6.zip", zip);
    if (name.equals("loose")) {
      Packed.folder(folder.resolve(name), files);
    } else {
      pack(name, name.startsWith("around") ? Packed.in("TP6", files) : files);
    }

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1, Locale.ENGLISH)) {
      Map<String, String> lines = lines(handIns, name);
      String text = lines.remove("Eve_3_assignsubmission_onlinetext");
      assertThat(text).startsWith("no exercise folder found");
      assertThat(lines)
          .containsOnlyKeys(
              "Anna Le Gall_1_assignsubmission_file",
              "Zoé_2_assignsubmission_file",
              "Groupe 12_assignsubmission_file")
          .allSatisfy((id, line) -> assertThat(line).isEqualTo("taken"));
    }
  }

  @Test
  void groupsBesideOtherHandInsAndLeavesNothingUntold() throws IOException {
    Packed.folder(folder.resolve("all/bob"), RIGHT);
    HandedIn.write(folder, "all/liste.txt", SOURCE);
    HandedIn.write(folder, "all/Anna_1_assignsubmission_file_ClockServer.java", SOURCE);
    HandedIn.write(folder, "all/Anna_1_assignsubmission_onlinetext_a.html", SOURCE);

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1, Locale.ENGLISH)) {
      Roster roster = Roster.of(List.of(folder.resolve("all")), handIns::unpackedClass);

      assertThat(roster.candidates())
          .extracting(Candidate::id)
          .containsExactly("Anna_1_assignsubmission_file", "bob");
      assertThat(roster.leftAside())
          .extracting(path -> path.getFileName().toString())
          .containsExactly("Anna_1_assignsubmission_onlinetext", "liste.txt");
    }
  }

  /** Also where hardly anybody has handed in. */
  @Test
  void takesASmallClassForOne() throws IOException {
    Map<String, byte[]> whole = new TreeMap<>();
    Course.all().forEach(exercise -> whole.put(exercise.studentFile(), SOURCE));
    pack("moodle.zip", Packed.in("Anna_1_assignsubmission_file", RIGHT));
    pack("flat.zip", Map.of("Anna_1_assignsubmission_file_ClockServer.java", SOURCE));
    pack("two.zip", Packed.and(Packed.in("anna", whole), Packed.in("bob", whole)));
    pack("fork.zip", Packed.and(whole, Packed.in("old", whole)));

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1, Locale.ENGLISH)) {
      for (String moodle : List.of("moodle.zip", "flat.zip")) {
        assertThat(ids(handIns, moodle)).containsExactly("Anna_1_assignsubmission_file");
      }
      Roster two = Roster.of(List.of(folder.resolve("two.zip")), handIns::unpackedClass);
      assertThat(two.candidates()).extracting(Candidate::id).containsExactly("anna", "bob");
      assertThat(handIns.unpackedClass(folder.resolve("fork.zip"))).isEmpty();
    }
  }

  /** As the same class has that is unpacked; the folder around it makes no difference. */
  @Tag("once")
  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar", "tar.gz", "7z"})
  void takesEachFolderOfAClassForAStudent(String kind) throws IOException {
    String source = Exercises.CLOCK.studentFile();
    Map<String, byte[]> work = new TreeMap<>();
    for (String student : List.of("anna", "bin", "hans: neu", "paul/" + "long/".repeat(60))) {
      work.put(student.replaceFirst("/$", "") + "/" + source, SOURCE);
    }
    work.put("é".repeat(200) + "/" + source, SOURCE);
    Map<String, byte[]> all = new TreeMap<>(work);
    all.put("compiled/ClockServer.class", SOURCE);
    all.put("empty/", new byte[0]);
    all.put("ofIdea/out/production/clock/ClockServer.java", SOURCE);
    all.put("read/README.md", SOURCE);
    all.put("tooLong/" + "long/".repeat(400) + source, SOURCE);
    pack("class." + kind, all);
    pack("around." + kind, Packed.and(Packed.in("class", all), Map.of("beside/x.class", SOURCE)));

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1, Locale.ENGLISH)) {
      Map<String, String> lines = lines(handIns, "class." + kind);
      String odd = lines.keySet().stream().filter(id -> id.startsWith("___")).findAny().get();
      assertThat(lines)
          .containsOnlyKeys(
              "anna",
              "bin",
              "hans: neu",
              "paul",
              odd,
              "compiled",
              "empty",
              "ofIdea",
              "read",
              "tooLong");
      for (String graded : List.of("anna", "bin", "hans: neu", "paul", odd)) {
        assertThat(lines).containsEntry(graded, "taken");
      }
      for (String none : List.of("compiled", "empty", "ofIdea", "read")) {
        assertThat(lines.get(none)).startsWith("no exercise folder found");
      }
      assertThat(lines.get("tooLong")).startsWith("holds a path of more than");

      lines.put("beside", lines.get("empty"));
      assertThat(lines(handIns, "around." + kind)).isEqualTo(lines);
    }
  }

  private Map<String, String> lines(HandIns handIns, String archive) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    for (Candidate one :
        Roster.of(List.of(folder.resolve(archive)), handIns::unpackedClass).candidates()) {
      try {
        assertThat(handIns.read(one.path()).sources()).containsOnlyKeys(Exercises.CLOCK);
        lines.put(one.id(), "taken");
      } catch (Refused e) {
        lines.put(one.id(), e.getMessage());
      }
    }
    return lines;
  }

  private void pack(String name, Map<String, byte[]> files) throws IOException {
    Path file = folder.resolve(name);
    switch (name.replaceFirst("[^.]*\\.", "")) {
      case "zip" -> Packed.zip(file, files);
      case "tar" -> Packed.tar(file, files);
      case "tar.gz" -> Packed.tarGz(file, files);
      default -> Packed.sevenZip(file, files, "");
    }
  }

  /** It is one of the others, and its line says why there are no points in it. */
  @Test
  void doesNotStopAtAnArchiveThatCannotBeOpened() throws IOException {
    HandedIn.write(folder, "anna.rar", "Rar!\u001a\u0007".getBytes(UTF_8));
    HandedIn.write(folder, "bob.zip", "<html>".getBytes(UTF_8));
    Packed.sevenZip(folder.resolve("eve.7z"), RIGHT, "secret");
    List<Path> all = Stream.of("anna.rar", "bob.zip", "eve.7z").map(folder::resolve).toList();

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1, Locale.ENGLISH)) {
      List<Candidate> candidates = Roster.of(all, handIns::unpackedClass).candidates();

      assertThat(candidates).extracting(Candidate::id).containsExactly("anna", "bob", "eve");
      for (Candidate candidate : candidates) {
        String name = candidate.path().getFileName().toString();
        assertThatExceptionOfType(Refused.class)
            .isThrownBy(() -> handIns.read(candidate.path()))
            .withMessageStartingWith(name);
      }
    }
  }

  /** It is not unpacked by halves. */
  @Test
  void namesAClassThatIsTooLargeForATar() throws IOException {
    byte[] megabytes = new byte[15 << 20];
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      files.put("Student_" + i + "_assignsubmission_file/video", megabytes);
    }
    Path archive = folder.resolve("class.tgz");
    Packed.tarGz(archive, files);

    try (HandIns handIns = new HandIns(Isolation.BWRAP, 1, Locale.ENGLISH)) {
      assertThat(handIns.unpackedClass(archive)).isEmpty();
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> handIns.read(archive))
          .withMessageContaining("the hand-ins of several students");
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
