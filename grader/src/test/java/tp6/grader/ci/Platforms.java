package tp6.grader.ci;

import java.io.IOException;
import java.nio.file.Path;

/** The platforms of a test, and the programs that they have. */
final class Platforms {
  private final Path folder;
  private final Programs programs;

  Platforms(Path folder) throws IOException {
    this.folder = folder;
    this.programs = new Programs(folder);
  }

  Programs programs() {
    return programs;
  }

  GitHub github(Fork repository) throws IOException {
    return new GitHub(folder.resolve("github"), repository.folder(), programs.bin());
  }

  GitLab gitlab(Fork repository) throws IOException {
    return new GitLab(folder.resolve("gitlab"), repository.folder(), programs.bin());
  }
}
