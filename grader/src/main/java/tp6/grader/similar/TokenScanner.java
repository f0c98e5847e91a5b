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

  /** Added to the number of a kind of tree, where one ends or has its other branch. */
  private static final int END = 1_000;

  private static final int ELSE = 2_000;

  private final SourcePositions positions;
  private final List<Token> tokens = new ArrayList<>();
  private CompilationUnitTree unit;
  private int file;
  private int member;
  private boolean isInMember;

  TokenScanner(SourcePositions positions) {
    this.positions = positions;
  }

  /** The tokens of all types of the sources: packages and imports follow from the rest. */
  List<Token> tokens(Iterable<? extends CompilationUnitTree> units) {
    for (CompilationUnitTree one : units) {
      unit = one;
      scan(unit.getTypeDecls(), null);
      tokens.add(new Token(Token.NONE, ++member, file++, 1));
    }
    return tokens;
  }

  @Override
  public Void scan(Tree tree, Void nothing) {
    if (tree == null) {
      return null;
    }
    Kind kind = tree.getKind();
    boolean isMember = !isInMember && MEMBERS.contains(kind);
    member += isMember || !isInMember && TYPES.contains(kind) ? 1 : 0;
    isInMember |= isMember;
    boolean nests = isIn(NESTING, kind);
    if (nests || isIn(SINGLE, kind)) {
      add(kind.ordinal(), positions.getStartPosition(unit, tree));
    }
    super.scan(tree, nothing);
    if (nests) {
      add(END + kind.ordinal(), positions.getEndPosition(unit, tree));
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
      add(ELSE + Kind.IF.ordinal(), positions.getStartPosition(unit, tree.getElseStatement()));
    }
    return scan(tree.getElseStatement(), nothing);
  }

  private void add(int kind, long position) {
    int line = (int) unit.getLineMap().getLineNumber(Math.max(0, position));
    tokens.add(new Token(kind, member, file, line));
  }
}
