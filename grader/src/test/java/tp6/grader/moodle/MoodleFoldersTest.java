package tp6.grader.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.grade.Result;
import tp6.grader.report.Samples;

/** What goes back to a student goes to nobody else. */
class MoodleFoldersTest {
  @TempDir private Path folder;

  private List<String> folders(String id, String... worksheet) throws IOException {
    Optional<Path> file = Optional.empty();
    if (worksheet.length > 0) {
      file = Optional.of(Files.writeString(folder.resolve("s.csv"), String.join("\n", worksheet)));
    }
    Result result = Samples.result(id, Samples.perfect("clock"));
    return new MoodleFolders(file, List.of(result), Absentees.NONE).of(result);
  }

  @Test
  void areThoseOfTheDownload() throws IOException {
    assertThat(folders("Léa O'Brien_12_assignsubmission_file"))
        .containsExactly("Léa O'Brien_12_assignsubmission_file_");
    assertThat(folders("../a_b_12_assignsubmission_onlinetext"))
        .containsExactly(".. a b_12_assignsubmission_file_");
    assertThat(folders("fork12")).isEmpty();
    assertThat(folders("Default group_assignsubmission_file")).isEmpty();
  }

  @Test
  void areThoseOfAllMembersOfAGroup() throws IOException {
    String[] worksheet = {
      "Identifier,Full name,Group,Grade",
      "Participant 11,Anna Schmidt,A,",
      "Participant 12,Paul Durand,B,",
      "Participant 13,,A,"
    };

    assertThat(folders("A_12_assignsubmission_file", worksheet))
        .containsExactly(
            "Anna Schmidt_11_assignsubmission_file_", "participant_13_assignsubmission_file_");
    assertThat(folders("C_12_assignsubmission_file", worksheet)).isEmpty();
  }

  @Test
  void areNotThoseOfSomebodyElse() throws IOException {
    assertThat(
            folders(
                "Paul Petit_11_assignsubmission_file",
                "Identifier,Full name,Grade",
                "Participant 11,Anna Schmidt,"))
        .isEmpty();
  }
}
