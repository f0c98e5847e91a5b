package tp6.grader.code;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tp6.grader.code.Lexer.Token;

/** A file that compiles: its tokens, where trees stand among them, and what is known of each. */
final class Source {
  private static final List<String> MODIFIERS =
      List.of(
          "default public protected private abstract static final transient volatile synchronized native strictfp sealed non-sealed"
              .split(" "));

  final CompilationUnitTree unit;
  final List<Token> tokens;

  /** Which token stands where, so that there is one order of what may stand in many. */
  final int[] order;

  /** What a token stands for, where it could as well be called otherwise. */
  final Map<Integer, Name> names = new HashMap<>();

  /** Where the name stands that a tree declares. */
  final Map<Tree, Integer> declared = new HashMap<>();

  /** How many braces are missing before a token, and behind it, if all bodies had them. */
  final int[] opens;

  final int[] closes;
  final BitSet dropped = new BitSet();
  final BitSet annotationEnds = new BitSet();
  private final SourcePositions positions;

  Source(CompilationUnitTree unit, SourcePositions positions, String text) {
    this.unit = unit;
    this.positions = positions;
    this.tokens = Lexer.tokens(text);
    this.order = IntStream.range(0, tokens.size()).toArray();
    this.opens = new int[tokens.size()];
    this.closes = new int[tokens.size()];
    sortModifiers();
  }

  private void sortModifiers() {
    for (int end = 1; end < tokens.size(); end++) {
      for (int i = end; i > 0 && modifier(i) >= 0 && modifier(i) < modifier(i - 1); i--) {
        swap(i - 1);
      }
    }
  }

  private int modifier(int place) {
    return MODIFIERS.indexOf(tokens.get(order[place]).text());
  }

  /** Puts a token behind the next one. */
  void swap(int place) {
    int first = order[place];
    order[place] = order[place + 1];
    order[place + 1] = first;
  }

  /** Whether the author has written it: javac adds trees of its own. */
  boolean has(Tree tree) {
    return tree != null && positions.getEndPosition(unit, tree) > 0;
  }

  /** The first token of a tree. */
  int start(Tree tree) {
    return at(positions.getStartPosition(unit, tree));
  }

  /** The token behind a tree. */
  int end(Tree tree) {
    return at(positions.getEndPosition(unit, tree));
  }

  private int at(long position) {
    int found =
        Collections.binarySearch(
            tokens, new Token("", (int) position, false), Comparator.comparing(Token::start));
    return found < 0 ? -found - 1 : found;
  }

  boolean is(int token, CharSequence text) {
    return token >= 0 && token < tokens.size() && tokens.get(token).is(text);
  }

  /** The next token that reads so. */
  int next(CharSequence text, int from) {
    int token = from;
    while (token < tokens.size() && !is(token, text)) {
      token++;
    }
    return token;
  }

  /** The name of a variable: the last token that reads so before its value. */
  int nameOf(VariableTree variable) {
    Tree value = variable.getInitializer();
    int token = (has(value) ? start(value) : end(variable)) - 1;
    while (token >= 0 && !is(token, variable.getName())) {
      token--;
    }
    return token;
  }

  /** Behind what a declaration begins with, where that is there. */
  int behind(Tree beginning, Tree declaration) {
    return has(beginning) ? end(beginning) : start(declaration);
  }
}
