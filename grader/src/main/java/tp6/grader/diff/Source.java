package tp6.grader.diff;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tp6.grader.diff.Lexer.Token;

/** A file that compiles: its tokens, by number, and where its trees stand among them. */
final class Source {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Token> tokens;
  private final Map<Integer, Name> names = new HashMap<>();

  Source(CompilationUnitTree unit, SourcePositions positions, String text) {
    this.unit = unit;
    this.positions = positions;
    this.tokens = Lexer.tokens(text);
  }

  CompilationUnitTree unit() {
    return unit;
  }

  int size() {
    return tokens.size();
  }

  Token token(int number) {
    return tokens.get(number);
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

  /** The line where a token stands, from 1. */
  int line(int number) {
    return (int) unit.getLineMap().getLineNumber(tokens.get(number).start());
  }

  /** The first token at a position or behind it. */
  private int at(long position) {
    int found =
        Collections.binarySearch(
            tokens, new Token("", (int) position, false), Comparator.comparingInt(Token::start));
    return found < 0 ? -found - 1 : found;
  }

  /** The next token that reads so. */
  int next(CharSequence text, int from) {
    return IntStream.range(from, size()).filter(i -> token(i).is(text)).findFirst().orElse(size());
  }

  /** The last token before another one that reads so; -1 where there is none. */
  int last(CharSequence text, int before) {
    int number = before - 1;
    while (number >= 0 && !token(number).is(text)) {
      number--;
    }
    return number;
  }

  void setName(int number, Name name) {
    names.put(number, name);
  }

  /** What a token stands for, where it could as well be called otherwise. */
  Optional<Name> name(int number) {
    return Optional.ofNullable(names.get(number));
  }
}
