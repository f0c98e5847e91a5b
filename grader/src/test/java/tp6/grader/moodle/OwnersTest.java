package tp6.grader.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.grade.Result;
import tp6.grader.report.Samples;

/** Whoever a list does not name is named by Moodle. */
class OwnersTest {
  private static final String MARIA = "María García_7100006_assignsubmission_file";

  @TempDir private Path folder;

  private List<String> named(Optional<Path> worksheet, Result... results) throws IOException {
    return Owners.named(List.of(results), worksheet, Absentees.NONE).stream()
        .map(one -> one.name() + " <" + one.email() + ">")
        .toList();
  }

  private static Result of(String id) {
    return Samples.result(id, Samples.perfect("clock"));
  }

  private Optional<Path> worksheet(String... rows) throws IOException {
    List<String> lines =
        Stream.concat(Stream.of("Identifier,Full name,Email address,Grade"), Stream.of(rows))
            .toList();
    return Optional.of(Files.write(folder.resolve("sheet.csv"), lines));
  }

  @Test
  void areNamedByTheirFolder() throws IOException {
    assertThat(
            named(
                Optional.empty(),
                of(MARIA),
                of("fork12"),
                of("Default group_assignsubmission_file")))
        .containsExactly("María García <>", " <>", " <>");
  }

  @Test
  void areNamedByTheirRow() throws IOException {
    Optional<Path> sheet =
        worksheet(
            "Participant 7100006,GARCÍA María,maria@example.org,",
            "Participant 7,Paul Durand,paul@example.org,");

    assertThat(named(sheet, of(MARIA), of("7"), of("fork12")))
        .containsExactly(
            "GARCÍA María <maria@example.org>", "Paul Durand <paul@example.org>", " <>");
  }

  @Test
  void keepWhatTheListSays() throws IOException {
    Optional<Path> sheet = worksheet("Participant 7,Paul Durand,paul@example.org,");

    assertThat(named(sheet, of("7").ownedBy("Paul D.", ""), of("8").ownedBy("Anna", "a@b.org")))
        .containsExactly("Paul D. <>", "Anna <a@b.org>");
  }

  @Test
  void haveNoRowThatSeveralClaim() throws IOException {
    Optional<Path> sheet = worksheet("Participant 7,Paul Durand,paul@example.org,");

    assertThat(named(sheet, of("7"), of("x").ownedBy("", "paul@example.org")))
        .containsExactly(" <>", " <paul@example.org>");
  }
}
