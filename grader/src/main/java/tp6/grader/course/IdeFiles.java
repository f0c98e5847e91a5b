package tp6.grader.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How IDEs grade an exercise: the files name the first one only, and students can pick any. */
final class IdeFiles {
  private static final String FIRST = Course.all().get(0).module();
  private static final String RUN = ".run/grade-%s.run.xml";
  private static final Pattern TASK =
      Pattern.compile("(?s) {4}\\{\\n {6}\"label\": \"grade " + FIRST + "\".*?\\n {4}\\},\\n");
  private static final Pattern OPTIONS =
      Pattern.compile("(?s)(?<=\"options\": \\[\\n).*?(?=\\n +\\])");

  private IdeFiles() {}

  /** Adds what the other exercises need to those of the course's files that are for IDEs. */
  static void complete(Map<String, byte[]> files) {
    byte[] run = files.get(RUN.formatted(FIRST));
    if (run != null) {
      String text = new String(run, UTF_8);
      Course.all().forEach(one -> files.put(RUN.formatted(one), of(one, text).getBytes(UTF_8)));
    }
    files.computeIfPresent(
        ".vscode/tasks.json",
        (path, tasks) -> {
          String graded =
              TASK.matcher(new String(tasks, UTF_8))
                  .replaceAll(task -> forAll("", one -> of(one, task.group())));
          return OPTIONS
              .matcher(graded)
              .replaceFirst(forAll(",\n", one -> "        \"" + one + "\""))
              .getBytes(UTF_8);
        });
  }

  private static String of(Course exercise, String text) {
    return text.replace(FIRST, exercise.module());
  }

  private static String forAll(String between, Function<Course, String> text) {
    return Matcher.quoteReplacement(Course.all().stream().map(text).collect(joining(between)));
  }
}
