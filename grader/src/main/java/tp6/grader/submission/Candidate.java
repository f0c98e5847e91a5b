package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose submission it is, and where it lies.
 *
 * @param id unique in its class
 * @param name empty where it is not known
 * @param email empty where it is not known
 */
public record Candidate(String id, Path path, String name, String email) {
  /** Those that hand in one and the same, as a pair may, by where that is. */
  public static Map<Path, List<String>> together(List<Candidate> all) throws IOException {
    Map<Path, List<String>> byPath = new TreeMap<>();
    for (Candidate one : all) {
      Path path = one.path().toAbsolutePath().normalize();
      Path real = Files.exists(path) ? path.toRealPath() : path;
      byPath.computeIfAbsent(real, none -> new ArrayList<>()).add(one.id());
    }
    byPath.values().removeIf(ids -> ids.size() == 1);
    return byPath;
  }
}
