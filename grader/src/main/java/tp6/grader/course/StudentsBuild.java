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

  /** The report tells what failed: of Maven's words, only those about Maven are left. */
  private static final String QUIET =
      "-q\n-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire.SurefireMojo=off\n";

  private StudentsBuild() {}

  /** Replaces the two files of the build that students have otherwise. */
  public static Map<String, byte[]> of(Map<String, byte[]> course) {
    Map<String, byte[]> files = new TreeMap<>(course);
    files.computeIfPresent("pom.xml", (path, pom) -> replaced(pom, OF_AUTHORS, ""));
    files.computeIfPresent(".mvn/maven.config", (path, config) -> replaced(config, PROFILE, QUIET));
    IdeFiles.complete(files);
    return files;
  }

  private static byte[] replaced(byte[] content, Pattern part, String text) {
    return part.matcher(new String(content, UTF_8)).replaceAll(text).getBytes(UTF_8);
  }
}
