package tp6.grader.similar;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
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
  private static final Set<Tree.Kind> TYPES =
      EnumSet.of(
          Tree.Kind.CLASS,
          Tree.Kind.INTERFACE,
          Tree.Kind.ENUM,
          Tree.Kind.RECORD,
          Tree.Kind.ANNOTATION_TYPE);

  /** What is a member where it stands outside of methods. */
  private static final Set<Tree.Kind> MEMBERS =
      EnumSet.of(Tree.Kind.METHOD, Tree.Kind.VARIABLE, Tree.Kind.BLOCK);

  /** Has a token where it begins and another one where it ends, with its parts between them. */
  private static final Set<Tree.Kind> NESTING =
      EnumSet.of(
          Tree.Kind.METHOD,
          Tree.Kind.LAMBDA_EXPRESSION,
          Tree.Kind.IF,
          Tree.Kind.WHILE_LOOP,
          Tree.Kind.DO_WHILE_LOOP,
          Tree.Kind.FOR_LOOP,
          Tree.Kind.ENHANCED_FOR_LOOP,
          Tree.Kind.SWITCH,
          Tree.Kind.SWITCH_EXPRESSION,
          Tree.Kind.SYNCHRONIZED,
          Tree.Kind.TRY,
          Tree.Kind.CATCH);

  private static final Set<Tree.Kind> SINGLE =
      EnumSet.of(
          Tree.Kind.VARIABLE,
          Tree.Kind.METHOD_INVOCATION,
          Tree.Kind.MEMBER_REFERENCE,
          Tree.Kind.NEW_CLASS,
          Tree.Kind.NEW_ARRAY,
          Tree.Kind.ASSIGNMENT,
          Tree.Kind.PLUS_ASSIGNMENT,
          Tree.Kind.MINUS_ASSIGNMENT,
          Tree.Kind.PREFIX_INCREMENT,
          Tree.Kind.POSTFIX_INCREMENT,
          Tree.Kind.PREFIX_DECREMENT,
          Tree.Kind.POSTFIX_DECREMENT,
          Tree.Kind.CONDITIONAL_EXPRESSION,
          Tree.Kind.CASE,
          Tree.Kind.RETURN,
          Tree.Kind.THROW,
          Tree.Kind.BREAK,
          Tree.Kind.CONTINUE,
          Tree.Kind.YIELD,
          Tree.Kind.ASSERT);

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
    boolean isMember = !isInMember && MEMBERS.contains(tree.getKind());
    if (isMember || !isInMember && TYPES.contains(tree.getKind())) {
      member++;
    }
    isInMember |= isMember;
    if (NESTING.contains(tree.getKind())) {
      add(tree, 0, positions.getStartPosition(unit, tree));
      super.scan(tree, nothing);
      add(tree, 1, positions.getEndPosition(unit, tree));
    } else {
      if (SINGLE.contains(tree.getKind()) || TYPES.contains(tree.getKind())) {
        add(tree, 0, positions.getStartPosition(unit, tree));
      }
      super.scan(tree, nothing);
    }
    isInMember &= !isMember;
    return null;
  }

  @Override
  public Void visitIf(IfTree tree, Void nothing) {
    scan(tree.getCondition(), nothing);
    scan(tree.getThenStatement(), nothing);
    if (tree.getElseStatement() != null) {
      add(tree, 2, positions.getStartPosition(unit, tree.getElseStatement()));
    }
    return scan(tree.getElseStatement(), nothing);
  }

  private void add(Tree tree, int part, long position) {
    int line = (int) unit.getLineMap().getLineNumber(Math.max(0, position));
    tokens.add(new Token(3 * tree.getKind().ordinal() + part, member, file, line));
  }
}
