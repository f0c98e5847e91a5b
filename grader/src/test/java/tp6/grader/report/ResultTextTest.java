package tp6.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;
import static tp6.stage.report.Outcome.WAITING;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.submission.Note;
import tp6.grader.submission.Note.Reason;
import tp6.stage.report.SourceError;

class ResultTextTest {
  @Test
  void tellsOfEveryExerciseAndWhatWasNotTaken() {
    Result result =
        Samples.withNotes(
            Samples.result(
                "dupont",
                Samples.graded("clock", PASSED, FAILED, WAITING),
                Samples.without(
                    "echo-multi",
                    Status.DOES_NOT_COMPILE,
                    "",
                    new SourceError(
                        "tp6/echomulti/EchoServer.java",
                        12,
                        3,
                        "cannot find symbol\n  symbol: method run()",
                        "\tclient.run();"))),
            new Note("clock/README.txt", Reason.ADDED),
            new Note("pom.xml", Reason.CHANGED),
            new Note("clock/src/main/java/tp6/clock/Link.java", Reason.LINK));

    assertThat(ResultText.of(result))
        .isEqualTo(
            """
            clock                                                         2 / 20
              1  accepts a client                                         2 /  2
              2  sends the time as HH:mm:ss                               0 /  7
                   0.011  Alice  connects
                   0.012  Alice  expected another line
                   expected: "09:05:07"
                   received: "9:5:7"
                   hint: two digits each
                   again: mvn -pl clock test -Dstage=2
              3  closes right after it                        blocked by stage 2
            The values were drawn from seed 42; -Dseed=42 draws the same ones again.

            echo-multi                                                    0 / 20
                   It does not compile, so nothing of it was run.
                   EchoServer.java:12:3: cannot find symbol; symbol: method run()
                     | client.run();
                   next: mvn -pl echo-multi compile shows the same; repair the first error first

            Not taken as it was handed in:
              clock/src/main/java/tp6/clock/Link.java  refused: a link
              pom.xml  changed; the course's own version is used
              clock/README.txt  ignored: not where the student's classes are

            total                                                         2 / 40
            """);
  }

  @Test
  void givesNoMarkWhereThereWasNoTime() {
    Result result =
        Samples.result("dupont", Samples.outOfTime("clock"), Samples.perfect("echo-multi"));

    assertThat(ResultText.of(result))
        .isEqualTo(
            """
            clock                                                         - / 20
              1  accepts a client                                         2 /  2
              2  sends the time as HH:mm:ss                               0 /  7
                   0.011  Alice  connects
                   0.012  Alice  expected another line
                   expected: "09:05:07"
                   received: "9:5:7"
                   hint: two digits each
                   again: mvn -pl clock test -Dstage=2
              3  closes right after it                               out of time
            Out of time: some stages could not be judged, most likely because the computer was too busy. That says nothing about your program. There is no mark, and nothing is lost: run them again when the computer has less to do.
            The values were drawn from seed 42; -Dseed=42 draws the same ones again.

            echo-multi                                                   20 / 20
              1  accepts a client                                         2 /  2
              2  sends the time as HH:mm:ss                               7 /  7
              3  closes right after it                                   11 / 11

            total                                                         - / 40
            """);
  }

  @Test
  void saysWhatHappenedAndTheNextStepWhereNothingWasRun() {
    Result result =
        Samples.result(
            "dupont",
            Samples.without("weather", Status.NOT_STARTED, ""),
            Samples.without("clock", Status.DOES_NOT_COMPILE, ""),
            Samples.without("echo-single", Status.REFUSED, ""),
            Samples.without("echo-multi", Status.NOT_GRADED, "no room on the disk"));

    assertThat(ResultText.of(result))
        .isEqualTo(
            """
            weather                                                       0 / 20
                   Nothing of it was handed in.
                   next: write weather/src/main/java/tp6/weather/Weather.java

            clock                                                         0 / 20
                   The compiler was lost over these sources: it may take 20 s and 256 MB of memory.
                   next: look for an expression, a type or a table that is nested without measure

            echo-single                                                   0 / 20
                   Nothing of it was taken; the list of what was not taken says why.
                   next: hand in plain .java files with Java names under echo-single/src/main/java/tp6/echosingle/

            echo-multi                                                    - / 20
                   The grader has failed here, not the program: no room on the disk
                   next: grade it again; if that fails too, show this line to the instructor

            total                                                         - / 80
            """);
  }

  @Test
  void speaksFrench() {
    Result result =
        Samples.withNotes(
            Samples.result(
                "dupont",
                Samples.graded("clock", PASSED, FAILED, WAITING),
                Samples.without("echo-multi", Status.NOT_STARTED, "")),
            new Note("pom.xml", Reason.CHANGED));

    assertThat(ResultText.of(Samples.french(result)))
        .isEqualTo(
            """
            clock                                                         2 / 20
              1  accepts a client                                         2 /  2
              2  sends the time as HH:mm:ss                               0 /  7
                   0.011  Alice  connects
                   0.012  Alice  expected another line
                   expected: "09:05:07"
                   received: "9:5:7"
                   piste : two digits each
                   à refaire : mvn -pl clock test -Dstage=2
              3  closes right after it                     bloquée par l'étape 2
            Les valeurs ont été tirées avec la graine 42 ; -Dseed=42 tire les mêmes.

            echo-multi                                                    0 / 20
                   Rien n'en a été rendu.
                   ensuite : écrivez echo-multi/src/main/java/tp6/echomulti/EchoServer.java

            Ce qui n'a pas été pris tel quel :
              pom.xml  modifié ; la version du cours est utilisée

            total                                                         2 / 40
            """);
  }

  @Test
  void saysOnceWhyASubmissionWasRefused() {
    assertThat(ResultText.of(Samples.refused("dupont", "", "", "holds no exercise")))
        .isEqualTo(
            """
            clock                                                         - / 20
            echo-multi                                                    - / 20
            Nothing could be graded: holds no exercise

            total                                                         - / 40
            """);
  }

  @Test
  void hasNoTotalForASingleExercise() {
    assertThat(ResultText.of(Samples.result("dupont", Samples.perfect("clock"))))
        .isEqualTo(
            """
            clock                                                        20 / 20
              1  accepts a client                                         2 /  2
              2  sends the time as HH:mm:ss                               7 /  7
              3  closes right after it                                   11 / 11
            """);
  }

  @Test
  void tellsOfTwentyFilesAtMostAndOfTheRefusedFirst() {
    Note[] notes =
        IntStream.range(0, 25)
            .mapToObj(i -> new Note("x" + i, i == 24 ? Reason.BINARY : Reason.ADDED))
            .toArray(Note[]::new);

    assertThat(
            ResultText.of(
                Samples.withNotes(Samples.result("dupont", Samples.perfect("clock")), notes)))
        .contains(":\n  x24  refused: not a text\n  x0  ignored")
        .contains("  x18  ignored: not where the student's classes are\n  … and 5 more\n")
        .doesNotContain("x19");
  }

  @Test
  void tellsOfTenErrorsAtMost() {
    SourceError[] errors =
        IntStream.range(0, 12)
            .mapToObj(i -> new SourceError("A.java", i + 1, 1, "error " + i, ""))
            .toArray(SourceError[]::new);

    assertThat(
            ResultText.of(
                Samples.result(
                    "dupont", Samples.without("clock", Status.DOES_NOT_COMPILE, "", errors))))
        .contains("A.java:10:1: error 9\n       … and 2 more\n")
        .doesNotContain("error 10");
  }

  @Test
  void hidesNothing() {
    Result result =
        Samples.withNotes(
            Samples.result("dupont", Samples.without("clock", Status.NOT_GRADED, Nasty.EVERYTHING)),
            new Note(Nasty.EVERYTHING, Reason.PATH));

    assertThat(ResultText.of(result)).matches(Nasty.VISIBLE);
  }

  @Test
  void givesNoCommandsToALog() {
    Result result =
        Samples.withNotes(
            Samples.result("dupont", Samples.without("clock", Status.NOT_GRADED, "##[add-mask]0")),
            new Note("::error::passed", Reason.PATH),
            new Note("a::b#[c]", Reason.ADDED));

    assertThat(ResultText.of(result))
        .contains("##\\[add-mask]0\n", "\n  \\::error::passed  ", "\n  a::b#[c]  ");
  }
}
