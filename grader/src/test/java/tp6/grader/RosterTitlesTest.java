package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Roster;

/** A list of a class goes by its titles, where it has any. */
@Tag("once")
class RosterTitlesTest {
  @TempDir Path folder;

  private List<Candidate> read(String list) throws IOException {
    byte[] text = list.replace("\\n", "\n").getBytes(UTF_8);
    return Roster.of(List.of(HandedIn.write(folder, "class.csv", text))).candidates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,email,id,path\\nZoé Noël,z@x.org,zoe,forks/zoe",
        "Path;ID;E-Mail;Name\\nforks/zoe;zoe;z@x.org;Zoé Noël",
        "identifiant;chemin;nom;courriel\\nzoe;forks/zoe;Zoé Noël;z@x.org",
        "Nom;Courriel;Groupe;Identifiant;Chemin\\nZoé Noël;z@x.org;A;zoe;forks/zoe",
        "\uFEFFNOM\tIDENTIFIANT\tCHEMIN\tCOURRIEL\\nZoé Noël\tzoe\tforks/zoe\tz@x.org",
        "zoe,forks/zoe,Zoé Noël,z@x.org",
        "id,path,name,email\\n\u00A0zoe\u00A0,\u202Fforks/zoe,\u00A0Zoé Noël ,z@x.org\u00A0"
      })
  void findsTheColumns(String list) throws IOException {
    assertThat(read(list))
        .containsExactly(new Candidate("zoe", folder.resolve("forks/zoe"), "Zoé Noël", "z@x.org"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"path,id\\nforks/zoe,zoe", "chemin;groupe;identifiant\\nforks/zoe;A;zoe"})
  void needsNoMoreThanTwo(String list) throws IOException {
    assertThat(read(list))
        .containsExactly(new Candidate("zoe", folder.resolve("forks/zoe"), "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,pfad,name\\nzoe,x,Zoé|line 1: a title that is not known, or twice: \"pfad\"",
        "\\n\\nid,path,prénom\\nzoe,x,Zoé|line 3: a title that is not known, or twice: \"prénom\"",
        "matricule;chemin;nom\\nzoe;x;Zoé|line 1: a title that is not known, or twice: \"matricule\"",
        "id,path,id\\nzoe,x,y|line 1: a title that is not known, or twice: \"id\"",
        "id,name\\nzoe,Zoé|line 1: a title that is not known, or twice: \"\""
      })
  void namesATitleThatItDoesNotKnow(String list, String told) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> read(list))
        .withMessageContaining(told);
  }
}
