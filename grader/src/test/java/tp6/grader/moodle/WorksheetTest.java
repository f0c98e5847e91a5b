package tp6.grader.moodle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;
import static tp6.stage.report.Outcome.WAITING;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.marking.Marking;
import tp6.grader.report.Samples;
import tp6.grader.report.Sentences;
import tp6.stage.text.Words;

@Tag("once")
class WorksheetTest {
  private static final ExerciseResult CLOCK = Samples.graded("clock", PASSED, PASSED, FAILED);

  @TempDir private Path folder;

  @Test
  void fillsOnlyGradesAndCommentsOfAnEnglishSite() throws IOException {
    String text =
        "\uFEFFIdentifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\","
            + "\"Grade can be changed\",\"Last modified (grade)\",\"Feedback comments\"\r\n"
            + "\"Participant 900110\",\"Alice, called \"\"A\"\"\",alice@example.org,,,20.00,Yes,-,\r\n"
            + "\"Participant 900111\",Bob,bob@example.org,\"two\r\nlines\",12.00,20.00,Yes,-,\"well done\"\r\n"
            + "\"Participant 900112\",  Carol ,carol@example.org,,,100.00,Yes,-,\"old\"\r\n"
            + "\r\n";

    Filled filled =
        fill(
            text,
            Samples.result("900110", CLOCK),
            Samples.student("carol", "", "Carol@Example.org", Samples.perfect("clock")));

    assertThat(rows(filled.text()))
        .isEqualTo(
            rows(
                text.replace(
                        "org,,,20.00,Yes,-,\r\n",
                        "org,,9,20.00,Yes,-,\"clock 9/20. clock, not passed: 3 closes right after it.\"\r\n")
                    .replace(
                        "org,,,100.00,Yes,-,\"old\"", "org,,100,100.00,Yes,-,\"clock 20/20.\"")));
    assertThat(told(filled)).isEmpty();
  }

  @Test
  void fillsOnlyGradesAndCommentsOfAFrenchSite() throws IOException {
    String text =
        """
        Identifiant,"Nom complet","Adresse de courriel",Statut,Note,"Note maximale",\
        "La note peut être modifiée","Dernière modification (note)","Feedback par commentaires"
        Participant900110,"Zoé Noël",zoe@example.org,"Remis, à évaluer",,"20,00",Oui,-,
        Participant900111,Bob,bob@example.org,,"12,00","20,00",Oui,-,""
        """;

    Filled filled =
        fill(
            text,
            Samples.french(
                Samples.result(
                    "Zoé Noël_900110_assignsubmission_file",
                    CLOCK,
                    Samples.perfect("weather"),
                    Samples.perfect("echo-multi"),
                    Samples.perfect("echo-single"))));

    assertThat(rows(filled.text()))
        .isEqualTo(
            rows(
                text.replace(
                    ",,\"20,00\",Oui,-,\n",
                    ",\"17,25\",\"20,00\",Oui,-,\"clock 9/20, weather 20/20, echo-multi 20/20, echo-single 20/20."
                        + " clock, pas réussi : 3 closes right after it.\"\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ID,Vollständiger Name,E-Mail-Adresse,Status,Gruppe,Bewertung,Bestwertung,"
            + "Bewertung kann geändert werden,Zuletzt geändert (Abgabe),Feedback als Kommentar/"
            + "Teilnehmer/in /Ja/Nein",
        "Identificador,Nombre completo,Dirección de correo,Estado,Grupo,Calificación,"
            + "Calificación máxima,La calificación puede ser cambiada,Última modificación (entrega),"
            + "Comentarios de retroalimentación/Participante /Sí/No",
        "Identificativo,Nome,Indirizzo email,Stato,Gruppo,Valutazione,Valutazione massima,"
            + "La valutazione può essere cambiata,Ultima modifica (consegna),Commenti/"
            + "Partecipante /Sì/No",
        "Identificativo,Nome,Indirizzo email,Stato,Gruppo,Valutazione,Valutazione massima,"
            + "La valutazione può essere cambiata,Ultima modifica (consegna),Feedback comments/"
            + "Partecipante /Sì/No",
      })
  void fillsThoseOfOtherSites(String site) throws IOException {
    String[] parts = site.split("/(?!in )");
    String row = "%s90011%s,%s,%s@example.org,-,%s,,\"20,00\",%s,-,%s\n";
    String text = parts[0] + "\n";
    String one = row.formatted(parts[1], 0, "Anna Groß", "anna", "", parts[2], "%s");
    String locked = row.formatted(parts[1], 1, "Zoé Noël", "zoe", "", parts[3], "");
    String other = row.formatted(parts[1], 2, "Paul Weiß", "paul", "", parts[2], "");

    Filled filled =
        fill(
            text + one.formatted("") + locked + other,
            Samples.result(
                "Anna Groß_900110_assignsubmission_file",
                CLOCK,
                Samples.perfect("weather"),
                Samples.perfect("echo-multi"),
                Samples.perfect("echo-single")),
            Samples.student("x", "", "zoe@example.org", CLOCK),
            Samples.result("Eva Neu_900112_assignsubmission_file", CLOCK));

    assertThat(rows(filled.text()).get(1)).element(5).isEqualTo("17,25");
    assertThat(rows(filled.text()).get(1)).element(9).asString().startsWith("clock 9/20, ");
    assertThat(rows(filled.text()).subList(2, 4)).isEqualTo(rows(locked + other));
    assertThat(told(filled))
        .hasSize(3)
        .anyMatch(remark -> remark.contains("row 3 is left as it is"))
        .anyMatch(remark -> remark.contains("in row 4, beside another name"));
  }

  /** As Excel writes "Unicode text", with either end first. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void fillsWhatASpreadsheetHasWritten(String encoding) throws IOException {
    String text = "ID\tVollständiger Name\tBewertung\nTeilnehmer/in12\tAnna Groß\t\n";
    Path file = folder.resolve("sheet.txt");
    Files.writeString(file, "\uFEFF" + text.replace("\n", "\r\n"), Charset.forName(encoding));

    assertThat(fill(file, Samples.student("12", "Anna Groß", "", CLOCK)).text())
        .isEqualTo("\uFEFF" + text.replace("Groß\t", "Groß\t9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ID,Note\n", "ID,Grade\n", "Identificador,Nota\n", "Identifier,Bewertung\n"})
  void knowsNoTitlesOfTwoLanguages(String text) {
    assertThatIOException()
        .isThrownBy(() -> fill(text))
        .withMessageContaining("is no grading worksheet of Moodle's");
  }

  @Test
  void refusesUtf16ThatIsNone() throws IOException {
    Path file = folder.resolve("sheet.csv");
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 'I', 0, 'd'});

    assertThatIOException()
        .isThrownBy(() -> Worksheet.read(file))
        .withMessage("sheet.csv is not UTF-8: take it as Moodle gives it");
  }

  @ParameterizedTest
  @CsvSource({
    "900110, '', ''",
    "Participant 900110, '', ''",
    "Alice Martin_900110_assignsubmission_file, '', ''",
    "Alice Martin_900110_assignsubmission_file_, '', ''",
    "x, alice@example.org, ''",
    "x, ALICE@example.org, ''",
    "x, '', Alice Martin",
    "x, other@example.org, Alice Martin",
  })
  void findsAStudent(String id, String email, String name) throws IOException {
    String text =
        """
        Identifier;Full name;Email address;Grade
        Participant 900110;Alice Martin;alice@example.org;
        Participant 900111;Bob Martin;bob@example.org;
        """;

    Filled filled = fill(text, Samples.student(id, name, email, CLOCK));

    assertThat(filled.text()).isEqualTo(text.replace("alice@example.org;", "alice@example.org;9"));
    assertThat(told(filled)).containsExactly("sheet.csv has no submission for Bob Martin (row 3)");
  }

  @ParameterizedTest
  @CsvSource({
    "90011, '', ''",
    "1900110, '', ''",
    "'', '', ''",
    "alice martin, '', alice martin",
    "x, '', Bob Martin",
  })
  void findsNobodyElse(String id, String email, String name) throws IOException {
    String text =
        """
        Identifier;Full name;Email address;Grade
        Participant 900110;Alice Martin;alice@example.org;
        Participant 900111;Bob Martin;;
        Participant 900112;Bob Martin;;
        """;

    Filled filled = fill(text, Samples.student(id, name, email, CLOCK));

    assertThat(filled.text()).isEqualTo(text);
    assertThat(told(filled))
        .containsExactly(
            "sheet.csv has no row for " + id,
            "sheet.csv has no submission for Alice Martin (row 2), Bob Martin (row 3), Bob Martin (row 4)");
  }

  @Test
  void leavesARowThatFitsTwoOrThatCannotBeFilled() throws IOException {
    String text =
        """
        Identifier,Grade,Maximum Grade
        Participant 1,,20.00
        Participant 2,,20.00
        Participant 3,,Good
        Participant 4
        """;

    Filled filled =
        fill(
            text,
            Samples.result("1", CLOCK),
            Samples.result("A_1_assignsubmission_file", CLOCK),
            Samples.refused("2", "", "", "holds no exercise"),
            Samples.result("3", CLOCK),
            Samples.result("4", CLOCK));

    assertThat(filled.text()).isEqualTo(text);
    assertThat(told(filled))
        .containsExactly(
            "sheet.csv has no row for 4",
            "sheet.csv, row 2 fits more than one submission: 1, A_1_assignsubmission_file",
            "sheet.csv, row 4 is left as it is: its maximum grade is not a number",
            "sheet.csv, row 3 is left as it is: 2 was not graded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Identifier;Grade;Maximum Grade | 1;;20.00 | 1;17.25;20.00",
        "Identifier;Grade;Maximum Grade | 1;;20,00 | 1;17,25;20,00",
        "Identifiant;Note;Note maximale | 1;;20    | 1;17,25;20",
        "Identifiant;Note;Note maximale | 1;;20.00 | 1;17.25;20.00",
        "Identifiant;Note               | 1;       | 1;17,25",
        "Identifier;Grade;Maximum Grade | 1;;10    | 1;8.625;10",
        "Identifier;Grade;Maximum Grade | 1;;7     | 1;6.0375;7",
        "Identifier;Grade;Maximum Grade | 1;'';20  | 1;17.25;20",
        "Identifier,Grade,Maximum Grade | 1,,\"20,00\" | 1,\"17,25\",\"20,00\"",
      })
  void scalesTheGradeAndWritesItAsTheSiteDoes(String titles, String row, String filled)
      throws IOException {
    Result result =
        Samples.result(
            "1",
            CLOCK,
            Samples.perfect("weather"),
            Samples.perfect("echo-multi"),
            Samples.perfect("echo-single"));

    assertThat(fill(titles + "\n" + row, result).text()).isEqualTo(titles + "\n" + filled + "\n");
  }

  @Test
  void countsWaitingStagesAsNotPassed() throws IOException {
    Result result = Samples.result("1", Samples.graded("clock", PASSED, FAILED, WAITING));

    assertThat(fill("Identifier\tGrade\tFeedback comments\n1\t\t", result).text())
        .endsWith(
            "\n1\t2\tclock 2/20. clock, not passed: 2 sends the time as HH:mm:ss; 3 closes right after it.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "id,name,mark\n", "Identifier,Full name\n", "Grade\n"})
  void isNotAnyTable(String text) {
    assertThatIOException()
        .isThrownBy(() -> fill(text))
        .withMessage(
            "sheet.csv is no grading worksheet of Moodle's: no columns Identifier and Grade;"
                + " download it with Moodle in English, French, German, Spanish or Italian");
  }

  @Test
  void isUtf8() throws IOException {
    Path file = folder.resolve("sheet.csv");
    Files.writeString(file, "Identifier,Grade,é\n", ISO_8859_1);

    assertThatIOException()
        .isThrownBy(() -> Worksheet.read(file))
        .withMessage("sheet.csv is not UTF-8: take it as Moodle gives it");
  }

  @Test
  void fillsTheRowsOfAGroupAndNoOther() throws IOException {
    String text =
        """
        Identifier,Full name,Group,Grade,Maximum Grade
        Participant 11,Anna Schmidt,L'équipe: A_1,,20.00
        Participant 12,Paul Durand,Groupe B,,20.00
        Participant 14,Zoé Roux,L'équipe: A_1,,20.00
        Participant 7,Luc Petit,Default group,,20.00
        """;
    String decomposed = Normalizer.normalize("Léquipe A 1_12_assignsubmission_file", Form.NFD);

    Filled filled =
        fill(
            text,
            Samples.result(decomposed, CLOCK),
            Samples.result("Default group_assignsubmission_file", Samples.perfect("clock")));

    assertThat(filled.text())
        .isEqualTo(text.replace("A_1,,", "A_1,9,").replace("Default group,,", "Default group,20,"));
    assertThat(told(filled)).containsExactly("sheet.csv has no submission for Paul Durand (row 3)");
  }

  @Test
  void leavesARowWithTheNumberOfAnother() throws IOException {
    String text =
        """
        Identifier,Full name,Grade
        Participant 11,Anna Schmidt,
        Participant 12,DURAND Élodie,
        """;

    Filled filled =
        fill(
            text,
            Samples.result("Paul Petit_11_assignsubmission_file", CLOCK),
            Samples.result("elodie Durand_12_assignsubmission_file", CLOCK));

    assertThat(filled.text()).isEqualTo(text.replace("Élodie,", "Élodie,9"));
    assertThat(told(filled))
        .containsExactly(
            "sheet.csv has the number of Paul Petit_11_assignsubmission_file in row 2,"
                + " beside another name: no row is filled for it",
            "sheet.csv has no submission for Anna Schmidt (row 2)");
  }

  @Test
  void findsByNameWhatHasTheNumberOfAnother() throws IOException {
    String text =
        """
        Identifier,Full name,Grade
        Participant 12,Paul MARTIN,
        Participant 13,Anne de La Tour,
        Participant 14,Anna MARTIN,
        Participant 15,Jean de Funès,
        Participant 16,Luc Petit,
        Participant 17,Luc Petit Roux,
        """;

    Filled filled =
        fill(
            text,
            Samples.result("Anna MARTIN_12_assignsubmission_file", CLOCK),
            Samples.result("DE FUNES Jean_13_assignsubmission_file", Samples.perfect("clock")),
            Samples.result("Luc Petit Roux_16_assignsubmission_file", CLOCK));

    assertThat(filled.text())
        .isEqualTo(
            text.replace("Anna MARTIN,", "Anna MARTIN,9")
                .replace("Funès,", "Funès,20")
                .replace("Roux,", "Roux,9"));
    assertThat(told(filled))
        .containsExactly(
            "sheet.csv has no submission for Paul MARTIN (row 2), Anne de La Tour (row 3), Luc Petit (row 6)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna MARTIN",
        "Martin Martin",
        "Paul de Martigny",
        "Paula Martin",
        "Paul Marie Petit",
        ""
      })
  void fillsNothingForAnotherName(String name) throws IOException {
    String text = "Identifiant,Nom complet,Note\nParticipant12,Paul MARTIN,\n";
    String id = name + "_12_assignsubmission_file";

    Filled filled = fill(text, Samples.french(Samples.result(id, CLOCK)));

    assertThat(filled.text()).isEqualTo(text);
    assertThat(told(filled))
        .containsExactly(
            name.isEmpty()
                ? "sheet.csv a le numéro de _12_assignsubmission_file à la ligne 2, sans nom à"
                    + " comparer : aucune ligne n'est remplie pour lui"
                : "sheet.csv a le numéro de %s à la ligne 2, à côté d'un autre nom : aucune ligne n'est remplie pour lui"
                    .formatted(id),
            "sheet.csv n'a pas de rendu pour Paul MARTIN (ligne 2)");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Léa O'Brien, Léa OBrien",
        "Léa O'Brien, o’brien lea",
        "Jean-Luc de La Tour, LA TOUR Jean Luc",
        "Anna Groß, GROSS Anna",
        "Anna Maria Schmidt, Schmidt Anna",
        "Anna Schmidt, Groupe A-Anna Schmidt",
        "Madonna, madonna",
        "Martin Martin, Martin Martin",
        "Élodie Noël, élodie noël",
      })
  void knowsANameHoweverItIsWritten(String here, String there) throws IOException {
    String text = "Identifier,Full name,Grade\nParticipant 12," + here + ",\nParticipant 13,X Y,\n";

    Filled filled = fill(text, Samples.result(there + "_12_assignsubmission_file", CLOCK));

    assertThat(filled.text()).isEqualTo(text.replace(here + ",", here + ",9"));
  }

  @Test
  void looksByNameForOneRowAlone() throws IOException {
    String text =
        """
        Identifier,Full name,Grade
        Participant 12,Paul Durand,
        Participant 13,Anna Martin,
        Participant 14,MARTIN Anna,
        """;

    Filled filled = fill(text, Samples.result("Anna Martin_12_assignsubmission_file", CLOCK));

    assertThat(filled.text()).isEqualTo(text);
    assertThat(told(filled))
        .containsExactly(
            "sheet.csv has the number of Anna Martin_12_assignsubmission_file in row 2,"
                + " beside another name: no row is filled for it",
            "sheet.csv has no submission for Paul Durand (row 2), Anna Martin (row 3), MARTIN Anna (row 4)");
  }

  @ParameterizedTest
  @CsvSource({
    "zoe@x.org, Zoé Roux, 40",
    "ZOE@x.org, Paul MARTIN, 40",
    "zoe@x.org, '', 40",
    "other@x.org, Zoé Roux, 40",
    "'', Zoé Roux, 40",
    "'', martin paul, 12",
    "other@x.org, Paul Martin, 12",
    "'', '', 12",
  })
  void asksForTheAddressBeforeTheNumber(String email, String name, String number)
      throws IOException {
    String text =
        """
        Identifier,Full name,Email address,Grade
        Participant 12,Paul MARTIN,p@x.org,
        Participant 40,Zoé Roux,zoe@x.org,
        """;

    Filled filled = fill(text, Samples.student("12", name, email, CLOCK));

    assertThat(filled.text()).isEqualTo(text.replaceFirst("(" + number + ",.*,)", "$19"));
  }

  @ParameterizedTest
  @CsvSource({
    "other@x.org, Anna MARTIN, 'Paul MARTIN', beside another name",
    "other@x.org, '', 'Paul MARTIN', without a name to compare",
    "'', Anna Martin, '', without a name to compare",
  })
  void believesNoNumberAlone(String email, String name, String here, String why)
      throws IOException {
    String text =
        "Identifier,Full name,Email address,Grade\nParticipant 12," + here + ",p@x.org,\n";

    Filled filled = fill(text, Samples.student("12", name, email, CLOCK));

    assertThat(filled.text()).isEqualTo(text);
    assertThat(told(filled))
        .containsExactly(
            "sheet.csv has the number of 12 in row 2, " + why + ": no row is filled for it",
            "sheet.csv has no submission for " + (here.isEmpty() ? "p@x.org" : here) + " (row 2)");
  }

  @ParameterizedTest
  @CsvSource({
    "TP 1_7, TP_1, TP 1",
    "Groupe 12_8, Groupe 1/2, Groupe 12",
  })
  void guessesNoGroupOfTwoOfWhichMoodleMakesOneName(String folder, String other, String group)
      throws IOException {
    String text = "Identifier,Full name,Group,Grade\n1,A,%s,\n2,B,%s,\n".formatted(other, group);
    String id = folder + "_assignsubmission_file";

    Filled filled = fill(text, Samples.result(id, CLOCK));

    assertThat(filled.text()).isEqualTo(text);
    assertThat(told(filled))
        .contains(
            "sheet.csv has several groups that fit %s: %s, %s; no row is filled for it"
                .formatted(id, other, group));
  }

  @Test
  void fillsNoneOfSeveralGroups() throws IOException {
    String text =
        """
        Identifiant,Nom complet,Groupe,Note
        1,A,Groupe 1/2,
        2,B,Groupe 1:2,
        3,C,,
        """;

    Filled filled =
        fill(
            text,
            Samples.french(Samples.result("Groupe 12_8_assignsubmission_file", CLOCK)),
            Samples.french(Samples.result("_9_assignsubmission_file", CLOCK)));

    assertThat(filled.text()).isEqualTo(text);
    assertThat(told(filled))
        .containsExactly(
            "sheet.csv a plusieurs groupes qui conviennent à Groupe 12_8_assignsubmission_file :"
                + " Groupe 1/2, Groupe 1:2 ; aucune ligne n'est remplie pour lui",
            "sheet.csv n'a pas de ligne pour _9_assignsubmission_file",
            "sheet.csv n'a pas de rendu pour A (ligne 2), B (ligne 3), C (ligne 4)");
  }

  @ParameterizedTest
  @CsvSource({
    "Group, Grade, ''",
    "Group, Grade, Default group",
    "Groupe, Note, Groupe par défaut",
    "Gruppe, Bewertung, Standard-Gruppe",
    "Grupo, Calificación, Grupo por defecto",
    "Gruppo, Valutazione, Gruppo di default",
  })
  void findsAloneWhoIsInNoGroup(String group, String grade, String none) throws IOException {
    String identifier =
        switch (grade) {
          case "Grade" -> "Identifier,Full name";
          case "Note" -> "Identifiant,Nom complet";
          case "Bewertung" -> "ID,Vollständiger Name";
          case "Calificación" -> "Identificador,Nombre completo";
          default -> "Identificativo,Nome";
        };
    String text =
        """
        %s,%s,%s
        P 11,Anna Schmidt,Team A,
        P 12,Paul Durand,%4$s,
        P 13,Zoé Roux,%4$s,
        P 14,Luc Petit,Team A,
        P 15,Eva Neu,%4$s,
        """
            .formatted(identifier, group, grade, none);

    Filled filled =
        fill(
            text,
            Samples.result("Team A_12_assignsubmission_file", CLOCK),
            Samples.result("Paul Durand_12_assignsubmission_file", Samples.perfect("clock")),
            Samples.result("ROUX Zoé_13_assignsubmission_file", Samples.perfect("clock")),
            Samples.result("Luc Petit_14_assignsubmission_file", CLOCK));

    assertThat(rows(filled.text()))
        .extracting(row -> row.get(3))
        .containsExactly(grade, "9", "20", "20", "9", "");
    assertThat(told(filled))
        .containsExactly(
            "sheet.csv has no row for Luc Petit_14_assignsubmission_file",
            "sheet.csv has no submission for Eva Neu (row 6)");
  }

  @Test
  void namesTheFirstOfMany() throws IOException {
    StringBuilder text = new StringBuilder("Identifiant,Nom complet,Note\n");
    for (int i = 1; i <= 23; i++) {
      text.append(i).append(",Nom\u202e ").append(i).append(",\n");
    }

    List<String> told = told(fill(text.toString(), Samples.french(Samples.result("23", CLOCK))));

    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .startsWith("sheet.csv n'a pas de rendu pour Nom")
        .endsWith(" 20 (ligne 21), … et 2 de plus")
        .doesNotContain("\u202e");
  }

  @Test
  void leavesWhatIsLockedOrGivenByHandAndRenewsItsOwn() throws IOException {
    String text =
        """
        Identifiant,Note,Note maximale,La note peut être modifiée,Feedback par commentaires
        Participant1,"12,00","20,00",Oui,bien
        Participant2,"12,00","20,00",Oui,<p>clock 12/20. clock</p>
        Participant3,,"20,00",Non,
        Participant4,"0,00","20,00",Oui,
        """;

    Filled filled =
        fill(
            text,
            Samples.french(Samples.result("1", CLOCK)),
            Samples.french(Samples.result("2", Samples.perfect("clock"))),
            Samples.french(Samples.result("3", CLOCK)),
            Samples.french(Samples.result("4", CLOCK)));

    assertThat(rows(filled.text()))
        .isEqualTo(
            rows(
                text.replace(
                    "Participant2,\"12,00\",\"20,00\",Oui,<p>clock 12/20. clock</p>",
                    "Participant2,20,\"20,00\",Oui,clock 20/20.")));
    assertThat(told(filled))
        .containsExactly(
            "sheet.csv, la ligne 2 reste telle quelle : elle a déjà la note 12,00 ;"
                + " videz cette cellule pour qu'elle soit remplie",
            "sheet.csv, la ligne 4 reste telle quelle : sa note ne peut pas être modifiée dans Moodle",
            "sheet.csv, la ligne 5 reste telle quelle : elle a déjà la note 0,00 ;"
                + " videz cette cellule pour qu'elle soit remplie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Identifier,Grade,Scale", "Identifiant,Note,Barème"})
  void writesNoNumberWhereThereIsAScale(String titles) throws IOException {
    String text = titles + "\n1,,\"Insuffisant, Bien\"\n";

    assertThat(rows(fill(text, Samples.result("1", CLOCK)).text())).isEqualTo(rows(text));
  }

  @Test
  void tellsAllPointsFirstAndCutsNothing() throws IOException {
    Result result =
        Samples.french(
            Samples.result(
                "1",
                Samples.graded("weather", FAILED, FAILED, FAILED),
                Samples.without("clock", Status.NOT_STARTED, ""),
                Samples.without("echo-single", Status.DOES_NOT_COMPILE, ""),
                Samples.perfect("echo-multi")));

    String filled = fill("Identifier,Grade,Feedback comments\n1,,", result).text();

    assertThat(filled)
        .contains("\"weather 0/20, clock 0/20, echo-single 0/20, echo-multi 20/20. weather, pas")
        .endsWith(" echo-single : Ceci ne compile pas : rien n'en a été exécuté.\"\n")
        .doesNotContain("…");
  }

  /** All that is said of it. */
  private static List<String> told(Filled filled) {
    List<String> lines = new ArrayList<>(filled.filling().remarks());
    filled.filling().absentees().line(filled.words()).ifPresent(lines::add);
    return lines;
  }

  private record Filled(WorksheetFilling filling, Words words) {
    String text() {
      return filling.text();
    }
  }

  /** The cells, whether or not they are in quotation marks. */
  private static List<List<String>> rows(String text) {
    return CsvReader.builder().ofCsvRecord(text).stream().map(CsvRecord::getFields).toList();
  }

  private Filled fill(String text, Result... results) throws IOException {
    Path file = folder.resolve("sheet.csv");
    Files.writeString(file, text, UTF_8);
    return fill(file, results);
  }

  private static Filled fill(Path file, Result... results) throws IOException {
    Words words = Sentences.of(List.of(results));
    return new Filled(
        WorksheetFilling.of(
            Worksheet.read(file), List.of(results), Marking.USUAL, words, Absentees.NONE),
        words);
  }
}
