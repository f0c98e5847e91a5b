package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a starter gets onto the disk. */
@Tag("once")
class StarterCommandTest {
  private final StringWriter screen = new StringWriter();

  @TempDir Path folder;

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "years of work");

    assertThat(starter("--out", folder.toString())).isEqualTo(2);

    assertThat(screen.toString())
        .startsWith(
            "grader: "
                + folder
                + " is not empty: name another folder, or add --force to write over the files in it");
    assertThat(folder.resolve("pom.xml")).doesNotExist();
  }

  @Test
  void writesOverWhatItWroteAndDeletesNothing() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "years of work");
    Files.writeString(folder.resolve("pom.xml"), "old");

    assertThat(starter("--out", folder.toString(), "--force")).isZero();

    assertThat(folder.resolve("thesis.txt")).hasContent("years of work");
    assertThat(folder.resolve("pom.xml")).content().startsWith("<?xml");
  }

  @Test
  void makesARepositoryWithOneCommit() throws Exception {
    Path out = folder.resolve("s");

    assertThat(starter("--out", out.toString(), "--git")).isZero();

    try (Git git = Git.open(out.toFile())) {
      assertThat(git.log().call()).hasSize(1);
      assertThat(git.status().call().isClean()).isTrue();
      Repository repository = git.getRepository();
      assertThat(repository.getBranch()).isEqualTo("main");
      assertThat(repository.open(repository.resolve("HEAD:mvnw.cmd")).getBytes())
          .doesNotContain('\r')
          .contains('\n');
    }
    assertThat(starter("--out", out.toString(), "--git", "--force")).isEqualTo(2);
    assertThat(screen.toString()).contains("is a git repository already");
  }

  @Test
  void writesNothingWhereTheCourseIsBrokenOrElsewhere() throws IOException {
    Path out = folder.resolve("s");

    int status = run("starter", "--from", folder.toString(), "--out", out.toString());

    assertThat(status).isEqualTo(2);
    assertThat(screen.toString()).contains("the course with its solutions is not in " + folder);
    assertThat(out).doesNotExist();
  }

  @Test
  void knowsTheExercises() {
    assertThat(starter("--out", folder.toString(), "--solved", "horloge")).isEqualTo(2);
    assertThat(screen.toString()).contains("no such exercise: horloge; there are weather, clock");
  }

  private int starter(String... options) {
    String[] command = new String[options.length + 3];
    command[0] = "starter";
    command[1] = "--from";
    command[2] = "..";
    System.arraycopy(options, 0, command, 3, options.length);
    return run(command);
  }

  private int run(String... command) {
    PrintWriter writer = new PrintWriter(screen, true);
    return Main.run(writer, writer, command);
  }
}
