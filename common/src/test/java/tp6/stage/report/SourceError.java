package tp6.stage.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/**
 * Why a source does not compile, in the words of javac and, where it is a common mistake, in
 * others.
 *
 * @param file its path, with slashes, as seen from a folder; empty where javac names none
 * @param line from 1; 0 where javac names none
 * @param column from 1; 0 where javac names none
 * @param source the line that it is about; empty where there is none
 */
public record SourceError(String file, long line, long column, String message, String source) {
  private static final Pattern DELETED =
      Pattern.compile("(\\w+) is not abstract and does not override abstract method (.+?) in ");
  private static final Pattern UNKNOWN = Pattern.compile("symbol:\\s+(?:class|variable) (\\w+)");
  private static final Pattern ILLEGAL = Pattern.compile("illegal character: '(.+?)'");
  private static final Map<String, String> UNSEEN =
      Map.of("\\ufeff", "source.mark", "\\u00a0", "source.blank");
  private static final Pattern RENAMED =
      Pattern.compile("class \\w+ is public, should be declared in a file named");

  /** What javac says of a slip, and the sentence that tells what to do. */
  private static final Map<String, String> SLIPS =
      Map.of(
          "static methods cannot be annotated", "source.static",
          "overriding method is static", "source.static",
          "cannot be referenced from a static context", "source.static",
          "invalid method declaration; return type required", "source.constructor",
          "reached end of file while parsing", "source.brace");

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

  /** Makes what stood in the student's source fit to be read. */
  public SourceError {
    file = Visible.line(file);
    line = Math.max(0, line);
    column = Math.max(0, column);
    message =
        Visible.line(
            message
                .lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("; ")));
    source = Visible.line(source.replace("\t", "    "));
  }

  /** Seen from a folder. */
  public static SourceError of(Diagnostic<? extends JavaFileObject> found, Path root) {
    String message = found.getMessage(Locale.ENGLISH);
    if (found.getSource() == null) {
      return new SourceError("", found.getLineNumber(), found.getColumnNumber(), message, "");
    }
    Path file = root.relativize(Path.of(found.getSource().toUri()));
    return new SourceError(
        file.toString().replace('\\', '/'),
        found.getLineNumber(),
        found.getColumnNumber(),
        message,
        line(found));
  }

  private static String line(Diagnostic<? extends JavaFileObject> found) {
    try {
      String text = found.getSource().getCharContent(true).toString();
      return text.lines().skip(Math.max(0, found.getLineNumber() - 1)).findFirst().orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** Place and message, the line of the source, and a hint, as far as they are known. */
  public List<String> lines(Locale language) {
    return lines(Words.of(language));
  }

  List<String> lines(Words words) {
    List<String> lines = new ArrayList<>();
    String place = line == 0 ? "" : ":" + line + ":" + column;
    lines.add((file.isEmpty() ? "" : file + place + ": ") + message);
    if (!source.isBlank()) {
      lines.add("  | " + source.strip());
    }
    explanation(words).ifPresent(text -> lines.add("  " + words.say("hint", text)));
    return lines;
  }

  /** What beginners do not read out of javac's words. */
  private Optional<String> explanation(Words words) {
    Matcher deleted = DELETED.matcher(message);
    if (deleted.find()) {
      return Optional.of(words.say("source.given.deleted", deleted.group(1), deleted.group(2)));
    }
    Matcher illegal = ILLEGAL.matcher(message);
    if (illegal.find()) {
      return Optional.of(words.say(UNSEEN.getOrDefault(illegal.group(1), "source.character")));
    }
    if (RENAMED.matcher(message).find()) {
      String name = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
      return Optional.of(words.say("source.renamed", name));
    }
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      return toImport(unknown.group(1)).map(line -> words.say("source.import", line));
    }
    return SLIPS.keySet().stream()
        .filter(message::contains)
        .findFirst()
        .map(slip -> words.say(SLIPS.get(slip)));
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
