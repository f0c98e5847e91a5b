package tp6.grader.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The build as students have it: without what the course's authors have marked as theirs in {@code
 * pom.xml}. Everything else in it stays as it is.
 */
public final class StudentsBuild {
  private static final Pattern OF_AUTHORS =
      Pattern.compile("(?ms)(?:^\\R)?^ *<!-- BEGIN AUTHORS -->$.*?^ *<!-- END AUTHORS -->\\R");
  private static final Pattern PROFILE = Pattern.compile("(?m)^-P.*\\R");

  private StudentsBuild() {}

  /** Replaces the two files of the build that students have otherwise. */
  public static Map<String, byte[]> of(Map<String, byte[]> course) {
    Map<String, byte[]> files = new TreeMap<>(course);
    files.computeIfPresent("pom.xml", (path, pom) -> without(OF_AUTHORS, pom));
    files.computeIfPresent(".mvn/maven.config", (path, config) -> without(PROFILE, config));
    return files;
  }

  private static byte[] without(Pattern part, byte[] content) {
    return part.matcher(new String(content, UTF_8)).replaceAll("").getBytes(UTF_8);
  }
}
