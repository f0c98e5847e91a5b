package tp6.grader.diff;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One way to write what Java lets be written in many: which tokens of a file go, which come, and
 * which stand elsewhere. As a comparator it has them in that order.
 */
final class Normal extends TreeScanner<Void, Void> implements Comparator<Integer> {
  private static final List<String> MODIFIERS =
      List.of(
          "default public protected private abstract static final transient volatile synchronized native strictfp sealed non-sealed"
              .split(" "));

  private final Source source;
  private final int[] places;
  private final int[] opens;
  private final int[] closes;
  private final int[] deeper;
  private final int[] shallower;
  private final BitSet dropped = new BitSet();
  private final BitSet flat = new BitSet();
  private final BitSet goingOn = new BitSet();
  private final BitSet ends = new BitSet();

  Normal(Source source) {
    this.source = source;
    this.places = IntStream.range(0, source.size()).toArray();
    this.opens = new int[source.size()];
    this.closes = new int[source.size()];
    this.deeper = new int[source.size()];
    this.shallower = new int[source.size()];
    scan(source.unit(), null);
  }

  @Override
  public int compare(Integer one, Integer other) {
    return Integer.compare(places[one], places[other]);
  }

  /** How many blocks begin before a token that its author has not marked. */
  int opens(int token) {
    return opens[token];
  }

  /** How many of those end behind it. */
  int closes(int token) {
    return closes[token];
  }

  int deeper(int token) {
    return deeper[token];
  }

  int shallower(int token) {
    return shallower[token];
  }

  boolean isDropped(int token) {
    return dropped.get(token);
  }

  /** Whether it is a brace around values. */
  boolean isFlat(int token) {
    return flat.get(token);
  }

  /** Whether it stands on the line of the brace before it. */
  boolean isGoingOn(int token) {
    return goingOn.get(token);
  }

  boolean endsLine(int token) {
    return ends.get(token);
  }

  @Override
  public Void visitClass(ClassTree type, Void none) {
    endLines(type.getModifiers());
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree field) {
        endLines(field.getModifiers());
      }
    }
    return super.visitClass(type, none);
  }

  @Override
  public Void visitMethod(MethodTree method, Void none) {
    endLines(method.getModifiers());
    return source.has(method) ? super.visitMethod(method, none) : null;
  }

  private void endLines(ModifiersTree modifiers) {
    modifiers.getAnnotations().forEach(one -> ends.set(source.end(one) - 1));
  }

  @Override
  public Void visitModifiers(ModifiersTree modifiers, Void none) {
    if (source.has(modifiers)) {
      BitSet annotations = new BitSet();
      for (AnnotationTree one : modifiers.getAnnotations()) {
        annotations.set(source.start(one), source.end(one));
      }
      List<Integer> sorted = new ArrayList<>();
      IntStream.range(source.start(modifiers), source.end(modifiers)).forEach(sorted::add);
      sorted.sort(
          Comparator.comparing(
              one -> annotations.get(one) ? -1 : MODIFIERS.indexOf(source.token(one).text())));
      for (int i = 0; i < sorted.size(); i++) {
        places[sorted.get(i)] = source.start(modifiers) + i;
      }
    }
    return super.visitModifiers(modifiers, none);
  }

  /** The brackets of an array belong to its type, unless others are declared with it. */
  @Override
  public Void visitVariable(VariableTree variable, Void none) {
    int name = Binder.nameOf(variable, source);
    int end = name + 1;
    while (end + 1 < source.size() && source.token(end).is("[") && source.token(end + 1).is("]")) {
      end += 2;
    }
    if (name >= 0 && end > name + 1 && isAlone(name, end)) {
      for (int i = name + 1; i < end; i++) {
        places[i] = i - 1;
      }
      places[name] = end - 1;
    }
    return super.visitVariable(variable, none);
  }

  private boolean isAlone(int name, int end) {
    return !source.token(name - 1).is(",") && !source.token(end).is(",");
  }

  @Override
  public Void visitEmptyStatement(EmptyStatementTree nothing, Void none) {
    dropped.set(source.start(nothing));
    return null;
  }

  @Override
  public Void visitIf(IfTree choice, Void none) {
    putInBraces(choice.getThenStatement());
    if (choice.getElseStatement() != null && choice.getElseStatement().getKind() != Tree.Kind.IF) {
      putInBraces(choice.getElseStatement());
    }
    return super.visitIf(choice, none);
  }

  @Override
  public Void visitForLoop(ForLoopTree loop, Void none) {
    putInBraces(loop.getStatement());
    return super.visitForLoop(loop, none);
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void none) {
    putInBraces(loop.getStatement());
    return super.visitEnhancedForLoop(loop, none);
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree loop, Void none) {
    putInBraces(loop.getStatement());
    return super.visitWhileLoop(loop, none);
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree loop, Void none) {
    putInBraces(loop.getStatement());
    goingOn.set(source.start(loop.getCondition()) - 1);
    return super.visitDoWhileLoop(loop, none);
  }

  private void putInBraces(StatementTree body) {
    if (body.getKind() != Tree.Kind.BLOCK) {
      opens[source.start(body)]++;
      closes[source.end(body) - 1]++;
    }
  }

  @Override
  public Void visitCase(CaseTree entry, Void none) {
    if (entry.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      List<? extends StatementTree> body = entry.getStatements();
      ends.set((body.isEmpty() ? source.end(entry) : source.start(body.get(0))) - 1);
      if (!body.isEmpty()) {
        deeper[source.start(body.get(0))]++;
        shallower[source.end(body.get(body.size() - 1)) - 1]++;
      }
    }
    return super.visitCase(entry, none);
  }

  @Override
  public Void visitNewArray(NewArrayTree array, Void none) {
    if (array.getInitializers() != null && source.has(array)) {
      flat.set(source.next("{", source.start(array)));
      flat.set(source.end(array) - 1);
    }
    return super.visitNewArray(array, none);
  }
}
