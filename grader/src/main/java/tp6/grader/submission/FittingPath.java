package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import tp6.grader.text.Plain;

/** Paths of an archive, as paths below a folder of this computer. */
final class FittingPath {
  private static final int MAX_NAME_BYTES = 255;
  private static final int MAX_ALIKE = 60;

  /** Still too long for a hand-in, so that it is told of the student. */
  private static final int MAX = Tree.MAX_PATH + 300;

  private FittingPath() {}

  /** The path itself, but for names that no file can have: for these, others that are alike. */
  static String of(String path) {
    String all =
        Arrays.stream(path.split("/"))
            .filter(name -> !name.isEmpty() && !name.equals("."))
            .map(name -> isFit(name) ? name : alike(name))
            .collect(Collectors.joining("/"));
    return all.length() <= MAX ? all : Plain.start(all, MAX);
  }

  private static boolean isFit(String name) {
    try {
      Path path = Path.of(name);
      return path.getRoot() == null
          && path.getNameCount() == 1
          && path.toString().equals(name)
          && !name.equals("..")
          && name.getBytes(UTF_8).length <= MAX_NAME_BYTES;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String alike(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9 _-]", "_");
    return plain.substring(0, Math.min(plain.length(), MAX_ALIKE))
        + "~"
        + Integer.toHexString(name.hashCode());
  }
}
