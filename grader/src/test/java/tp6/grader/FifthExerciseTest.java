package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * An exercise is a folder: put into a copy of the course, and named where Maven has to know it, it
 * is tested, exported, graded and compared as the others are.
 */
@Tag("once")
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class FifthExerciseTest {
  private static final Path CHAT = Path.of("src/test/fifth/chat");
  private static final String SERVER = "chat/src/main/java/tp6/chat/ChatServer.java";
  private static final Set<String> LEFT_OUT = Set.of(".git", "target", "bank", "hostile", "docs");
  private static final String STAGES_OF_CHAT =
      """
          <dependency>
            <groupId>tp6</groupId>
            <artifactId>chat</artifactId>
            <version>${project.version}</version>
            <type>test-jar</type>
            <scope>runtime</scope>
          </dependency>
          <!-- What these stand on. -->
      """;

  @TempDir Path folder;

  @Test
  void isTestedExportedGradedAndComparedAsTheOthersAre() throws Exception {
    Path course = folder.resolve("course");
    copy(Project.ROOT, course);
    copy(CHAT, course.resolve("chat"));
    replace(
        course.resolve("pom.xml"),
        " *<module>echo-multi</module>\n",
        "$0    <module>chat</module>\n");
    replace(course.resolve("grader/pom.xml"), " *<!-- What these stand on. -->\n", STAGES_OF_CHAT);

    assertThat(maven(course, "-pl", "chat", "test")).containsPattern("(?m)^chat +20 / 20$");
    maven(course, "-q", "-pl", "grader", "-DskipTests", "package");

    JarRun grader = new JarRun(folder).jar(course.resolve("grader/target/grader.jar"));
    assertThat(grader.run("grade", "--help")).isZero();
    assertThat(grader.screen()).containsPattern("echo-multi,\\s+chat \\(default: all\\)");
    exports(grader);
    grades(grader);
  }

  private void exports(JarRun grader) throws Exception {
    assertThat(grader.run("starter", "--from", "course", "--out", "starter")).isZero();
    assertThat(grader.run("starter", "--from", "course", "--out", "anna", "--solved", "chat"))
        .isZero();

    Path starter = folder.resolve("starter");
    assertThat(starter.resolve(SERVER)).content().contains("TODO").doesNotContain("writeLine");
    assertThat(starter.resolve("chat")).isDirectoryContaining("glob:**README.fr.md");
    assertThat(starter.resolve(".run/grade-chat.run.xml")).content().contains("\"grade chat\"");
    assertThat(starter.resolve(".vscode/tasks.json"))
        .content()
        .contains("\"grade chat\"", "        \"echo-multi\",\n        \"chat\"\n");
  }

  private void grades(JarRun grader) throws Exception {
    String[] chat = {"--exercise", "chat", "--lang", "en", "--isolation", "process"};
    assertThat(grader.run(with(chat, "check", "starter"))).isZero();
    assertThat(grader.screen()).containsPattern("(?m)^chat +0 / 20$").contains("not started");
    assertThat(grader.run(with(chat, "check", "anna"))).isZero();
    assertThat(grader.screen()).containsPattern("(?m)^chat +20 / 20$").doesNotContain("Not taken");
    assertThat(maven(folder.resolve("anna"), "-pl", "chat", "test")).contains("20 / 20");

    Path ben = folder.resolve("class/ben").resolve(SERVER);
    Path anna = folder.resolve("class/anna").resolve(SERVER);
    for (Path server : Set.of(anna, ben)) {
      Files.createDirectories(server.getParent());
      Files.copy(folder.resolve("anna").resolve(SERVER), server);
    }
    replace(ben, "listening != speaker", "listening != null");
    assertThat(grader.run(with(chat, "grade", "class", "--out", "out"))).isZero();
    assertThat(JarRun.marks(folder.resolve("out"))).hasToString("{anna=graded:20, ben=graded:14}");
    assertThat(folder.resolve("out/report/index.html"))
        .content()
        .contains("chat 2: does not repeat it to the speaker");
    assertThat(folder.resolve("out/report/students/ben.html"))
        .content()
        .contains("expected nothing at this point");

    assertThat(grader.run(with(chat, "diff", "class/anna", "class/ben"))).isEqualTo(1);
    assertThat(grader.screen())
        .containsPattern("2 +does not repeat it to the speaker +6 / +6 +0 / +6")
        .contains("-      if (listening != speaker) {", "+      if (listening != null) {");
  }

  private static String[] with(String[] options, String... command) {
    String[] all = Arrays.copyOf(command, command.length + options.length);
    System.arraycopy(options, 0, all, command.length, options.length);
    return all;
  }

  private static String maven(Path project, String... arguments) throws Exception {
    String maven = Path.of(System.getProperty("maven.home"), "bin/mvn").toString();
    String[] command = with(arguments, maven, "-o", "-B", "-Dlang=en");
    JarRun run = new JarRun(project).with("JAVA_HOME", System.getProperty("java.home"));
    int status = run.runCommand(command);
    assertThat(status).as(run.screen()).isZero();
    return run.screen();
  }

  private static void replace(Path file, String pattern, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).containsPattern(pattern);
    Files.writeString(file, text.replaceFirst(pattern, by.replace("${", "\\${")));
  }

  /** What grading needs of it: without what is built, and without the solutions of others. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(path.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(path).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
