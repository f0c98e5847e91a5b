package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.store.ResultFolder;
import tp6.grader.store.RunFolder;
import tp6.grader.text.UserError;

/** Grades that there are already: a folder of {@code grade}, one of {@code check}, or its file. */
record KnownGrades(List<Path> places) {
  private static final String FILE = "grade.json";

  /** That of a submission; empty where none of the places has it. */
  Optional<Result> of(String id) throws IOException {
    for (Path place : places) {
      Optional<Result> found = in(place, id);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Result> in(Path place, String id) throws IOException {
    RunFolder run = new RunFolder(place);
    if (Files.isDirectory(place) && run.run().isPresent()) {
      return run.read(id);
    }
    Path folder = place.endsWith(FILE) ? place.toAbsolutePath().getParent() : place;
    if (!Files.exists(folder.resolve(FILE))) {
      throw new UserError("no.grades", place);
    }
    Optional<Result> one = ResultFolder.read(folder);
    if (one.isEmpty()) {
      throw new UserError("no.grade", folder.resolve(FILE));
    }
    return one.filter(result -> result.id().equals(id));
  }
}
