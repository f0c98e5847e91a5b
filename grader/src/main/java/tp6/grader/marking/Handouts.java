package tp6.grader.marking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tp6.grader.course.Course;
import tp6.stage.Stage;
import tp6.stage.Stages;

/** The tables of stages in the handouts, with the points that the rules for marks give. */
public final class Handouts {
  private static final Pattern TOTAL =
      Pattern.compile("(?m)^(\\| \\| \\*\\*total\\*\\* \\| \\*\\*)\\d+(\\*\\* \\|)$");

  private Handouts() {}

  /**
   * The files of a course, by their paths in it; those that are no handouts as they were.
   *
   * @throws tp6.grader.submission.Refused where the rules say something that cannot be done
   */
  public static Map<String, byte[]> following(Path rules, Map<String, byte[]> files)
      throws IOException {
    Scale scale = ScaleRules.read(rules);
    Map<String, byte[]> following = new TreeMap<>(files);
    for (Course exercise : Course.all()) {
      for (String name : List.of("README.md", "README.fr.md")) {
        following.computeIfPresent(
            exercise.module() + "/" + name,
            (path, text) -> table(scale, exercise, new String(text, UTF_8)).getBytes(UTF_8));
      }
    }
    return following;
  }

  private static String table(Scale scale, Course exercise, String handout) {
    String text = handout;
    for (Stage stage : Stages.of(exercise.stages())) {
      Pattern row = Pattern.compile("(?m)^(\\| " + stage.number() + " \\| .* \\| )\\d+( \\|)$");
      String points = Mark.plain(scale.points(exercise, stage));
      text = row.matcher(text).replaceFirst("$1" + points + "$2");
    }
    return TOTAL.matcher(text).replaceFirst("$1" + Mark.plain(scale.points(exercise)) + "$2");
  }
}
