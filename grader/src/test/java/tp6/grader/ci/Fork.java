package tp6.grader.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import tp6.grader.Exercises;

/** A student's copy of the course, with little in it. */
record Fork(Path folder) {
  /** The grader as it is built. */
  static final Path GRADER = Path.of("target/grader.jar");

  /** Printed, this asks the platform for something. As it stands in a source. */
  static final String FORGED = "::stop-commands::x\\n::error::forged\\n##[error]forged\\n";

  private static final Path ENV = Path.of("fork/.grader.env");
  private static final Path BANK = Path.of("src/test/bank");

  Fork {
    if (Files.exists(folder)) {
      throw new IllegalArgumentException("exists: " + folder);
    }
  }

  Fork write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  /** Hands in a clock of the bank, which prints something when it starts. */
  Fork withClock(String name, String printed) throws IOException {
    String begin = "void serve() throws IOException {";
    String source = Files.readString(BANK.resolve("clock").resolve(name + ".java"));
    if (!source.contains(begin)) {
      throw new IllegalArgumentException("no serve() as expected: " + name);
    }
    return write(
        Exercises.CLOCK.studentFile(),
        source.replace(begin, begin + "\n    System.out.print(\"" + printed + "\");"));
  }

  /** Names that grader, and the sum that it has. */
  Fork withGrader(Path jar) throws IOException {
    return withGrader(jar.toUri().toString(), sha256(jar));
  }

  Fork withGrader(String address, String sum) throws IOException {
    String empty = Files.readString(ENV);
    String filled =
        empty
            .replace("\nGRADER_URL=\n", "\nGRADER_URL=" + address + "\r\n")
            .replace("\nGRADER_SHA256=\n", "\nGRADER_SHA256=" + sum + "\n");
    return write(".grader.env", filled);
  }

  Fork commit() throws GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setAuthor("$(touch author)", "=1+1")
          .setCommitter("$(touch author)", "=1+1")
          .setMessage("`touch message`")
          .setSign(false)
          .call();
    }
    return this;
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
