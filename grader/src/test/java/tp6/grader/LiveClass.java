package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A class of git working copies, and a grader that watches them. */
public final class LiveClass implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\w+/");

  private final Path folder;
  private final Path screen;
  private Process grader;

  public LiveClass(Path folder) {
    this.folder = folder;
    this.screen = folder.resolve("screen.txt");
  }

  public Path fork(String student) {
    return folder.resolve("forks").resolve(student);
  }

  /** Puts a solution of the bank into the working copy of a student, and commits it. */
  public void commit(String student, String solution) throws IOException, GitAPIException {
    Bank.Entry entry = Bank.entry(solution);
    Path file = fork(student).resolve(entry.exercise().studentFile());
    Files.createDirectories(file.getParent());
    Files.copy(entry.file(), file, StandardCopyOption.REPLACE_EXISTING);
    commit(student);
  }

  /** Commits all that is there. */
  public void commit(String student) throws GitAPIException {
    try (Git git = Git.init().setDirectory(fork(student).toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setAuthor(student, student + "@example.org")
          .setCommitter(student, student + "@example.org")
          .setMessage("work")
          .setSign(false)
          .setNoVerify(true)
          .call();
    }
  }

  /** Starts the grader on the class with further options, and waits for the address. */
  public void start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "tp6.grader.cli.Main",
                "live",
                folder.resolve("forks").toString(),
                "--out",
                folder.resolve("grades").toString()));
    command.addAll(List.of(options));
    grader =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> ADDRESS.matcher(screen()).find() || !grader.isAlive());
  }

  public String screen() throws IOException {
    return Files.readString(screen);
  }

  public URI address() throws IOException {
    Matcher address = ADDRESS.matcher(screen());
    if (!address.find()) {
      throw new IllegalStateException("no address: " + screen());
    }
    return URI.create(address.group());
  }

  /** A page, as it is served now. */
  public String page(String path) {
    try (InputStream in = address().resolve(path).toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as Ctrl-C does, and tells the exit status. */
  public int end() {
    grader.destroy();
    return grader.onExit().join().exitValue();
  }

  @Override
  public void close() {
    if (grader != null) {
      end();
    }
  }
}
