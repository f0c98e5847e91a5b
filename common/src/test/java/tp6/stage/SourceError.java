package tp6.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Why a source does not compile, in the words of javac and, where it is a common mistake, in
 * others.
 *
 * @param place file, line and column, as editors take them: {@code clock/src/…/A.java:3:7}; empty
 *     where javac names none
 * @param source the line that it is about; empty where there is none
 */
public record SourceError(String place, String message, String source) {
  private static final Pattern DELETED =
      Pattern.compile("(\\w+) is not abstract and does not override abstract method (.+?) in ");
  private static final Pattern UNKNOWN = Pattern.compile("symbol:\\s+(?:class|variable) (\\w+)");
  private static final List<String> PACKAGES =
      List.of(
          "java.io",
          "java.net",
          "java.net.http",
          "java.nio.charset",
          "java.time",
          "java.time.format",
          "java.util",
          "java.util.concurrent",
          "javax.xml.parsers",
          "org.w3c.dom",
          "tp6.common");

  /** Seen from a folder. */
  static SourceError of(Diagnostic<? extends JavaFileObject> found, Path root) {
    String message =
        found
            .getMessage(Locale.ENGLISH)
            .lines()
            .map(String::strip)
            .collect(Collectors.joining("; "));
    if (found.getSource() == null) {
      return new SourceError("", Visible.line(message), "");
    }
    Path file = root.relativize(Path.of(found.getSource().toUri()));
    return new SourceError(
        Visible.line(file.toString().replace('\\', '/'))
            + ":"
            + found.getLineNumber()
            + ":"
            + found.getColumnNumber(),
        Visible.line(message),
        Visible.line(line(found)));
  }

  private static String line(Diagnostic<? extends JavaFileObject> found) {
    try {
      String text = found.getSource().getCharContent(true).toString();
      return text.lines()
          .skip(Math.max(0, found.getLineNumber() - 1))
          .findFirst()
          .orElse("")
          .strip();
    } catch (IOException e) {
      return "";
    }
  }

  List<String> lines(Words words) {
    List<String> lines = new ArrayList<>();
    lines.add((place.isEmpty() ? "" : place + ": ") + message);
    if (!source.isEmpty()) {
      lines.add("  | " + source);
    }
    hint(message, words).ifPresent(hint -> lines.add("  " + hint));
    return lines;
  }

  /** What beginners do not read out of javac's words. */
  public static Optional<String> hint(String message, Locale language) {
    return hint(message, Words.of(language));
  }

  private static Optional<String> hint(String message, Words words) {
    return explanation(message, words).map(text -> words.say("hint", text));
  }

  private static Optional<String> explanation(String message, Words words) {
    Matcher deleted = DELETED.matcher(message);
    if (deleted.find()) {
      return Optional.of(words.say("source.given.deleted", deleted.group(1), deleted.group(2)));
    }
    Matcher unknown = UNKNOWN.matcher(message);
    return unknown.find()
        ? toImport(unknown.group(1)).map(line -> words.say("source.import", line))
        : Optional.empty();
  }

  private static Optional<String> toImport(String name) {
    if (name.equals("UTF_8")) {
      return Optional.of("import static java.nio.charset.StandardCharsets.UTF_8;");
    }
    return PACKAGES.stream()
        .map(folder -> folder + "." + name)
        .filter(SourceError::exists)
        .map(type -> "import " + type + ";")
        .findFirst();
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, SourceError.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
