package tp6.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static tp6.stage.Event.Kind.CONNECTS;
import static tp6.stage.Event.Kind.FAILS;
import static tp6.stage.Event.Kind.STANDS;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import tp6.grader.Grading;
import tp6.small.SmallStages;
import tp6.stage.report.Grade;
import tp6.stage.report.JsonReport;
import tp6.stage.report.MarkdownReport;
import tp6.stage.report.TextReport;

/** Stages that are run over small servers, right and wrong, and the whole reports of that. */
@Execution(ExecutionMode.CONCURRENT)
class StageKitTest {
  private final SummaryGeneratingListener summary = new SummaryGeneratingListener();

  @ParameterizedTest
  @CsvSource({"child", "same"})
  void givesFullMarksInEitherJvm(String jvm) {
    assertThat(report(SmallStages.Polite.class, "tp6.jvm", jvm))
        .isEqualTo(
            """
            small                                                        10 / 10
              1  greets                                                   2 /  2
              2  hangs up                                                 3 /  3
              3  greets again                                             5 /  5
            """);
    assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(3);
  }

  @Test
  void runsAStageWithThoseItNeedsAndNoOther() {
    assertThat(report(SmallStages.Polite.class, "stage", "3"))
        .isEqualTo(
            """
            small                                                         8 / 10
              1  greets                                                  not run
              2  hangs up                                                 3 /  3
              3  greets again                                             5 /  5
            Only the stage asked for was run, with those it needs.
            """);
  }

  @Test
  void namesTheProgramsOwnEndFirstAndStartsAnewForTheNextStage() {
    assertThat(report(SmallStages.Exits.class))
        .isEqualTo(
            """
            small                                                         0 / 10
              1  greets                                                   0 /  2
                   the program ended itself: System.exit (SmallServer.java:1)
                   0.000  Alice     connects
                   0.000  Alice     sees the end of the connection too early
                   hint: a server does not call System.exit: whatever a client does, the next one wants to be served
                   again: mvn -pl small test -Dstage=1
              2  hangs up                                                 0 /  3
                   the program ended itself: System.exit (SmallServer.java:1)
                   0.000  Bob       connects
                   0.000  Bob       sees the end of the connection too early
                   hint: a server does not call System.exit: whatever a client does, the next one wants to be served
                   again: mvn -pl small test -Dstage=2
              3  greets again                                 blocked by stage 2
            The values were drawn from seed 7; -Dseed=7 draws the same ones again.
            """);
    assertThat(summary.getSummary().getTestsFailedCount()).isEqualTo(2);
  }

  @Test
  void keepsForADrawingWhoHasWaited() {
    List<Event> events =
        grade(SmallStages.Prints.class, "stage", "1")
            .stages()
            .get(0)
            .story()
            .orElseThrow()
            .events();

    assertThat(events).extracting(Event::kind).containsExactly(CONNECTS, FAILS, STANDS);
    assertThat(events).extracting(Event::who).containsExactly("Alice", "Alice", "server");
    assertThat(events).extracting(Event::to).containsExactly("server", "Alice", "server");
    assertThat(events.get(1).waited()).isPositive();
    assertThat(events.get(2).text())
        .startsWith("the server's thread stands in ServerSocket.accept");
  }

  @Test
  void showsTheFirstDifferenceInBytes() {
    assertThat(report(SmallStages.Foreign.class, "lang", "fr"))
        .isEqualTo(
            """
            small                                                         0 / 10
              1  salue                                                    0 /  2
                   0.000  Alice     se connecte
                   0.000  serveur   → Alice  "h\\xE9\\n"
                   0.000  Alice     attendait une autre ligne
                   attendu : "hello"
                   reçu : "h\\xE9"
                   première différence à l'octet 2 : attendu 65 6C 6C 6F, reçu E9
                   piste : dites bonjour
                   à refaire : mvn -pl small test -Dstage=1
              2  raccroche                                                0 /  3
                   0.000  Bob       se connecte
                   0.000  serveur   → Bob  "h\\xE9\\n"
                   0.000  Bob       attend toujours la fin de la connexion
                   le thread du serveur est dans ServerSocket.accept (SmallServer.java:1)
                   piste : fermez la socket
                   à refaire : mvn -pl small test -Dstage=2
              3  salue encore                              bloquée par l'étape 2
            Les valeurs ont été tirées avec la graine 7 ; -Dseed=7 tire les mêmes.
            """);
  }

  @Test
  void tellsWhatIsNotWrittenYetFromWhatIsWrong() {
    assertThat(report(SmallStages.Starter.class))
        .isEqualTo(
            """
            small                                                         0 / 10
              1  greets                                          not started yet
                   not written yet: TODO greet the client (SmallServer.java:1)
                   hint: replace the TODO in SmallServer.java; small/README.md tells what it has to do
              2  hangs up                                        not started yet
                   not written yet: TODO greet the client (SmallServer.java:1)
                   hint: replace the TODO in SmallServer.java; small/README.md tells what it has to do
              3  greets again                                    not started yet
            """);
    assertThat(report(SmallStages.Immutable.class, "stage", "1"))
        .contains("the server ended with UnsupportedOperationException (SmallServer.java:");
  }

  @Test
  void makesVisibleWhatAnExceptionSays() {
    assertThat(report(SmallStages.Injects.class, "stage", "1"))
        .contains(
            "       the server ended with IllegalStateException: a\\n::error::x\\u{1B}[31m\\u{D83D}"
                + " (SmallServer.java:1)\n");
  }

  @Test
  void saysThatAServerIsNeverDoneOpening() {
    assertThat(report(SmallStages.Blocked.class, "stage", "1"))
        .contains("0.000  server    could not be opened\n")
        .contains("the server's thread stands in ServerSocket.accept (SmallServer.java:1)\n");
  }

  @Test
  void stopsReadingAFloodInTime() {
    assertTimeout(
        Duration.ofSeconds(15),
        () ->
            assertThat(report(SmallStages.Floods.class, "stage", "2"))
                .contains(
                    "0.000  Bob       stops reading: 65536 bytes have come, and still more\n"));
  }

  @Test
  void endsAServerThatDoesNotStop() {
    assertThat(report(SmallStages.Unstoppable.class))
        .contains("  1  greets                                                   2 /  2\n")
        .contains("the server's thread stands in Object.wait (SmallServer.java:");
  }

  @ParameterizedTest
  @CsvSource({"child", "same"})
  void saysThatTheClassIsNotThereOrCannotBeMade(String jvm) {
    assertThat(report(SmallStages.Missing.class, "tp6.jvm", jvm))
        .contains("the server ended with ClassNotFoundException: tp6.small.NoSuchServer\n");
    assertThat(report(SmallStages.Closed.class, "tp6.jvm", jvm))
        .contains("the server ended with IOException: no port today (SmallServer.java:");
  }

  @Test
  void letsNothingThatWasPrintedOutOfItsPlaceInMarkdown() {
    Grade grade = grade(SmallStages.Prints.class, "stage", "1");

    assertThat(normal(MarkdownReport.of(grade)))
        .isEqualTo(
            """
            ## small: 0 / 10

            | | stage | points |
            | --: | --- | --: |
            | 1 | greets | 0 / 2 |
            | 2 | hangs up | not run |
            | 3 | greets again | not run |

            ### 1. greets

            ````text
            0.000  Alice     connects
            0.000  Alice     still waits for a line
            the server's thread stands in ServerSocket.accept (SmallServer.java:1)
            the program printed:
              | ```\\u{1B}[2J\\u{202E}
              | ::error::x
            hint: the client was accepted, and the program waits for yet another one at ServerSocket.accept (SmallServer.java:1), without an answer: does it use the socket that accept() gave? Does the answer stay in a buffer, without flush()? Has the thread that should answer ended?
            again: mvn -pl small test -Dstage=1
            ````

            Only the stage asked for was run, with those it needs.

            The values were drawn from seed 7; -Dseed=7 draws the same ones again.
            """);
  }

  @Test
  void writesJson() {
    Grade grade = grade(SmallStages.Exits.class, "stage", "1");

    assertThat(normal(JsonReport.of(grade)))
        .isEqualTo(
            """
            {
              "schema" : 1,
              "exercise" : "small",
              "language" : "en",
              "seed" : "7",
              "earned" : 0,
              "points" : 10,
              "only" : 1,
              "stages" : [ {
                "number" : 1,
                "title" : "greets",
                "outcome" : "failed",
                "earned" : 0,
                "points" : 2,
                "needs" : [ ],
                "story" : {
                  "causes" : [ "the program ended itself: System.exit (SmallServer.java:1)" ],
                  "steps" : [ "0.000  Alice     connects", "0.000  Alice     sees the end of the connection too early" ],
                  "findings" : [ ],
                  "hint" : "a server does not call System.exit: whatever a client does, the next one wants to be served",
                  "again" : "mvn -pl small test -Dstage=1"
                }
              }, {
                "number" : 2,
                "title" : "hangs up",
                "outcome" : "not-run",
                "earned" : 0,
                "points" : 3,
                "needs" : [ ]
              }, {
                "number" : 3,
                "title" : "greets again",
                "outcome" : "not-run",
                "earned" : 0,
                "points" : 5,
                "needs" : [ 2 ]
              } ]
            }
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "stage, 4, 'there is no stage 4 in small: -Dstage takes 1 to 3'",
    "stage, first, '-Dstage takes a whole number, not first'",
    "seed, x_y, '-Dseed takes letters, digits, dots and dashes, as a report tells them, not x_y'",
    "lang, de, '-Dlang takes en or fr, not de / -Dlang vaut en ou fr, pas de'",
  })
  void explainsAWrongSettingAndRunsNothing(String name, String value, String message) {
    run(SmallStages.Polite.class, name, value);

    assertThat(summary.getSummary().getTestsStartedCount()).isZero();
    assertThat(summary.getSummary().getFailures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.getException()).hasMessage(message));
  }

  private String report(Class<?> exercise, String... parameters) {
    return normal(TextReport.of(grade(exercise, parameters)));
  }

  /** Times are different each time, and lines move. */
  private static String normal(String report) {
    return report.replaceAll("\\d+\\.\\d{3} ", "0.000 ").replaceAll("java:\\d+", "java:1");
  }

  private Grade grade(Class<?> exercise, String... parameters) {
    return run(exercise, parameters).get(0);
  }

  private List<Grade> run(Class<?> exercise, String... parameters) {
    return run(exercise, summary, parameters);
  }

  static List<Grade> run(Class<?> exercise, TestExecutionListener listener, String... parameters) {
    Map<String, String> set = new HashMap<>(Map.of("lang", "en", "seed", "7", "tp6.jvm", "child"));
    for (int i = 0; i < parameters.length; i += 2) {
      set.put(parameters[i], parameters[i + 1]);
    }
    return Grading.of(exercise.getName(), set, listener);
  }
}
