package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.grader.diff.Snippets.withMembers;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tp6.grader.code.PlainText;
import tp6.grader.code.PlainText.Reason;

/** Sources that are meant to do harm to what reads them. */
class ComparerTest {
  /** Each lambda in another one has javac try all of the methods again. */
  @Test
  void isNotLostOverWhatTakesJavacForEver() {
    String overloads =
        """
        interface P { Object p(Object a); }
        interface Q { String q(Object a); }
        interface S { Integer s(Object a); }
        static <T> T z(P p) { return null; }
        static <T> T z(Q q) { return null; }
        static <T> T z(S s) { return null; }
        """;
    String text =
        withMembers(overloads + "Object o = " + "z(x -> ".repeat(40) + "1" + ")".repeat(40) + ";");

    Comparison comparison = Snippets.compare(text, text + "\n");

    assertThat(comparison.files().get(0).plainText().map(PlainText::reason)).isPresent();
    assertThat(Snippets.compare(withMembers("int f;"), withMembers("int f ;")).same()).isTrue();
  }

  @Test
  void tellsWhichFileDoesNotCompile() {
    Comparison comparison =
        Snippets.compare(
            Snippets.sources(Map.of("ClockServer.java", "class ClockServer {}")),
            Snippets.sources(
                Map.of(
                    "ClockServer.java", "class ClockServer {}",
                    "More.java", "class More {\n  int f = true;\n}")));

    assertThat(comparison.files().get(0).plainText())
        .contains(new PlainText(Reason.NOT_JAVA, "More.java", 2));
  }

  @Test
  void runsNothingThatSourcesBring() {
    String text =
        """
        package tp6.clock;
        import javax.annotation.processing.*;
        @SupportedAnnotationTypes("*")
        class ClockServer extends AbstractProcessor {
          public boolean process(
              java.util.Set<? extends javax.lang.model.element.TypeElement> all,
              RoundEnvironment round) {
            throw new IllegalStateException();
          }
        }
        """;

    assertThat(Snippets.compare(text, text.replace("all", "none")).same()).isTrue();
  }
}
