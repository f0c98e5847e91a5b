package tp6.grader.text;

import java.util.Locale;
import java.util.regex.Pattern;
import tp6.stage.text.Visible;

/** Text of which others have written a part: its lines stay, what is hidden in them shows. */
public final class Plain {
  /** Where a log of GitHub's, blanks or not, would take a line for a command. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^([\\s\\p{Z}&&[^\\n]]*)(?=::)|(?<=##)(?=\\[)");

  private Plain() {}

  /** Without the limit of {@link Visible#line}, which is for a single value. */
  public static String text(String foreign) {
    StringBuilder plain = new StringBuilder();
    foreign
        .codePoints()
        .forEach(c -> plain.append(c == '\n' ? "\n" : Visible.line(Character.toString(c))));
    return plain.toString();
  }

  /** What a text begins with, and no half of a character of two. */
  public static String start(String text, int length) {
    boolean isCut = length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, isCut ? length - 1 : length);
  }

  /** As files and reports name it: {@code not-graded}. */
  public static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For a terminal, which may be a log that obeys. */
  public static String forTerminal(String foreign) {
    return COMMAND.matcher(text(foreign)).replaceAll("$1\\\\");
  }
}
