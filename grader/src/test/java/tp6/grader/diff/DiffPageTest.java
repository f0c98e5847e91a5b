package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tp6.grader.report.Nasty;
import tp6.grader.report.Samples;

class DiffPageTest {
  private static final Comparison COMPARISON =
      Comparison.ofText(
          Snippets.clock("a < b\n" + Nasty.EVERYTHING), Snippets.clock("a > b\nclass \"x\""));

  @Test
  void needsNothingElseAndRunsNothing() {
    String page = DiffPage.of(Snippets.report(COMPARISON));

    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n")
        .contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("<script", "src=", "href=", "url(", "</pre>")
        .contains("<td class=\"less\">a &lt; b</td><td class=\"more\">a &gt; b</td>")
        .matches(Nasty.VISIBLE);
  }

  @Test
  void showsWhatBothEarnInTheReadersLanguage() {
    Side left =
        new Side(
            "<dupont>",
            Optional.of(Samples.result("dupont", Samples.graded("clock", PASSED, FAILED))));
    Side right =
        new Side("martin", Optional.of(Samples.result("martin", Samples.perfect("clock"))));

    String page = DiffPage.of(new DiffReport(left, right, List.of(COMPARISON), Locale.FRENCH));

    assertThat(page)
        .contains(
            "<html lang=\"fr\">",
            "<title>&lt;dupont&gt; et martin</title>",
            "<td colspan=\"3\">&lt;dupont&gt; : 0.012 Alice expected another line</td>")
        .doesNotContain("<dupont>");
  }
}
