package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a student types, in a folder with accents and with next to nothing in the environment. */
@Tag("once")
@Tag("jar")
@EnabledOnOs(OS.LINUX)
class StudentsLoopTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "HOME, ''",
    "LC_ALL, C",
    "LC_ALL, C.UTF-8",
    "JAVA_TOOL_OPTIONS, -Djava.net.preferIPv6Addresses=true"
  })
  void earnsAllPoints(String variable, String value) throws Exception {
    String course = Project.ROOT.toRealPath().toString();
    Path project = folder.resolve("Téléchargements/TP réseau/tp6");
    String[] starter = {"starter", "--from", course, "--out", project.toString()};
    JarRun grader = new JarRun(folder).with("LC_ALL", "C.UTF-8");
    assertThat(grader.run(with(starter, "--solved", "clock"))).as(grader.screen()).isZero();

    JarRun student =
        new JarRun(project)
            .with("JAVA_HOME", System.getProperty("java.home"))
            .with("MAVEN_USER_HOME", wrapped(project).toString())
            .with(variable, value);
    int status = student.runCommand("./mvnw", "-B", "-q", "-pl", "clock", "test", "-Dlang=en");

    assertThat(status).as(student.screen()).isZero();
    assertThat(student.screen()).contains("20 / 20");
  }

  private static String[] with(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
  }

  /** Where the wrapper finds the Maven that runs this, as if it had fetched it. */
  private Path wrapped(Path project) throws IOException {
    Properties wrapper = new Properties();
    try (Reader in =
        Files.newBufferedReader(project.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
      wrapper.load(in);
    }
    String url = wrapper.getProperty("distributionUrl");
    String name = url.replaceAll(".*/|-bin\\.zip$", "");
    Path user = folder.resolve("maven");
    Path bin =
        user.resolve("wrapper/dists").resolve(name).resolve(Integer.toHexString(url.hashCode()));
    Files.createDirectories(bin.resolve("bin"));
    Files.createSymbolicLink(
        bin.resolve("bin/mvn"), Path.of(System.getProperty("maven.home"), "bin/mvn"));
    return user;
  }
}
