package tp6.grader.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.NOT_RUN;
import static tp6.stage.report.Outcome.NOT_STARTED;
import static tp6.stage.report.Outcome.PASSED;
import static tp6.stage.report.Outcome.WAITING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.grade.Cost;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.report.Nasty;
import tp6.grader.report.ResultMarkdown;
import tp6.grader.report.Samples;
import tp6.grader.report.Schemas;
import tp6.grader.submission.Note;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Submission;
import tp6.stage.Event;
import tp6.stage.Story;
import tp6.stage.report.Outcome;
import tp6.stage.report.SourceError;
import tp6.stage.report.StageResult;

class ResultFolderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T14:32:01.987Z"), ZoneOffset.UTC);

  private final Result result =
      Samples.withNotes(
          Samples.result(
              "dupont",
              Samples.graded("clock", PASSED, FAILED, WAITING),
              Samples.exercise("echo-multi", Status.NOT_STARTED, "", NOT_RUN)),
          new Note("pom.xml", Reason.CHANGED));

  @TempDir private Path temporary;

  @Test
  void holdsAFileForEveryReader() throws IOException {
    Path folder = temporary.resolve("reports/dupont");

    ResultFolder.write(result, folder);

    assertThat(names(folder))
        .containsExactly(
            "TEST-clock.xml",
            "TEST-echo-multi.xml",
            "grade.json",
            "grade.md",
            "result.json",
            "results.json");
    assertThat(folder.resolve("grade.md")).hasContent(ResultMarkdown.of(result));
    assertThat(
            Schemas.errors(
                "grade.schema.json", Files.readString(folder.resolve("grade.json"), UTF_8)))
        .isEmpty();
  }

  @Test
  void isReadBackWithoutLoss() throws IOException {
    Story story =
        new Story(
            List.of(Nasty.EVERYTHING),
            List.of(),
            Stream.of(Event.Kind.values())
                .map(kind -> new Event(kind, 1, 2, Nasty.EVERYTHING, "", Nasty.EVERYTHING))
                .toList(),
            Nasty.NAMES,
            "half \uDC00\uD800 a letter");
    ExerciseResult exercise =
        new ExerciseResult(
            "clock",
            Status.GRADED,
            Nasty.EVERYTHING,
            Stream.of(Outcome.values())
                .map(
                    outcome ->
                        new StageResult(
                            outcome.ordinal() + 1,
                            Nasty.EVERYTHING,
                            4,
                            List.of(1, 2),
                            outcome,
                            outcome == FAILED ? Optional.of(story) : Optional.empty()))
                .toList(),
            List.of(new SourceError("A.java", 3, 4, Nasty.EVERYTHING, Nasty.EVERYTHING)),
            Optional.of(new Cost(1234, Optional.of(56_789L))),
            Optional.empty());
    Result written =
        new Result(
            "=1+1\uD83D",
            Nasty.EVERYTHING,
            "é@example.org",
            "",
            "fr",
            "7",
            90,
            Optional.of(3),
            "process",
            List.of(exercise, Samples.without("echo-multi", Status.REFUSED, "")),
            Stream.of(Reason.values()).map(why -> new Note(Nasty.EVERYTHING, why)).toList(),
            Optional.of(Instant.parse("2026-11-20T17:00:00Z")),
            Optional.of("0a"),
            Map.of("clock/A.java", Nasty.EVERYTHING));

    ResultFolder.write(written, temporary);

    assertThat(ResultFolder.read(temporary)).contains(written);
    assertThat(
            Schemas.errors(
                "grade.schema.json", Files.readString(temporary.resolve("grade.json"), UTF_8)))
        .isEmpty();
  }

  /** Two hundred notes at most, whatever was handed in, and none of them long. */
  @Test
  void isLessThanAMebibyteWhateverIsNoted() throws IOException {
    List<Note> many =
        IntStream.range(0, 5_000)
            .mapToObj(i -> new Note("\u0001".repeat(900) + i, Reason.PATH))
            .toList();
    List<Note> notes = new Submission(Map.of(), Map.of(), many, Optional.empty()).notes();

    ResultFolder.write(
        Samples.withNotes(
            Samples.result("x", Samples.perfect("clock")), notes.toArray(Note[]::new)),
        temporary);

    long size = 0;
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    assertThat(size).isLessThan(1 << 20);
  }

  @Test
  void isReadBackWithoutTheFieldsThatWereAddedLater() throws IOException {
    ResultFolder.write(result, temporary);
    Path grade = temporary.resolve("grade.json");
    String json = Files.readString(grade, UTF_8);
    assertThat(json).contains("\"events\" : [ ],");

    Files.writeString(grade, json.replace("\"events\" : [ ],", ""), UTF_8);

    assertThat(ResultFolder.read(temporary)).contains(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "null",
        "[]",
        "{}",
        "{\"schema\":1}",
        "{\"schema\":1,\"exercises\":[],\"notes\":[]}",
        "{\"schema\":\"1\"}",
      })
  void isEmptyWithoutAWholeGrade(String json) throws IOException {
    Files.writeString(temporary.resolve("grade.json"), json, UTF_8);

    assertThat(ResultFolder.read(temporary)).isEmpty();
  }

  @Test
  void isEmptyWhereAGradeIsCutOffOrOfAnotherVersion() throws IOException {
    ResultFolder.write(result, temporary);
    Path grade = temporary.resolve("grade.json");
    String json = Files.readString(grade, UTF_8);

    Files.writeString(grade, json.substring(0, json.length() / 2), UTF_8);
    assertThat(ResultFolder.read(temporary)).isEmpty();
    Files.writeString(grade, json.replace("\"schema\" : 1", "\"schema\" : 2"), UTF_8);
    assertThat(ResultFolder.read(temporary)).isEmpty();
    assertThat(ResultFolder.read(temporary.resolve("none"))).isEmpty();
  }

  @Test
  void isNotDoneWhereAnotherFileCouldNotBeWritten() throws IOException {
    ResultFolder.write(result, temporary);
    Files.delete(temporary.resolve("results.json"));
    Files.createDirectory(temporary.resolve("results.json"));

    assertThatIOException().isThrownBy(() -> ResultFolder.write(result, temporary));

    assertThat(ResultFolder.read(temporary)).isEmpty();
  }

  @Test
  void keepsNothingOfAnEarlierGrading() throws IOException {
    ResultFolder.write(result, temporary);

    ResultFolder.write(Samples.result("dupont", Samples.perfect("weather")), temporary);

    assertThat(names(temporary))
        .containsExactly(
            "TEST-weather.xml", "grade.json", "grade.md", "result.json", "results.json");
  }

  @Test
  void suitsGradescope() throws IOException {
    ResultFolder.write(result, temporary);

    String json = Files.readString(temporary.resolve("results.json"), UTF_8);

    assertThat(Schemas.errors("gradescope.schema.json", json)).isEmpty();
    assertThat(json)
        .isEqualTo(
            """
            {
              "score" : 2,
              "output" : "Not taken as it was handed in:\\npom.xml  changed; the course's own version is used",
              "output_format" : "text",
              "test_output_format" : "text",
              "test_name_format" : "text",
              "visibility" : "visible",
              "stdout_visibility" : "hidden",
              "tests" : [ {
                "score" : 2,
                "max_score" : 2,
                "status" : "passed",
                "name" : "clock: accepts a client",
                "number" : "1.1",
                "output" : "",
                "visibility" : "visible"
              }, {
                "score" : 0,
                "max_score" : 7,
                "status" : "failed",
                "name" : "clock: sends the time as HH:mm:ss",
                "number" : "1.2",
                "output" : "0.011  Alice  connects\\n0.012  Alice  expected another line\\nexpected: \\"09:05:07\\"\\nreceived: \\"9:5:7\\"\\nhint: two digits each\\nagain: mvn -pl clock test -Dstage=2",
                "visibility" : "visible"
              }, {
                "score" : 0,
                "max_score" : 11,
                "status" : "failed",
                "name" : "clock: closes right after it",
                "number" : "1.3",
                "output" : "blocked by stage 2",
                "visibility" : "visible"
              }, {
                "score" : 0,
                "max_score" : 2,
                "status" : "failed",
                "name" : "echo-multi: accepts a client",
                "number" : "2.1",
                "output" : "Nothing of it was handed in.\\nnext: write echo-multi/src/main/java/tp6/echomulti/EchoServer.java",
                "visibility" : "visible"
              } ]
            }
            """);
  }

  @Test
  void givesNobodyAMarkWhereThereWasNoTime() throws IOException {
    Result late =
        Samples.result("dupont", Samples.perfect("clock"), Samples.outOfTime("echo-multi"));
    ResultFolder.write(result, temporary);

    ResultFolder.write(late, temporary);

    assertThat(names(temporary))
        .containsExactly(
            "TEST-clock.xml", "TEST-echo-multi.xml", "grade.json", "grade.md", "results.json");
    String gradescope = Files.readString(temporary.resolve("results.json"), UTF_8);
    assertThat(Schemas.errors("gradescope.schema.json", gradescope)).isEmpty();
    assertThat(gradescope)
        .contains("\"output\" : \"No mark is given: echo-multi: out-of-time\"")
        .contains("\"output\" : \"Out of time: some of its stages could not be judged")
        .doesNotContain("score");
    String json = Files.readString(temporary.resolve("grade.json"), UTF_8);
    assertThat(Schemas.errorsIfClosed("grade.schema.json", json)).isEmpty();
    assertThat(json)
        .contains("\"graded\" : false", "\"status\" : \"out-of-time\"")
        .contains("\"outcome\" : \"out-of-time\"");
    assertThat(Files.readString(temporary.resolve("grade.md"), UTF_8))
        .startsWith("# ` dupont `: - / 40\n")
        .contains("\n## echo-multi: - / 20\n", "| 3 | closes right after it | out of time |")
        .contains("That says nothing about your program. There is no mark");
    assertThat(ResultFolder.read(temporary)).contains(late);
  }

  @Test
  void suitsClassroom50WhereItSaysNothing() throws IOException {
    ResultFolder.write(result, temporary, Map.of(), CLOCK);

    String json = Files.readString(temporary.resolve("result.json"), UTF_8);

    assertThat(Schemas.errors("classroom50.schema.json", json)).isEmpty();
    assertThat(json)
        .isEqualTo(
            """
            {
              "schema" : "classroom50/result/v1",
              "classroom" : "unknown",
              "assignment" : "unknown",
              "assignment_type" : "individual",
              "owner" : "dupont",
              "submission" : "submit/dupont",
              "commit" : "unknown",
              "release" : "unknown",
              "review" : "unknown",
              "datetime" : "2026-06-01T14:32:01Z",
              "score" : 2,
              "max-score" : 22,
              "tests" : [ {
                "test-name" : "clock 1: accepts a client",
                "passed" : true,
                "score" : 2,
                "max-score" : 2,
                "output" : ""
              }, {
                "test-name" : "clock 2: sends the time as HH:mm:ss",
                "passed" : false,
                "score" : 0,
                "max-score" : 7,
                "output" : "0.011  Alice  connects\\n0.012  Alice  expected another line\\nexpected: \\"09:05:07\\"\\nreceived: \\"9:5:7\\"\\nhint: two digits each\\nagain: mvn -pl clock test -Dstage=2"
              }, {
                "test-name" : "clock 3: closes right after it",
                "passed" : false,
                "score" : 0,
                "max-score" : 11,
                "output" : "blocked by stage 2"
              }, {
                "test-name" : "echo-multi 1: accepts a client",
                "passed" : false,
                "score" : 0,
                "max-score" : 2,
                "output" : "Nothing of it was handed in.\\nnext: write echo-multi/src/main/java/tp6/echomulti/EchoServer.java"
              } ]
            }
            """);
  }

  @Test
  void takesFromTheEnvironmentWhoseItIs() throws IOException {
    Map<String, String> environment =
        Map.of(
            "CLASSROOM", "net",
            "ASSIGNMENT", "tp6",
            "MODE", "group",
            "OWNER", "octocat",
            "SUBMISSION_TAG", "submit/20260601T143201Z-abc1234",
            "COMMIT_URL", "https://example.org/commit",
            "RELEASE_URL", "https://example.org/release",
            "DATETIME", "2026-05-31T23:59:59Z");

    ResultFolder.write(result, temporary, environment, CLOCK);

    String json = Files.readString(temporary.resolve("result.json"), UTF_8);
    assertThat(Schemas.errors("classroom50.schema.json", json)).isEmpty();
    assertThat(json)
        .startsWith(
            """
            {
              "schema" : "classroom50/result/v1",
              "classroom" : "net",
              "assignment" : "tp6",
              "assignment_type" : "group",
              "owner" : "octocat",
              "submission" : "submit/20260601T143201Z-abc1234",
              "commit" : "https://example.org/commit",
              "release" : "https://example.org/release",
              "review" : "https://example.org/commit",
              "datetime" : "2026-05-31T23:59:59Z",
              "score" : 2,
              "max-score" : 22,
            """);
  }

  @Test
  void staysWellFormedWhateverTheEnvironmentSays() throws IOException {
    Map<String, String> environment =
        Map.of(
            "CLASSROOM", "",
            "ASSIGNMENT_TYPE", "team",
            "SUBMISSION_TAG", "v1",
            "DATETIME", "yesterday");
    Result nobody = Samples.result("", Samples.graded("clock", NOT_STARTED, NOT_RUN, NOT_RUN));

    ResultFolder.write(nobody, temporary, environment, CLOCK);

    assertThat(
            Schemas.errors(
                "classroom50.schema.json",
                Files.readString(temporary.resolve("result.json"), UTF_8)))
        .isEmpty();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
