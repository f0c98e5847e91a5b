package tp6.grader.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that stand in for those that would need a network, or would take too long. */
final class Programs {
  /** The addresses of forks begin so. */
  static final String FORKS = "https://forks.example/";

  private final Path bin;
  private final Path calls;

  Programs(Path folder) throws IOException {
    bin = Files.createDirectories(folder.resolve("bin"));
    calls = Files.createFile(folder.resolve("calls.txt"));
    administration();
  }

  Path bin() {
    return bin;
  }

  /** What they were called with, a line each. */
  List<String> calls() throws IOException {
    return Files.readAllLines(calls);
  }

  /** Maven, which makes that jar at once. */
  void maven(Path jar, int status) throws IOException {
    write(
        "mvn",
        """
        #!/bin/sh
        echo "mvn $*" >> '%s'
        mkdir -p grader/target
        cp '%s' grader/target/grader.jar
        exit %d
        """
            .formatted(calls, jar.toAbsolutePath(), status));
  }

  /** Git, which takes the forks from a folder. */
  void git(Path forks) throws IOException {
    write(
        "git",
        """
        #!/bin/sh
        echo "git $* [$GIT_ALLOW_PROTOCOL] [$GIT_CONFIG_KEY_0: $GIT_CONFIG_VALUE_0]" >> '%s'
        unset GIT_ALLOW_PROTOCOL
        PATH=${PATH#*:} exec git -c 'url.%s/.insteadOf=%s' "$@"
        """
            .formatted(calls, "file://" + forks.toAbsolutePath(), FORKS));
  }

  /** Sudo and apt-get, which change nothing here. */
  private void administration() throws IOException {
    for (String name : List.of("sudo", "apt-get")) {
      write(name, "#!/bin/sh\necho \"%s $*\" >> '%s'\n".formatted(name, calls));
    }
  }

  private void write(String name, String script) throws IOException {
    Path file = Files.writeString(bin.resolve(name), script);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot be made a program: " + file);
    }
  }
}
