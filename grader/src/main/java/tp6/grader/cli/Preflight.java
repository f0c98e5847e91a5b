package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import tp6.grader.process.Folders;
import tp6.grader.run.Grader;
import tp6.grader.text.UserError;
import tp6.stage.link.NoJvm;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/**
 * What a run needs of this computer, tried before anything is graded: what is not there is no fault
 * of a student's, and would be told of each of them.
 */
final class Preflight {
  /** For sources, classes and archives of some exercises at a time. */
  private static final long MEGABYTES = 64;

  private static final int MEGABYTE = 1 << 20;

  private final Words words;

  Preflight(Words words) {
    this.words = words;
  }

  /** Tries what needs no JVM: the JDK, and the folder for temporary files. */
  void examine() throws IOException {
    requireCompiler();
    Path place = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    if (!Files.isDirectory(place)) {
      throw trouble("preflight.no.folder", place);
    }
    try {
      Path scratch = Files.createTempDirectory("tp6-é");
      try {
        Files.write(scratch.resolve("one"), new byte[MEGABYTE]);
        requireSpace(place, Files.getFileStore(scratch).getUsableSpace() / MEGABYTE);
      } finally {
        Folders.delete(scratch);
      }
    } catch (InvalidPathException e) {
      throw trouble("preflight.names", System.getProperty("sun.jnu.encoding"));
    } catch (FileSystemException e) {
      throw trouble("preflight.scratch", place, why(e));
    }
  }

  /** Without a compiler no submission would compile, whatever is in it. */
  void requireCompiler() {
    if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
      throw UserError.said(words.say("preflight.jre", System.getProperty("java.home")));
    }
  }

  /** Tries what a grader starts. */
  void examine(Grader grader) throws IOException {
    try {
      grader.tryOut();
    } catch (NoJvm e) {
      throw new IOException(e.getMessage(), e);
    } catch (IOException e) {
      throw trouble("preflight.compiler", System.getProperty("java.home"), e.getMessage());
    }
  }

  private void requireSpace(Path place, long free) throws IOException {
    if (free < MEGABYTES) {
      throw trouble("preflight.space", place, free, MEGABYTES);
    }
  }

  private IOException trouble(String key, Object... values) {
    return new IOException(Visible.line(words.say(key, values)));
  }

  /** The system's own word for it; where there is none, the kind of the exception is one. */
  private static String why(FileSystemException e) {
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }
}
