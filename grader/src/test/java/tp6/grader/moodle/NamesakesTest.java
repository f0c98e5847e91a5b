package tp6.grader.moodle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.grade.Result;
import tp6.grader.marking.Marking;
import tp6.grader.report.Samples;
import tp6.grader.report.Sentences;

/** Where the numbers of a download are those of a worksheet, another number is another person. */
@Tag("once")
class NamesakesTest {
  private static final String TEXT =
      """
      Identifier,Full name,Email address,Grade
      Participant 900101,Anna Schmidt,a@x.org,
      Participant 900777,Jean Martin,jm2@x.org,
      Participant 900778,Zoe Roux,z2@x.org,
      """;

  private static final String NAMESAKE =
      "sheet.csv has only a namesake of %s, in row %d, with another number: no row is filled for it";

  @TempDir private Path folder;
  private Path sheet;

  @BeforeEach
  void write() throws IOException {
    sheet = folder.resolve("sheet.csv");
    Files.writeString(sheet, TEXT, UTF_8);
  }

  private static Result result(String id) {
    return Samples.result(id, Samples.perfect("clock"));
  }

  private WorksheetFilling fill(Absentees ofWholeClass, Result... results) throws IOException {
    List<Result> all = List.of(results);
    return WorksheetFilling.of(
        Worksheet.read(sheet), all, Marking.USUAL, Sentences.of(all), ofWholeClass);
  }

  @ParameterizedTest
  @CsvSource({
    "Jean Martin_900500_assignsubmission_file, 3",
    "MARTIN Jean_1_assignsubmission_onlinetext, 3",
    "Zoé Roux_900501_assignsubmission_file, 4"
  })
  void getNoGradeOfOneAnother(String id, int row) throws IOException {
    WorksheetFilling filling =
        fill(Absentees.NONE, result("Anna Schmidt_900101_assignsubmission_file"), result(id));

    assertThat(filling.text()).isEqualTo(TEXT.replace("a@x.org,", "a@x.org,20"));
    assertThat(filling.remarks()).containsExactly(NAMESAKE.formatted(id, row));
    assertThat(filling.absentees().students()).extracting(Absentees.Student::row).contains(row);
  }

  /** Where a list has the numbers, and the names. */
  @Test
  void getNoGradeOfOneAnotherByAList() throws IOException {
    WorksheetFilling filling =
        fill(
            Absentees.NONE,
            Samples.student("900101", "Schmidt Anna", "", Samples.perfect("clock")),
            Samples.student("900500", "Jean Martin", "", Samples.perfect("clock")),
            Samples.student("zoe", "Zoe Roux", "", Samples.perfect("clock")));

    assertThat(filling.text())
        .isEqualTo(TEXT.replace("a@x.org,", "a@x.org,20").replace("z2@x.org,", "z2@x.org,20"));
    assertThat(filling.remarks()).containsExactly(NAMESAKE.formatted("900500", 3));
  }

  /** In a part of a class as in the whole of it. */
  @Test
  void getNoGradeOfOneAnotherInAPart() throws IOException {
    Result anna = result("Anna Schmidt_900101_assignsubmission_file");
    Result jean = result("Jean Martin_900500_assignsubmission_file");
    Absentees ofAll = fill(Absentees.NONE, anna, jean).absentees();

    assertThat(fill(ofAll, jean).text()).isEqualTo(TEXT);
  }

  @Test
  void getNoPageOfOneAnother() throws IOException {
    List<Result> all =
        Stream.of("Anna Schmidt_900101", "Jean Martin_900500")
            .map(who -> result(who + "_assignsubmission_file"))
            .toList();
    MoodleFolders folders = new MoodleFolders(Optional.of(sheet), all, Absentees.NONE);

    assertThat(folders.of(all.get(0)))
        .containsExactly("Anna Schmidt_900101_assignsubmission_file_");
    assertThat(folders.of(all.get(1))).isEmpty();
  }

  /** Of another assignment, say. */
  @Test
  void areNoneWhereNoNumberIsOfTheSheet() throws IOException {
    WorksheetFilling filling =
        fill(
            Absentees.NONE,
            result("Anna Schmidt_5_assignsubmission_file"),
            result("Jean Martin_900101_assignsubmission_file"));

    assertThat(filling.text())
        .isEqualTo(TEXT.replace("a@x.org,", "a@x.org,20").replace("jm2@x.org,", "jm2@x.org,20"));
  }
}
