package tp6.grader.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lines as we would write them: a statement each, whatever its author has made of it. */
final class Layout {
  private static final Set<String> GOES_ON = Set.of("else", "catch", "finally", ")", ";", ",", ".");
  private static final Set<String> NO_SPACE_BEFORE = Set.of(",", ";", ")", "]", ".");
  private static final Set<String> NO_SPACE_AFTER = Set.of("(", "[", ".", "@", "");
  private static final String QUOTES = "\"\"\"";

  private final Source source;
  private final Normal normal;
  private final List<Code> lines = new ArrayList<>();
  private final List<Code.Word> words = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private String before = "";
  private int depth;
  private boolean isBlockClosed;

  private Layout(Source source, Normal normal) {
    this.source = source;
    this.normal = normal;
  }

  /** Some tokens of a file, with a last one or with nothing behind them. */
  static List<Code> of(Source source, Normal normal, List<Integer> tokens, String end) {
    Layout layout = new Layout(source, normal);
    tokens.stream().sorted(normal).forEach(layout::add);
    if (!end.isEmpty()) {
      layout.put(end, Optional.empty(), false);
    }
    layout.endLine();
    return layout.lines;
  }

  private void add(int token) {
    depth += normal.deeper(token);
    for (int i = normal.opens(token); i > 0; i--) {
      openBlock();
    }
    if (!normal.isDropped(token)) {
      write(token, source.token(token).text());
    }
    for (int i = normal.closes(token); i > 0; i--) {
      closeBlock();
    }
    depth -= normal.shallower(token);
    if (normal.endsLine(token) && isInBlock()) {
      endLine();
    }
  }

  private void write(int token, String text) {
    boolean isBlock = !normal.isFlat(token);
    if (text.equals("{") && isBlock) {
      openBlock();
    } else if (text.equals("}") && isBlock) {
      closeBlock();
    } else if (text.startsWith(QUOTES)) {
      writeText(text, source.token(token).spaced());
    } else {
      boolean goesOn = GOES_ON.contains(text) || normal.isGoingOn(token);
      if (isBlockClosed && !goesOn) {
        endLine();
      }
      put(text, source.name(token), source.token(token).spaced() || isBlockClosed);
      nest(text);
    }
  }

  private void nest(String text) {
    switch (text) {
      case "(", "[", "{" -> open.push("(");
      case ")", "]", "}" -> open.poll();
      case ";" -> {
        if (isInBlock()) {
          endLine();
        }
      }
      default -> {
        // Nests nothing.
      }
    }
  }

  private boolean isInBlock() {
    return open.isEmpty() || open.peek().equals("{");
  }

  private void openBlock() {
    if (isBlockClosed) {
      endLine();
    }
    put("{", Optional.empty(), true);
    open.push("{");
    endLine();
    depth++;
  }

  private void closeBlock() {
    endLine();
    open.poll();
    depth--;
    put("}", Optional.empty(), false);
    isBlockClosed = true;
  }

  /** A text of several lines has them here, too, and its white space is what it means. */
  private void writeText(String text, boolean spaced) {
    String content = text.substring(text.indexOf('\n') + 1, text.length() - QUOTES.length());
    put(QUOTES, Optional.empty(), spaced);
    for (String row : (content.stripIndent() + QUOTES).split("\n", -1)) {
      endLine();
      before = "";
      words.add(new Code.Word(visible(row), Optional.empty()));
      line.append(visible(row));
    }
  }

  private void put(String text, Optional<Name> name, boolean spaced) {
    isBlockClosed = false;
    if (words.isEmpty()) {
      line.append("  ".repeat(Math.max(0, depth)));
    } else if (hasSpace(text, spaced)) {
      line.append(' ');
    }
    words.add(new Code.Word(visible(text), name));
    line.append(visible(text));
    before = text;
  }

  private boolean hasSpace(String text, boolean spaced) {
    return (spaced || before.equals(",") || before.equals(";") || areWords(before, text))
        && !NO_SPACE_BEFORE.contains(text)
        && !NO_SPACE_AFTER.contains(before);
  }

  private static boolean areWords(String before, String text) {
    return !before.isEmpty()
        && Character.isJavaIdentifierPart(before.charAt(before.length() - 1))
        && Character.isJavaIdentifierPart(text.charAt(0));
  }

  private void endLine() {
    isBlockClosed = false;
    if (!words.isEmpty()) {
      lines.add(new Code(List.copyOf(words), line.toString()));
    }
    words.clear();
    line.setLength(0);
  }

  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    for (char c : text.toCharArray()) {
      shown.append(isHidden(c) ? "\\u%04x".formatted((int) c) : c);
    }
    return shown.toString();
  }

  private static boolean isHidden(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }
}
