package tp6.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Exercises;
import tp6.grader.Packed;

/** What Moodle lets download of an assignment with 24 students, in all the ways they hand in. */
@Tag("once")
@Timeout(300)
class MoodleDownloadTest {
  private static final String RIGHT = "20";
  private static final String NONE = "";
  private static final int FIRST = 900_100;

  @TempDir Path folder;
  private final Map<String, String> expected = new TreeMap<>();
  private final List<String> rows = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path download;
  private Map<String, byte[]> right;
  private Map<String, byte[]> wrong;

  /** Hands in. */
  private interface HandIn {
    void into(Path folder) throws IOException;
  }

  @BeforeEach
  void write() throws IOException {
    download = Files.createDirectory(folder.resolve("download"));
    right = Packed.bank("clock/right/Recursion", folder);
    wrong = Packed.bank("clock/wrong/NeverCloses", folder);
  }

  /** A row of the worksheet, and what is expected in it; a folder where something was handed in. */
  private void student(String name, String grade, HandIn handIn) throws IOException {
    student(name, "", "Oui", grade, handIn);
  }

  private void student(String name, String before, String changeable, String grade, HandIn handIn)
      throws IOException {
    int number = FIRST + rows.size();
    String row =
        "Participant%d,\"%s\",\"Remis pour évaluation\",%s,\"20,00\",%s,-,-,"
            .formatted(number, name, "%s", changeable);
    rows.add(row.formatted(before));
    expected.put("Participant" + number, grade);
    String place = name.replace("'", "") + "_" + number + "_assignsubmission_file";
    handIn.into(download.resolve(place));
  }

  private void textOf(String name, int index) throws IOException {
    Path text = download.resolve(name + "_" + (FIRST + index) + "_assignsubmission_onlinetext");
    Files.createDirectories(text);
    Files.writeString(text.resolve("onlinetext.html"), "<p>Bonjour, voici mon TP.</p>");
  }

  @Test
  void accountsForEveryRow() throws Exception {
    student("Anna SCHMIDT", RIGHT, to -> Packed.zip(to.resolve("tp6.zip"), right));
    student(
        Normalizer.normalize("Zoé NOËL", Normalizer.Form.NFC),
        RIGHT,
        to ->
            Packed.folder(
                to.resolveSibling(
                    Normalizer.normalize(to.getFileName().toString(), Normalizer.Form.NFD)),
                right));
    student("Jean MARTIN", RIGHT, to -> Packed.folder(to, right));
    student("Jean MARTIN", "wrong", to -> Packed.folder(to, wrong));
    student("Inès BEN", RIGHT, to -> Packed.zip(to.resolve("tp6.zip"), right));
    textOf("Inès BEN", 4);
    student("Ugo PETIT", NONE, to -> textOf("Ugo PETIT", 5));
    student(
        "Léa O'BRIEN",
        RIGHT,
        to -> {
          Packed.zip(to.resolve("tp6.zip"), wrong);
          Packed.zip(to.resolve("tp6-v2.zip"), right, Packed.THEN.plus(Duration.ofDays(1)));
        });
    student("Tom LATE", RIGHT, to -> Packed.folder(to.resolve("TP6 en retard"), right));
    student("Eve EMPTY", NONE, to -> {});
    student("Rémi RAR", NONE, to -> write(to.resolve("tp6.rar"), "Rar!\u001a\u0007\u0001\u0000"));
    student("Sam SEPT", RIGHT, to -> Packed.sevenZip(to.resolve("tp6.7z"), right, ""));
    student("Tara GZ", RIGHT, to -> Packed.tarGz(to.resolve("tp6.tar.gz"), right));
    student(
        "Willy WINDOWS",
        RIGHT,
        to -> Packed.zipOfWindows(to.resolve("tp6.zip"), Packed.in("TP réseau à rendre", right)));
    student(
        "Clara CLASSE",
        NONE,
        to ->
            Packed.zip(
                to.resolve("tout.zip"),
                Packed.and(
                    Packed.in("Anna SCHMIDT_900100_assignsubmission_file", right),
                    Packed.in("Jean MARTIN_900102_assignsubmission_file", wrong))));
    student("Luc LIBRE", RIGHT, to -> write(to.resolve("ClockServer.java"), source(right)));
    student(
        "Rita RAPPORT",
        RIGHT,
        to -> {
          Packed.zip(to.resolve("TP6.ZIP"), right);
          write(to.resolve("rapport.pdf"), "%PDF");
        });
    student("Paul PASSE", NONE, to -> Packed.sevenZip(to.resolve("tp6.7z"), right, "secret"));
    student(
        "Nora NICHE",
        NONE,
        to -> {
          Path inner = folder.resolve("inner.zip");
          Packed.zip(inner, right);
          Packed.zip(to.resolve("outer.zip"), Map.of("tp6.zip", Files.readAllBytes(inner)));
        });
    student(
        "Dora DEUX",
        NONE,
        to -> Packed.folder(to, Packed.and(Packed.in("old", wrong), Packed.in("new", right))));
    student("Maud MAIN", "15,00", "Oui", "15,00", to -> Packed.folder(to, right));
    student("Véra VERROU", "", "Non", NONE, to -> Packed.folder(to, right));
    student("Fay FAUX", "wrong", to -> Packed.tar(to.resolve("tp6.tar"), wrong));
    // Where a course has groups, Moodle puts theirs before the names.
    student(
        "Yan YEUX",
        RIGHT,
        to ->
            Packed.folder(
                to.resolveSibling("TD 2-" + to.getFileName()),
                Packed.and(right, Packed.in("copie", right))));
    student(
        "Xia XML", "wrong", to -> Packed.folder(to, Map.of(Exercises.CLOCK.studentFile(), bad())));
    assertThat(rows).hasSize(24);

    int status = grade();

    assertThat(status).as(err.toString()).isEqualTo(ExitStatus.NOT_GRADED);
    List<String> filled = Files.readAllLines(folder.resolve("g/Notes.csv"), UTF_8);
    assertThat(filled).hasSize(25);
    for (int i = 0; i < 24; i++) {
      requireRow(i, filled.get(i + 1).replace("\"", ""));
    }
    requireAllInTable();
    assertThat(filled.get(24)).contains("clock : Ceci ne compile pas");
    assertThat(err.toString().indexOf("la ligne 21"))
        .as("what does not fit is told before the class is graded")
        .isLessThan(err.toString().indexOf("[1/"));
  }

  /** As Moodle makes it where it is told to make no folders. */
  @Test
  void accountsForTheRowsOfADownloadWithoutFolders() throws Exception {
    student("Anna SCHMIDT", RIGHT, to -> Packed.zip(loose(to, "tp6.zip"), right));
    student("Bob PETIT", RIGHT, to -> write(loose(to, "ClockServer.java"), source(right)));
    student("Zoé NOËL", RIGHT, to -> Packed.tarGz(loose(to, "tp6 été.tar.gz"), right));
    student(
        "Eve DEUX",
        NONE,
        to -> {
          Packed.zip(loose(to, "a.zip"), right);
          Packed.zip(loose(to, "b.zip"), wrong);
        });

    grade();

    List<String> filled = Files.readAllLines(folder.resolve("g/Notes.csv"), UTF_8);
    assertThat(filled).hasSize(5);
    for (int i = 0; i < 4; i++) {
      requireRow(i, filled.get(i + 1).replace("\"", ""));
    }
    assertThat(err.toString()).doesNotContain("pas un rendu");
  }

  private static Path loose(Path folder, String name) {
    return folder.resolveSibling(folder.getFileName() + "_" + name);
  }

  private int grade() throws IOException {
    Path sheet = folder.resolve("Notes.csv");
    Files.writeString(
        sheet,
        "\uFEFFIdentifiant,\"Nom complet\",Statut,Note,\"Note maximale\",\"La note peut être"
            + " modifiée\",\"Dernière modification (travail remis)\",\"Dernière modification"
            + " (note)\",\"Feedback par commentaires\"\n"
            + String.join("\n", rows)
            + "\n");

    return Main.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "grade",
        download.toString(),
        "--out",
        folder.resolve("g").toString(),
        "--exercise",
        "clock",
        "--isolation",
        "process",
        "--lang",
        "fr",
        "--moodle-worksheet",
        sheet.toString());
  }

  /**
   * The grade that is expected, or a line on standard error that tells of the row or the student.
   */
  private void requireRow(int index, String row) throws IOException {
    String id = "Participant" + (FIRST + index);
    String grade = expected.get(id);
    String before = rows.get(index).replace("\"", "");
    if (grade.equals("wrong")) {
      assertThat(row).startsWith(id + ",").doesNotContain("évaluation,20,").contains("clock ");
    } else if (grade.equals(RIGHT)) {
      assertThat(row)
          .startsWith(before.replace("évaluation,,", "évaluation,20,"))
          .contains("clock 20/20. ");
    } else {
      assertThat(row).isEqualTo(before);
      assertThat(err.toString()).containsPattern("ligne[^\n]* " + (index + 2) + "\\b");
    }
  }

  /** 22 of the 24 have handed in; each is a line of the table, and of the page. */
  private void requireAllInTable() throws IOException {
    List<String> table = Files.readAllLines(folder.resolve("g/grades.csv"), UTF_8);
    String page = Files.readString(folder.resolve("g/report/index.html"), UTF_8);
    assertThat(table).hasSize(25);
    assertThat(table.get(24))
        .startsWith("Participant900108,Eve EMPTY,,not-graded,")
        .endsWith(",rien n'a été rendu,");
    assertThat(page)
        .contains("<h2>Rien n'a été rendu</h2>", "dans Notes.csv.", "<li>Eve EMPTY</li>");
    assertThat(err.toString())
        .contains("grader: Notes.csv n'a pas de rendu pour Eve EMPTY (ligne 10)\n");
    for (int i = 0; i < 24; i++) {
      String number = "_" + (FIRST + i) + "_assignsubmission_";
      boolean hasHandedIn = i != 8;
      assertThat(table.stream().filter(line -> line.contains(number)).count())
          .as(number)
          .isEqualTo(hasHandedIn ? 1 : 0);
      assertThat(page.contains(number)).as(number).isEqualTo(hasHandedIn);
    }
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String source(Map<String, byte[]> files) {
    return new String(files.get(Exercises.CLOCK.studentFile()), UTF_8);
  }

  private static byte[] bad() {
    return "package tp6.clock;\nclass ClockServer {\n".getBytes(UTF_8);
  }
}
