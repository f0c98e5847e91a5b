package tp6.grader.similar;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the tree that javac makes of a source into tokens. Names, texts, types, operators and
 * braces leave no trace, so that a copy cannot be disguised by them.
 */
final class TokenScanner extends TreeScanner<Void, Void> {
  private static final Set<Kind> TYPES =
      EnumSet.of(Kind.CLASS, Kind.INTERFACE, Kind.ENUM, Kind.RECORD, Kind.ANNOTATION_TYPE);

  /** What is a member where it stands outside of methods. */
  private static final Set<Kind> MEMBERS = EnumSet.of(Kind.METHOD, Kind.VARIABLE, Kind.BLOCK);

  /** These have a token where they begin and another one where they end. */
  private static final List<Set<Kind>> NESTING =
      List.of(
          EnumSet.of(Kind.METHOD, Kind.LAMBDA_EXPRESSION),
          EnumSet.of(Kind.IF, Kind.SWITCH, Kind.SWITCH_EXPRESSION),
          EnumSet.of(Kind.WHILE_LOOP, Kind.DO_WHILE_LOOP, Kind.FOR_LOOP, Kind.ENHANCED_FOR_LOOP),
          EnumSet.of(Kind.TRY, Kind.CATCH, Kind.SYNCHRONIZED));

  private static final List<Set<Kind>> SINGLE =
      List.of(
          TYPES,
          EnumSet.of(Kind.VARIABLE, Kind.ASSIGNMENT),
          EnumSet.range(Kind.MULTIPLY_ASSIGNMENT, Kind.OR_ASSIGNMENT),
          EnumSet.range(Kind.POSTFIX_INCREMENT, Kind.PREFIX_DECREMENT),
          EnumSet.of(Kind.METHOD_INVOCATION, Kind.MEMBER_REFERENCE, Kind.NEW_CLASS, Kind.NEW_ARRAY),
          EnumSet.of(Kind.CONDITIONAL_EXPRESSION, Kind.CASE, Kind.BREAK, Kind.CONTINUE),
          EnumSet.of(Kind.RETURN, Kind.YIELD, Kind.THROW, Kind.ASSERT));

  /** One of a kind of tree begins, ends, or has its other branch here. */
  private enum Part {
    BEGIN,
    END,
    ELSE
  }

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final int file;
  private final List<Token> tokens = new ArrayList<>();
  private int member;
  private boolean isInMember;

  TokenScanner(CompilationUnitTree unit, SourcePositions positions, int file) {
    this.unit = unit;
    this.positions = positions;
    this.file = file;
  }

  /** The tokens of all types of the source: its package and imports follow from the rest. */
  List<Token> tokens() {
    scan(unit.getTypeDecls(), null);
    tokens.add(new Token(Token.END_OF_FILE, member + 1, file, 1));
    return tokens;
  }

  @Override
  public Void scan(Tree tree, Void nothing) {
    if (tree == null) {
      return null;
    }
    Kind kind = tree.getKind();
    boolean isMember = !isInMember && MEMBERS.contains(kind);
    if (isMember || !isInMember && TYPES.contains(kind)) {
      member++;
    }
    isInMember |= isMember;
    boolean nests = isIn(NESTING, kind);
    if (nests || isIn(SINGLE, kind)) {
      add(kind, Part.BEGIN, positions.getStartPosition(unit, tree));
    }
    super.scan(tree, nothing);
    if (nests) {
      add(kind, Part.END, positions.getEndPosition(unit, tree));
    }
    isInMember &= !isMember;
    return null;
  }

  private static boolean isIn(List<Set<Kind>> groups, Kind kind) {
    return groups.stream().anyMatch(group -> group.contains(kind));
  }

  @Override
  public Void visitIf(IfTree tree, Void nothing) {
    scan(tree.getCondition(), nothing);
    scan(tree.getThenStatement(), nothing);
    if (tree.getElseStatement() != null) {
      add(Kind.IF, Part.ELSE, positions.getStartPosition(unit, tree.getElseStatement()));
    }
    return scan(tree.getElseStatement(), nothing);
  }

  private void add(Kind kind, Part part, long position) {
    int number = kind.ordinal() * Part.values().length + part.ordinal();
    int line = (int) unit.getLineMap().getLineNumber(Math.max(0, position));
    tokens.add(new Token(number, member, file, line));
  }
}
