package tp6.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;
import static tp6.stage.report.Outcome.WAITING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.submission.Note;
import tp6.grader.submission.Note.Reason;
import tp6.stage.report.SourceError;

class ResultMarkdownTest {
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
                    new SourceError("tp6/echomulti/Two.java", 1, 7, "duplicate class", "```"))),
            new Note("pom.xml", Reason.CHANGED));

    assertThat(ResultMarkdown.of(result))
        .isEqualTo(
            """
            # ` dupont `: 2 / 40

            ## clock: 2 / 20

            | | stage | points |
            | --: | --- | --: |
            | 1 | accepts a client | 2 / 2 |
            | 2 | sends the time as HH:mm:ss | 0 / 7 |
            | 3 | closes right after it | blocked by stage 2 |

            ### 2. sends the time as HH:mm:ss

            ```text
            0.011  Alice  connects
            0.012  Alice  expected another line
            expected: "09:05:07"
            received: "9:5:7"
            hint: two digits each
            again: mvn -pl clock test -Dstage=2
            ```

            The values were drawn from seed 42; -Dseed=42 draws the same ones again.

            ## echo-multi: 0 / 20

            ````text
            It does not compile, so nothing of it was run.
            Two.java:1:7: duplicate class
              | ```
            next: mvn -pl echo-multi compile shows the same; repair the first error first
            ````

            ## Not taken as it was handed in:

            ```text
            pom.xml  changed; the course's own version is used
            ```
            """);
  }

  @Test
  void saysOnceWhyASubmissionWasRefused() {
    assertThat(ResultMarkdown.of(Samples.refused("dupont", "", "", "holds no exercise")))
        .isEqualTo(
            """
            # ` dupont `: - / 40

            ```text
            Nothing could be graded: holds no exercise
            ```
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "@everyone, ` @everyone `",
    "![](http://x), ` ![](http://x) `",
    "a`b, `` a`b ``",
    "``, ``` `` ```",
    "</pre><script>, ` </pre><script> `",
  })
  void keepsAnIdInCode(String id, String code) {
    assertThat(ResultMarkdown.of(Samples.result(id, Samples.perfect("clock"))))
        .startsWith("# " + code + ": 20 / 20\n");
  }

  @Test
  void keepsEverythingForeignInCode() {
    Result result =
        Samples.withNotes(
            Samples.result(
                Nasty.EVERYTHING, Samples.without("clock", Status.NOT_GRADED, Nasty.EVERYTHING)),
            new Note("`````\n" + Nasty.EVERYTHING, Reason.PATH));

    String markdown = ResultMarkdown.of(result);

    assertThat(markdown).matches(Nasty.VISIBLE);
    assertThat(outsideOfCode(markdown))
        .isEqualTo(
            """
            # : - / 20

            ## clock: - / 20



            ## Not taken as it was handed in:


            """);
  }

  /** As a reader of Markdown finds it: a fence ends with one as long, a span likewise. */
  private static String outsideOfCode(String markdown) {
    return markdown
        .replaceAll("(?ms)^(`{3,})text\n.*?^\\1$", "")
        .replaceAll("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
  }

  @Test
  void namesWhatIsNotStable() {
    Result result =
        Samples.result(
            "dupont",
            Samples.repeated(Samples.graded("clock", PASSED, FAILED), 2, FAILED, PASSED, FAILED));

    assertThat(ResultMarkdown.of(result))
        .endsWith(
            """
            ## Not stable, run again with other seeds (the first run counts):

            ```text
            clock 2: failed with seed 42, 9; passed with seed 8
            ```
            """);
  }
}
