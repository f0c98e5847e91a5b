package tp6.grader.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.store.RunFolder;

/** The script that hands grades back, with stand-ins for gh and glab that remember issues. */
@Tag("once")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the script is written for Linux")
class HandBackScriptTest {
  private static final String DRY = "Nothing was written. With --post it is.\n";

  /** What there is of an issue is its text, in a file that is called after the fork. */
  private static final String GH =
      """
      #!/bin/bash
      echo "gh $*" >> '%1$s/calls'
      case "$1 $2" in
        api*missing) echo "HTTP 404: Not Found" >&2; exit 1 ;;
        api*public) echo false ;;
        api*) echo true ;;
        "issue list") [ ! -f "%1$s/issues/${4##*/}" ] || echo 7 ;;
        "issue edit") cp "$7" "%1$s/issues/${5##*/}"; echo "https://$5/issues/$3" ;;
        "issue create") cp "$8" "%1$s/issues/${4##*/}"; echo "https://$4/issues/7" ;;
      esac
      """;

  private static final String GLAB =
      """
      #!/bin/bash
      echo "glab $*" >> '%1$s/calls'
      fork=$(echo "$*" | sed 's|.*%%2F\\([a-z]*\\)/issues.*|\\1|')
      [ "$5" = POST ] || [ "$5" = PUT ] || {
        [ ! -f "%1$s/issues/$fork" ] ||
          echo '[{"id":90,"iid":9,"project_id":5,"title":"TP 6: grade / note","description":"{\\"iid\\":4"}]'
        exit
      }
      cp "$(echo "$*" | sed 's/.*description=@//')" "%1$s/issues/$fork"
      """;

  @TempDir Path folder;
  private RunFolder grades;

  @BeforeEach
  void grade() throws IOException {
    Files.createDirectories(folder.resolve("issues"));
    Files.createFile(folder.resolve("calls"));
    grades = new RunFolder(folder.resolve("grades"));
    program("gh", GH);
    program("glab", GLAB);
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, script.formatted(folder));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void graded(String id, String text) throws IOException {
    grades.writeFeedback(id, Optional.of(text));
  }

  private Shell.Ran run(String options, String... forks) throws Exception {
    String list = "id,path,name,email\n" + String.join("\n", forks) + "\n";
    Files.writeString(folder.resolve("class.csv"), list);
    String script = Path.of("hand-back.sh").toAbsolutePath().toString();
    return new Shell(folder.resolve("bin"), folder)
        .run("'%s' %s grades class.csv".formatted(script, options), folder, Map.of());
  }

  private List<String> writing() throws IOException {
    return Files.readAllLines(folder.resolve("calls")).stream()
        .filter(call -> call.matches(".*(issue create|issue edit|POST|PUT).*"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/ada/tp, 7, https://github.com/ada/tp/issues/7",
    "https://gitlab.example.org/course/tp.git, 9, created an issue in gitlab.example.org/course/tp",
  })
  void editsItsOwnIssueRatherThanMakingASecond(String fork, int number, String created)
      throws Exception {
    graded("ada", "**14.5 / 20**\n");
    String line = "ada," + fork + ",\"Ada, L\",";

    assertThat(run("", line).log()).contains("ada: would create an issue in ").endsWith(DRY);
    assertThat(writing()).isEmpty();
    assertThat(run("--post", line)).isEqualTo(new Shell.Ran(0, "ada: " + created + "\n"));
    assertThat(folder.resolve("issues/tp")).hasContent("**14.5 / 20**");

    graded("ada", "**16 / 20**\n\n    late: 2 → 0 (was ill)\n");
    assertThat(run("", line).log()).contains("ada: would edit issue " + number);
    assertThat(run("--post", line).status()).isZero();

    assertThat(folder.resolve("issues/tp")).content().contains("**16 / 20**", "was ill");
    assertThat(writing()).hasSize(2);
    assertThat(writing().get(1)).containsPattern("issue edit 7|PUT .*/issues/9");
  }

  @Test
  void isConfidentialOnGitLab() throws Exception {
    graded("ada", "x");

    run("--post", "ada,https://gitlab.com/a/b/tp,,");

    assertThat(writing())
        .singleElement()
        .asString()
        .contains("projects/a%2Fb%2Ftp/issues", "confidential=true", "title=TP 6: grade / note");
  }

  @Test
  void showsNoGradeToEverybody() throws Exception {
    graded("ada", "x");

    assertThat(run("--post", "ada,https://github.com/ada/public,,").log())
        .startsWith("ada: left out, for everybody can read github.com/ada/public");
    assertThat(writing()).isEmpty();
    run("--post --public", "ada,https://github.com/ada/public,,");
    assertThat(writing()).hasSize(1);
  }

  @Test
  void goesOnAfterOneThatFails() throws Exception {
    graded("ada", "x");
    graded("Élise (2)", "her own");
    String[] forks = {
      "ada,https://github.com/ada/missing,,",
      "bob,https://github.com/bob/tp,,",
      "\"Élise (2)\",https://github.com/elise/tp,,"
    };

    Shell.Ran ran = run("--post", forks);

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.log())
        .contains(
            "ada: cannot be handed back: the lines above tell why",
            "HTTP 404: Not Found",
            "bob: no mark, nothing to hand back",
            "Élise (2): https://github.com/elise/tp/issues/7");
    assertThat(folder.resolve("issues/tp")).hasContent("her own");
  }

  @Test
  void cutsWhatGitHubWouldNotTake() throws Exception {
    graded("ada", "é".repeat(40_000));

    run("--post", "ada,https://github.com/ada/tp,,");

    assertThat(folder.resolve("issues/tp")).hasContent("é".repeat(30_000) + "\n…");
  }

  @ParameterizedTest
  @CsvSource({
    "--pots, 'ada,https://github.com/ada/tp', no such option: --pots",
    "--title 'a\"b', 'ada,https://github.com/ada/tp', two are needed",
    "--post, 'ada,../ada', class.csv: the path of ada has to be an address",
  })
  void saysWhatIsWrong(String options, String line, String complaint) throws Exception {
    graded("ada", "x");

    Shell.Ran ran = run(options, line);

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.log()).contains(complaint);
    assertThat(writing()).isEmpty();
  }
}
