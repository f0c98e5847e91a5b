package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.grader.diff.Snippets.withMembers;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;
import static tp6.stage.report.Outcome.WAITING;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tp6.grader.Exercises;
import tp6.grader.report.Samples;

class DiffTextTest {
  private static final Comparison COMPARISON =
      Snippets.compare(
          withMembers("void m(int a) { f(a); g(a); }"), withMembers("void m(int b) { h(b); }"));

  private static final DiffReport GRADED =
      new DiffReport(
          new Side(
              "dupont",
              Optional.of(
                  Samples.result("dupont", Samples.graded("clock", PASSED, FAILED, WAITING)))),
          new Side("martin", Optional.of(Samples.result("martin", Samples.perfect("clock")))),
          List.of(COMPARISON),
          Locale.ENGLISH);

  @Test
  void beginsWithWhatBothEarnAndWhereOneDoesNot() {
    assertThat(DiffText.unified(GRADED, Paint.NONE))
        .isEqualTo(
            """
            clock                                                     dupont          martin
              1  accepts a client                                     2 /  2          2 /  2
              2  sends the time as HH:mm:ss                           0 /  7          7 /  7
                   dupont: 0.012 Alice expected another line
              3  closes right after it                    blocked by stage 2         11 / 11
                                                                      2 / 20         20 / 20

            --- dupont/clock/ClockServer.java
            +++ martin/clock/ClockServer.java
            renamed in m: a → b
            @@ -3 +3 @@ m(int)
             void m(int a) {
            -  f(a);
            -  g(a);
            +  h(b);
             }
            """);
  }

  @Test
  void showsOnlyMarksWhereTheExercisesAreTwo() {
    Comparison two =
        Snippets.compare(
            new Sources(Exercises.CLOCK, Map.of()), new Sources(Exercises.ECHO_MULTI, Map.of()));
    Side side =
        new Side(
            "dupont",
            Optional.of(
                Samples.result(
                    "dupont", Samples.perfect("clock"), Samples.graded("echo-multi", PASSED))));

    assertThat(
            DiffText.unified(new DiffReport(side, side, List.of(two), Locale.FRENCH), Paint.NONE))
        .isEqualTo(
            """
                                                                       clock      echo-multi
                                                                     20 / 20           2 / 2

            clock : rien n'en a été rendu, ni d'un côté ni de l'autre
            """);
  }

  @Test
  void saysNothingOfWhatWasNotGraded() {
    Side known = GRADED.left();
    Side unknown = new Side("martin", Optional.empty());
    Side other = new Side("x", Optional.of(Samples.result("x", Samples.perfect("weather"))));

    for (Side side : List.of(unknown, other)) {
      assertThat(
              DiffText.unified(
                  new DiffReport(known, side, List.of(COMPARISON), Locale.ENGLISH), Paint.NONE))
          .startsWith("--- dupont/clock/ClockServer.java\n");
    }
  }

  @Test
  void showsBothBesideEachOther() {
    String text = DiffText.sideBySide(Snippets.report(COMPARISON), Paint.NONE, 43);

    assertThat(text)
        .isEqualTo(
            """
            --- a/clock/ClockServer.java
            +++ b/clock/ClockServer.java
            renamed in m: a → b
            @@ -3 +3 @@ m(int)
            void m(int a) {        void m(int b) {
              f(a);              |   h(b);
              g(a);              |
            }                      }
            """);
  }

  @Test
  void goesOnBelowWhereTheTerminalIsTooNarrow() {
    Comparison comparison =
        Snippets.compare(
            withMembers("String s = \"0123456789\";"), withMembers("String s = \"abc\";"));

    assertThat(DiffText.sideBySide(Snippets.report(comparison), Paint.NONE, 43).lines().skip(3))
        .containsExactly("String s = \"01234567 | String s = \"abc\";", "89\";                 |");
  }

  @Test
  void hasColoursOnATerminal() {
    assertThat(DiffText.unified(Snippets.report(COMPARISON), Paint.ANSI))
        .contains(
            "\n\u001b[36m@@ -3 +3 @@ m(int)\u001b[0m\n",
            "\n\u001b[31m-  f(a);\u001b[0m\n",
            "\n\u001b[32m+  h(b);\u001b[0m\n");
  }
}
