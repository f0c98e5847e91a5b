package tp6.grader.submission;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tp6.grader.course.Course;

/** The line of a source that says where it belongs. */
final class PackageLine {
  /** One without an end is read once, and not again from each sign in it. */
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(?:\\*/|\\z)|//[^\\r\\n]*");

  private static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+";

  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[\\h\\uFEFF]*+package[\\s\\u00A0]++("
              + NAME
              + "(?:\\s*+\\.\\s*+"
              + NAME
              + "){0,20}+)\\s*+;");

  private PackageLine() {}

  /** The folder of the package it names, with a slash at the end; empty where there is none. */
  static Optional<String> folderIn(String source) {
    Matcher line = LINE.matcher(COMMENT.matcher(source).replaceAll(" "));
    return line.find()
        ? Optional.of(line.group(1).replaceAll("\\s", "").replace('.', '/') + "/")
        : Optional.empty();
  }

  /** The exercise that such a folder is of. */
  static Optional<Course> exerciseOf(String folder) {
    return Course.all().stream()
        .filter(one -> (one.sourceRoot() + folder).startsWith(one.sourceFolder()))
        .findFirst();
  }
}
