package tp6.grader.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.submission.Refused;

/** One id has one folder, on file systems that fold letters, too. */
@Tag("once")
class RunFolderTest {
  private static final List<String> ALIKE =
      List.of(
          "s!^",
          "s\"?",
          "s__",
          "dubois",
          "Dubois",
          "DUBOIS",
          "dubois ",
          "duboi\u017f",
          "dubois.",
          "é",
          "e\u0301",
          "É",
          "..",
          ".",
          "a/b",
          "a\\b",
          "a_b",
          "a:b",
          "con",
          "CON",
          "con_",
          "Straße",
          "strasse",
          "x".repeat(300),
          "x".repeat(301));

  @Test
  void hasAnotherNameForEachId() {
    assertThat(ALIKE.stream().map(RunFolderTest::folded)).doesNotHaveDuplicates();
    assertThatNoException().isThrownBy(() -> RunFolder.requireApart(ALIKE));
  }

  /** As file systems do that know no capitals, no forms of Unicode and no dots at the end. */
  private static String folded(String id) {
    String name = Normalizer.normalize(RunFolder.nameFor(id), Normalizer.Form.NFKD);
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replaceAll("[. ]+$", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"con", "NUL", "com1", "lpt9.txt", "..", "a/b", "", "x/../../y", "nul."})
  void hasANameThatAllFileSystemsTake(String id) {
    assertThat(RunFolder.nameFor(id))
        .matches("[A-Za-z0-9_][A-Za-z0-9._~ -]*~[0-9a-f]{20}|~[0-9a-f]{20}");
  }

  @Test
  void refusesTwoOfOneFolderBeforeTheyAreGraded() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> RunFolder.requireApart(List.of("bob", "ann", "bob")))
        .withMessageContaining("bob");
  }
}
