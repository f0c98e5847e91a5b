package tp6.grader.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.NOT_STARTED;
import static tp6.stage.report.Outcome.PASSED;
import static tp6.stage.report.Outcome.WAITING;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;

class JUnitXmlTest {
  @Test
  void hasATestCaseForEachStage() {
    assertThat(xml(Samples.graded("clock", PASSED, FAILED, WAITING)))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="clock" time="0" tests="3" errors="0" skipped="1" failures="1">
              <testcase name="1. accepts a client" classname="clock" time="0"/>
              <testcase name="2. sends the time as HH:mm:ss" classname="clock" time="0">
                <failure message="0.012  Alice  expected another line" type="FAILED">0.011  Alice  connects
            0.012  Alice  expected another line
            expected: &quot;09:05:07&quot;
            received: &quot;9:5:7&quot;
            hint: two digits each
            again: mvn -pl clock test -Dstage=2</failure>
              </testcase>
              <testcase name="3. closes right after it" classname="clock" time="0">
                <skipped message="blocked by stage 2"/>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void failsWhereNothingIsWrittenYet() {
    assertThat(xml(Samples.graded("clock", NOT_STARTED, NOT_STARTED, NOT_STARTED)))
        .contains("tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"3\"")
        .contains(
            "<failure message=\"not started yet\" type=\"NOT_STARTED\">not started yet</failure>");
  }

  @Test
  void isNotGreenWhereNothingWasRun() {
    assertThat(xml(Samples.without("clock", Status.DOES_NOT_COMPILE, "")))
        .contains("tests=\"3\" errors=\"1\" skipped=\"2\" failures=\"0\"")
        .contains("<error message=\"The compiler was lost", "type=\"DOES_NOT_COMPILE\">")
        .contains("<skipped message=\"not run\"/>");
  }

  @Test
  void isNotGreenWhereThereWasNoTime() {
    assertThat(xml(Samples.outOfTime("clock")))
        .contains("tests=\"3\" errors=\"1\" skipped=\"0\" failures=\"1\"")
        .contains("<testcase name=\"1. accepts a client\" classname=\"clock\" time=\"0\"/>")
        .contains(
            "<error message=\"Out of time: some of its stages could not be judged, most likely")
        .contains("type=\"OUT_OF_TIME\">", "That says nothing about the program");
  }

  @Test
  void showsWhatXmlHasNoPlaceFor() throws Exception {
    String xml = xml(Samples.without("clock", Status.NOT_GRADED, Nasty.EVERYTHING));

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));

    assertThat(document.getElementsByTagName("error").item(0).getTextContent())
        .startsWith(
            "The grader has failed here, not the program: "
                + "\\u{1B}[2J\\u{1B}]0;title\\u{7}\\r\\n\\t\\u{0}\\u{202E}gnp\\u{200B}\\u{2028}"
                + "\\u{D800}x\\u{FFFE}</script></pre>]]>")
        .contains("= \" ' & é 𝄞\n");
  }

  private static String xml(ExerciseResult exercise) {
    Result result = Samples.result("dupont", exercise);
    return JUnitXml.of(result, exercise);
  }
}
