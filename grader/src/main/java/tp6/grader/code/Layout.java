package tp6.grader.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tp6.grader.code.Lexer.Token;

/** Lines as we would write them: a statement each, whatever its author has made of it. */
final class Layout {
  private static final Set<String> GOES_ON = Set.of("else", "catch", "finally", ")", ";", ",", ".");
  private static final Set<String> NO_SPACE_BEFORE = Set.of(",", ";", ")", "]", ".");
  private static final Set<String> NO_SPACE_AFTER = Set.of("(", "[", ".", "@");

  /** What is before the brace of values, which is no block. */
  private static final Set<String> BEFORE_VALUES = Set.of("=", "]", "(", ",");

  private static final String BLOCK = "";
  private static final String QUOTES = "\"\"\"";

  private final List<Code> lines = new ArrayList<>();
  private final List<Code.Word> words = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  /** Brackets, and blocks. */
  private final Deque<String> open = new ArrayDeque<>(List.of(BLOCK));

  private String before = "";
  private boolean isBehindBlock;

  /** The lines of some tokens, with a last one that is not among them or is empty. */
  static List<Code> of(Source source, List<Integer> tokens, String end) {
    Layout layout = new Layout();
    for (int token : tokens) {
      for (int i = source.opens[token]; i > 0; i--) {
        layout.open();
      }
      if (!source.dropped.get(token)) {
        layout.add(source.tokens.get(token), Optional.ofNullable(source.names.get(token)));
      }
      for (int i = source.closes[token]; i > 0; i--) {
        layout.close();
      }
      if (source.annotationEnds.get(token) && layout.isAnnotation()) {
        layout.endLine();
      }
    }
    if (!end.isEmpty()) {
      layout.put(end, Optional.empty(), false);
    }
    layout.endLine();
    return layout.lines;
  }

  private boolean isAnnotation() {
    return !words.isEmpty() && words.get(0).text().equals("@");
  }

  private void add(Token token, Optional<Name> name) {
    String text = token.text();
    boolean isOfValues = BEFORE_VALUES.contains(before) || before.equals("{") && isIn("{");
    if (text.startsWith(QUOTES)) {
      putText(text);
    } else if (text.equals("{") && !isOfValues) {
      open();
    } else if (text.equals("}") && !isIn("{")) {
      close();
    } else {
      if (isBehindBlock && !GOES_ON.contains(text)) {
        endLine();
      }
      put(text, name, token.spaced() || isBehindBlock);
      switch (text) {
        case "(", "[", "{" -> open.push(text);
        case ")", "]", "}" -> open.pop();
        default -> {
          if (text.equals(";") && isIn(BLOCK)) {
            endLine();
          }
        }
      }
    }
  }

  private boolean isIn(String bracket) {
    return bracket.equals(open.peek());
  }

  private void open() {
    if (isBehindBlock) {
      endLine();
    }
    put("{", Optional.empty(), true);
    endLine();
    open.push(BLOCK);
  }

  private void close() {
    endLine();
    open.pop();
    put("}", Optional.empty(), false);
    isBehindBlock = true;
  }

  /** A text of several lines has them here, too, and its white space is what it means. */
  private void putText(String text) {
    put(QUOTES, Optional.empty(), true);
    String content = text.substring(text.indexOf('\n') + 1, text.length() - QUOTES.length());
    for (String row : (content.stripIndent() + QUOTES).split("\n", -1)) {
      endLine();
      words.add(new Code.Word(visible(row), Optional.empty()));
      line.append(visible(row));
    }
  }

  private void put(String text, Optional<Name> name, boolean spaced) {
    if (words.isEmpty()) {
      int depth = (int) open.stream().filter(BLOCK::equals).count() - 1;
      line.append("  ".repeat(depth));
    } else if ((spaced || before.equals(",") || before.equals(";") || areWords(before, text))
        && !NO_SPACE_BEFORE.contains(text)
        && !NO_SPACE_AFTER.contains(before)) {
      line.append(' ');
    }
    words.add(new Code.Word(visible(text), name));
    line.append(visible(text));
    before = text;
    isBehindBlock = false;
  }

  private static boolean areWords(String before, String text) {
    return Character.isJavaIdentifierPart(before.charAt(before.length() - 1))
        && Character.isJavaIdentifierPart(text.charAt(0));
  }

  private void endLine() {
    if (!words.isEmpty()) {
      lines.add(new Code(List.copyOf(words), line.toString()));
    }
    words.clear();
    line.setLength(0);
    isBehindBlock = false;
  }

  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars().forEach(c -> shown.append(isHidden(c) ? "\\u%04x".formatted(c) : (char) c));
    return shown.toString();
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }
}
