package tp6.grader.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a file that compiles into tokens: for what javac has read, plain rules are enough. */
public final class Lexer {
  /** One that has an even number of backslashes before it. */
  private static final Pattern ESCAPE =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u++(\\p{XDigit}{4})");

  /** The signs of a type's end are single: there may be two of them. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<blank>\\s++)|//[^\\r\\n]*+|/\\*.*?\\*/"
              + "|\"\"\"(?:\\\\.|[^\\\\])*?\"\"\""
              + "|\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'"
              + "|\\.?\\d(?:[eEpP][+-]|[\\w.])*+"
              + "|non-sealed|\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+"
              + "|\\.\\.\\.|->|::|\\+\\+|--|&&|\\|\\||<<=?|[+*/%&|^!=<-]=|.",
          Pattern.DOTALL);

  /**
   * A token, or a comment.
   *
   * @param start where its first character stands
   * @param spaced whether its author has left a space before it
   */
  public record Token(String text, int start, boolean spaced) {
    public boolean isComment() {
      return text.startsWith("//") || text.startsWith("/*");
    }

    /** Whether it is a name, or a keyword. */
    public boolean isWord() {
      return Character.isJavaIdentifierStart(text.charAt(0));
    }

    boolean is(CharSequence other) {
      return text.contentEquals(other);
    }
  }

  private Lexer() {}

  /**
   * The text with characters in place of escapes such as {@code \u000a}, as the compiler has it.
   */
  static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            one ->
                Matcher.quoteReplacement(one.group(1) + (char) Integer.parseInt(one.group(2), 16)));
  }

  /** Without white space and comments. */
  static List<Token> tokens(String text) {
    return withComments(text).stream().filter(token -> !token.isComment()).toList();
  }

  /** All but white space. */
  public static List<Token> withComments(String text) {
    List<Token> tokens = new ArrayList<>();
    boolean spaced = false;
    Matcher next = TOKEN.matcher(text);
    while (next.find()) {
      boolean isBlank = next.group("blank") != null;
      if (!isBlank) {
        tokens.add(new Token(next.group(), next.start(), spaced));
      }
      spaced = isBlank || tokens.get(tokens.size() - 1).isComment();
    }
    return tokens;
  }
}
