package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders that the grader has written, which often lie beside the submissions. */
final class GraderOutput {
  private static final String RUN = "run.json";

  /** What grade, check and similar write. */
  private static final List<String> OURS = List.of(RUN, "grade.json", "similar.json");

  private GraderOutput() {}

  /** Whether it is one, and not a student's, into which a check of the student's has written. */
  static boolean is(Path folder) throws IOException {
    boolean isRun =
        Files.exists(folder.resolve(RUN)) && Files.isDirectory(folder.resolve("submissions"));
    return !FolderTree.hasExercise(folder)
        && OURS.stream().anyMatch(name -> Files.exists(folder.resolve(name)))
        && (isRun || !holdsWork(folder));
  }

  private static boolean holdsWork(Path folder) throws IOException {
    try (Tree tree = new FolderTree(folder)) {
      return tree.entries().stream()
          .map(Tree.Entry::path)
          .anyMatch(path -> Archives.isName(path) || path.endsWith(".java"));
    } catch (Refused tooManyFiles) {
      return true;
    }
  }
}
