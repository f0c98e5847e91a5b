package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line answers without grading anything. */
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @ParameterizedTest(name = "grader {0} -> {1}")
  @CsvSource({
    "'', no command",
    "grad, not known here: grad; did you mean grade?",
    "check . --exercice clock, 'not known here: --exercice clock; did you mean --exercise?'",
    "check nowhere, no such file or folder: nowhere",
    "'check . --exercise horloge', "
        + "'no such exercise: horloge; there are weather, clock, echo-single, echo-multi'",
    "check . --lang de, '--lang takes en or fr: de'",
    "check . --stage 3, '--stage needs --exercise, and one exercise alone'",
    "check . --exercise clock --stage 99, 'there is no stage 99 in clock: --stage takes 1 to 9'",
    "check . --limit 0, '--limit takes a number of seconds, 1 at least: 0'",
    "check . --jobs 0, '--jobs takes a number from 1 to 256: 0'",
    "check . --release 11, '--release takes 17 to JDK with this JDK: 11'",
    "check . --isolation jail, '--isolation does not take jail: it takes process|bwrap|auto'",
    "check . --jobs many, '--jobs does not take many: it takes a whole number from 1'",
    "check . --limit, 'missing: --limit=SECONDS'",
    "check . --limit 9 --limit 10, 'given twice: --limit'",
    "grade forks, 'missing: --out=DIR'",
    "grade forks --outt x, 'not known here: --outt; did you mean --out?'",
    "grade nowhere --out x, no such file or folder: nowhere",
    "grade FOLDER --out x, no submission in FOLDER",
    "grade FOLDER --out x --shard 3, "
        + "'--shard takes a part and how many there are, as in 3/8: 3'",
    "grade FOLDER --out x --shard 9/8, " + "'there is no shard 9 of 8: --shard takes 1/8 to 8/8'",
    "grade FOLDER --out x --reference nowhere, no such file or folder: nowhere",
    "grade FOLDER --out x --reference FOLDER, 'FOLDER: no exercise folder found (such as"
        + " clock/src/main/java)'",
    "grade FOLDER --out x --repeat 0, '--repeat takes a number from 1 to 20: 0'",
    "live, 'what to watch? Name a list or a folder of working copies, or --read-only and a folder'",
    "live FOLDER --read-only FOLDER,"
        + " 'what to watch? Name a list or a folder of working copies, or --read-only and a folder'",
    "live nowhere, no such file or folder: nowhere",
    "live FOLDER, no submission in FOLDER",
    "live FOLDER --port 65536, '--port takes a number from 0 to 65535: 65536'",
    "live FOLDER --stuck 0, '--stuck takes a number from 1 to 600: 0'",
    "live https://example.org/tp6, 'live takes folders, not addresses: git clone it, and name the"
        + " copy: https:/example.org/tp6'",
    "live git@example.org:tp6, 'live takes folders, not addresses: git clone it, and name the"
        + " copy: git@example.org:tp6'",
    "live --read-only FOLDER, grade has not written this folder: FOLDER",
    "compare FOLDER nowhere, grade has not written this folder: FOLDER",
    "compare nowhere FOLDER, no such file or folder: nowhere",
    "compare FOLDER, 'missing: NEW'",
    "similar nowhere, no such file or folder: nowhere",
    "similar FOLDER --top 0, '--top takes a number from 1 to 1000: 0'",
    "similar FOLDER --lang de, --lang takes en or fr: de",
    "similar FOLDER --base nowhere, no such folder: nowhere",
    "merge FOLDER --out x, grade has not written this folder: FOLDER",
    "diff, 'missing: A'",
    "diff FOLDER, 'what to compare it with? Name a second submission, or two of its exercises:"
        + " --exercise echo-single,echo-multi'",
    "diff FOLDER nowhere, no such file or folder: nowhere",
    "'diff FOLDER --exercise clock,horloge', "
        + "'no such exercise: horloge; there are weather, clock, echo-single, echo-multi'",
    "diff FOLDER FOLDER, 'FOLDER: no exercise folder found (such as clock/src/main/java)'",
    "diff FOLDER FOLDER --width 99, --width is for --side-by-side",
    "diff FOLDER FOLDER --side-by-side --width 9, '--width takes a number from 40 to 1000: 9'",
  })
  void explainsAWrongCommandLine(String commandLine, String message) {
    int status = run(commandLine.replace("FOLDER", folder.toString()).split(" "));

    String expected =
        message
            .replace("FOLDER", folder.toString())
            .replace("JDK with", Runtime.version().feature() + " with");
    assertThat(err.toString().lines().findFirst()).contains("grader: " + expected);
    assertThat(err.toString().lines().skip(1)).allMatch(line -> line.startsWith("see: java -jar"));
    assertThat(status).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest(name = "grader {0} -> {1}")
  @CsvSource({
    "check nowhere --lang fr, pas de tel fichier ou dossier : nowhere",
    "check nowhere --lang=fr, pas de tel fichier ou dossier : nowhere",
    "check . --lang fr --exercice clock, "
        + "'inconnu ici : --exercice clock ; vouliez-vous dire --exercise ?'",
    "grade . --lang fr, il manque : --out=DIR",
    "check . --lang fr --jobs deux, '--jobs ne prend pas deux : il prend un nombre entier à partir de 1'",
    "check . --lang fr --jobs 0, '--jobs prend un nombre de 1 à 256 : 0'",
    "live --lang fr --read-only ., 'grade n''a pas écrit ce dossier : .'",
  })
  void explainsItInTheLanguageAskedFor(String commandLine, String message) {
    assertThat(run(commandLine.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines().findFirst()).contains("grader: " + message);
  }

  @Test
  void doesNotWriteOverOtherFiles() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("thesis.txt"), "years of work");
    Files.createDirectories(folder.resolve("class/dupont"));

    int status = run("grade", folder.resolve("class").toString(), "--out", out.toString());

    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "grader: "
                + out
                + " is not empty: name another folder, or add --resume to go on with the run in it");
    assertThat(out).isDirectoryContaining("glob:**thesis.txt");
  }

  @Test
  void saysWhatCannotBeGradedAndEndsWithStatusOne() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "nothing here");

    int status = run("check", folder.toString(), "--out", folder.resolve("o").toString());

    assertThat(status).isEqualTo(1);
    assertThat(out.toString()).contains("no exercise folder found (such as clock/src/main/java)");
  }

  @ParameterizedTest
  @CsvSource({"check", "grade", "live", "merge", "diff", "compare", "similar"})
  void helpsWithAnExample(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString())
        .startsWith("Usage: grader " + command)
        .contains("Example", "java -jar grader.jar " + command);
  }

  @Test
  void tellsItsExitStatuses() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains(
            "Exit status: 0 done: graded, whatever the points"
                + " 1 something could not be graded (or is out of time), or not be written"
                + " 2 wrong command line, or a Java without a compiler 3 fewer points than --min asks for");
  }

  @Test
  void writesACompletionScript() {
    assertThat(run("generate-completion")).isZero();
    assertThat(out.toString()).contains("--moodle-worksheet", "complete -F");
  }

  private int run(String... args) {
    String[] given = args.length == 1 && args[0].isEmpty() ? new String[0] : args;
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), given);
  }
}
