package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tp6.grader.HandedIn.SERVER;
import static tp6.grader.HandedIn.SOURCE;
import static tp6.grader.HandedIn.take;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.grade.Isolation;
import tp6.grader.run.HandIns;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Roster;

/** A class in one archive, however deep its students' work lies: no two are taken for one. */
@Tag("once")
@Timeout(60)
class HandInClassTest {
  private static final List<String> STUDENTS = List.of("anna", "bob", "carl", "dan", "eve");
  private static final byte[] RAR = "Rar!\u001a\u0007".getBytes(UTF_8);
  private static final String ECHO = Exercises.ECHO_SINGLE.studentFile();
  private static final byte[] ECHO_SOURCE = "package tp6.echosingle;".getBytes(UTF_8);

  @TempDir Path folder;
  private final Map<String, byte[]> files = new TreeMap<>();
  private Path archive;

  @BeforeEach
  void name() {
    archive = folder.resolve("promo.zip");
  }

  private List<String> ids() throws IOException {
    Packed.zip(archive, files);
    try (HandIns handIns = new HandIns(Isolation.PROCESS, 1, Locale.ENGLISH)) {
      return Roster.of(List.of(archive), handIns::unpackedClass).candidates().stream()
          .map(Candidate::id)
          .toList();
    }
  }

  private void requireRefused(String... parts) throws IOException {
    assertThat(ids()).containsExactly("promo");
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(archive))
        .satisfies(refused -> assertThat(refused.getMessage()).contains(parts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s/tp6/clock/src/main/java/tp6/clock/ClockServer.java",
        "%s/ClockServer.java",
        "%s/src/tp6/clock/ClockServer.java",
        "%s/src/main/java/tp6/clock/ClockServer.java",
        "promo/TP6/%s/clock/src/main/java/tp6/clock/ClockServer.java",
        "promo/2026/TP6/%s/rendu/ClockServer.java"
      })
  void isFoundAtAnyDepth(String path) throws IOException {
    STUDENTS.forEach(student -> files.put(path.formatted(student), SOURCE));

    assertThat(ids()).containsExactlyElementsOf(STUDENTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s/tp6.zip", "%s/rendu/tp6.zip", "TP6/%s.zip"})
  void isFoundInArchives(String path) throws IOException {
    Packed.zip(folder.resolve("inner.zip"), Map.of(SERVER, SOURCE));
    byte[] zip = Files.readAllBytes(folder.resolve("inner.zip"));
    STUDENTS.forEach(student -> files.put(path.formatted(student), zip));

    assertThat(ids()).containsExactlyElementsOf(STUDENTS);
  }

  @Test
  void hasALineForWhoseArchiveCannotBeRead() throws IOException {
    files.put("anna/" + SERVER, SOURCE);
    files.put("bob/tp6.rar", RAR);
    files.put("carl/tp6.rar", RAR);
    files.put("eve/rapport.docx", SOURCE);

    assertThat(ids()).containsExactly("anna", "bob", "carl", "eve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tp6/"})
  void isNotGradedAsOneWhereEachHasAnother(String between) throws IOException {
    files.put("anna/" + between + SERVER, SOURCE);
    files.put("bob/" + between + ECHO, ECHO_SOURCE);

    requireRefused("looks like the hand-ins of several students, anna and bob", "unpack it");
  }

  @Test
  void isNotGradedAsOneWhereSourcesAreLoose() throws IOException {
    files.put("TP6/anna/ClockServer.java", SOURCE);
    files.put("TP6/bob/EchoServer.java", ECHO_SOURCE);

    requireRefused("looks like the hand-ins of several students, anna and bob");
  }

  @Test
  void isNotGradedAsOneWhereTheOtherIsARar() throws IOException {
    files.put("anna/" + SERVER, SOURCE);
    files.put("bob/tp6.rar", RAR);

    requireRefused("unpack bob/tp6.rar");
  }

  /** Of one student, folders have other names, or one has all that the others have. */
  @ParameterizedTest
  @CsvSource({
    "tp6-clock, tp6-echo",
    "exo1, exo2",
    "Horloge, Écho simple",
    "question 1, question 2",
  })
  void isNoneOfOneStudent(String one, String other) throws IOException {
    files.put(one + "/" + SERVER, SOURCE);
    files.put(other + "/" + ECHO, ECHO_SOURCE);

    assertThat(ids()).containsExactly("promo");
    assertThat(take(archive).sources()).containsOnlyKeys(Exercises.CLOCK, Exercises.ECHO_SINGLE);
  }

  @Test
  void isNoneInTheCopiesOfOneStudent() throws IOException {
    files.put("rendu/" + SERVER, SOURCE);
    files.put("rendu/" + ECHO, ECHO_SOURCE);
    files.put("copie/" + SERVER, SOURCE);

    assertThat(ids()).containsExactly("promo");
    assertThat(take(archive).sources()).containsOnlyKeys(Exercises.CLOCK, Exercises.ECHO_SINGLE);
  }
}
