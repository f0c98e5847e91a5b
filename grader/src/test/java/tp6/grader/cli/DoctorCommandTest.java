package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tp6.grader.run.NeedsSandbox;
import tp6.grader.sandbox.Protection;

/** What the doctor shows, and how it ends. */
@NeedsSandbox
class DoctorCommandTest {
  private static final String ROW = "(safe    |NOT SAFE)  to .{40,}  \\S.*";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void showsThatTheSandboxHolds() {
    assertThat(run("doctor")).isZero();
    assertThat(out.toString())
        .doesNotContain("NOT SAFE")
        .endsWith("The sandbox holds: grade uses it.\n");
  }

  @Test
  void showsItInFrench() {
    assertThat(run("doctor", "--lang", "fr")).isZero();
    assertThat(out.toString())
        .doesNotContainPattern("\\b(?:safe|to|nothing|none|seen|works|started)\\b")
        .endsWith("Le bac à sable tient : grade l'utilise.\n");
    assertThat(out.toString().lines().filter(line -> line.startsWith("sûr  "))).hasSize(19);
  }

  @ParameterizedTest
  @EnumSource
  void endsWithAnErrorWithoutAnyOfTheProtections(Protection protection) {
    assertThat(run("doctor", "--without", protection.name())).isEqualTo(1);

    assertThat(out.toString()).contains("NOT SAFE", "The sandbox does not hold");
    assertThat(out.toString().lines().filter(line -> line.matches(ROW))).hasSize(19);
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
