package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Roster;

/** Lists of a class as spreadsheets write them: each student is there, or a line is named. */
@Tag("once")
class RosterListTest {
  @TempDir Path folder;

  private List<Candidate> read(byte[] list) throws IOException {
    return Roster.of(List.of(HandedIn.write(folder, "class.csv", list))).candidates();
  }

  private Candidate candidate(String id, String path, String name, String email) {
    return new Candidate(id, folder.resolve(path), name, email);
  }

  private void requireBoth(byte[] list) throws IOException {
    assertThat(read(list))
        .containsExactly(
            candidate("noël", "forks/Noël.zip", "Zoé Noël", "zoe@example.org"),
            candidate("p1", "forks/p1", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void takesTheSeparatorsOfAllCountries(String separator) throws IOException {
    requireBoth(
        "ID,Path,Name,Email\r\nnoël,forks/Noël.zip,Zoé Noël,zoe@example.org\r\n\r\np1,forks/p1\r\n"
            .replace(",", separator)
            .getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE"})
  void takesTheirEncodings(String encoding) throws IOException {
    String mark = encoding.startsWith("UTF") ? "\uFEFF" : "";
    String list =
        mark + "Id;path;name;email\nnoël; forks/Noël.zip;Zoé Noël;zoe@example.org\np1;forks/p1;;\n";

    requireBoth(list.getBytes(Charset.forName(encoding)));
  }

  @Test
  void takesAListWithoutTitles() throws IOException {
    requireBoth(
        "\uFEFF\"noël\",\"forks/Noël.zip\",\"Zoé Noël\",zoe@example.org\np1,forks/p1\n"
            .getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;\r\n", "\uFEFFsep=;\n", "SEP=;\n", "\"sep=;\"\r\n", "sep=;;;\n"})
  void takesTheLineThatNamesTheSeparator(String first) throws IOException {
    requireBoth(
        (first + "id;path;name;email\nnoël;forks/Noël.zip;Zoé Noël;zoe@example.org\np1;forks/p1\n")
            .getBytes(UTF_8));
  }

  @Test
  void takesAListInCapitals() throws IOException {
    Path list = HandedIn.write(folder, "CLASSE.CSV", "id,path\na,x\n".getBytes(UTF_8));

    assertThat(Roster.of(List.of(list)).candidates()).containsExactly(candidate("a", "x", "", ""));
  }

  /** A pair hands in together. */
  @Test
  void tellsTwoWhoHandInOneAndTheSame() throws IOException {
    Path one = Files.createDirectories(folder.resolve("forks/p1")).toRealPath();
    List<Candidate> all =
        read("id,path\nanna,forks/p1\nbob,forks/../forks/p1/\neve,p2\n".getBytes(UTF_8));

    assertThat(all).hasSize(3);
    assertThat(Candidate.together(all)).containsOnly(entry(one, List.of("anna", "bob")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,path\\na,x\\nb,\\n|line 3: an id and a path are needed",
        "id;path\\n\\n;x\\n|line 3: an id and a path are needed",
        "id,path\\na,x\\n\"b,y\\n|line 3: an id and a path are needed",
        "id,path,name\\na,x,\"Anna\\nb,y,Zoé\\n|line 2: a cell goes on in the next line",
        "\\nid,path\\n,x\\n|line 3: an id and a path are needed",
        "sep=;\\nid;path\\n;x\\n|line 3: an id and a path are needed",
        "id,path\\na,x\\na,y\\n|two submissions have the id a",
        "id,path\\na,x\u0000\\n|not a list that can be read",
        "id,path\\n|no submission in"
      })
  void namesWhatIsWrong(String list, String told) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> read(list.replace("\\n", "\n").getBytes(UTF_8)))
        .withMessageContaining(told);
  }

  @Test
  void takesNoOtherFileForAList() {
    byte[] wide = "PK\u0003\u0004".getBytes(UTF_16LE);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> read(wide))
        .withMessageContaining("line 1: an id and a path are needed");
  }
}
