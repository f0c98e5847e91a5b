package tp6.grader;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import tp6.grader.code.Lexer;
import tp6.grader.code.Lexer.Token;
import tp6.grader.code.SourceText;

/** A program that is to be written otherwise, as javac parses it. */
public final class Rewriting {
  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  public Rewriting(String text) {
    this.text = text;
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, null, null, List.of(new SourceText("A.java", text)));
    try {
      this.unit = task.parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.positions = Trees.instance(task).getSourcePositions();
  }

  /** Visits all of it. */
  public void scan(TreeScanner<?, ?> scanner) {
    scanner.scan(unit, null);
  }

  public int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  /** The same with other tokens. */
  public String with(UnaryOperator<Token> other) {
    StringBuilder copy = new StringBuilder();
    int end = 0;
    for (Token token : Lexer.withComments(text)) {
      copy.append(text, end, token.start()).append(other.apply(token).text());
      end = token.start() + token.text().length();
    }
    return copy.append(text.substring(end)).toString();
  }

  /** The same without comments, and with this behind each brace and statement. */
  public String laidOut(String endOfLine) {
    StringBuilder copy = new StringBuilder();
    for (Token token : Lexer.withComments(text)) {
      if (!token.isComment()) {
        boolean isShift = copy.toString().endsWith(">") && !token.spaced();
        copy.append(isShift ? "" : " ").append(token.text());
        copy.append(List.of("{", "}", ";").contains(token.text()) ? endOfLine : "");
      }
    }
    return copy.toString();
  }

  /** The same, where that has no comments, with imports and members of classes in another order. */
  public String reordered(UnaryOperator<List<Tree>> order) {
    String types = unit.getTypeDecls().isEmpty() ? "" : text.substring(start(firstType()));
    for (Tree type : unit.getTypeDecls()) {
      types = types.replace(text(type), reordered(type, order));
    }
    List<Tree> imports = order.apply(new ArrayList<>(unit.getImports()));
    StringBuilder copy = new StringBuilder(text(unit.getPackage()));
    imports.forEach(one -> copy.append('\n').append(text(one)));
    return copy.append('\n').append(types).toString();
  }

  private Tree firstType() {
    return unit.getTypeDecls().get(0);
  }

  private String text(Tree tree) {
    return text.substring(start(tree), (int) positions.getEndPosition(unit, tree));
  }

  private String reordered(Tree tree, UnaryOperator<List<Tree>> order) {
    if (!(tree instanceof ClassTree type) || type.getKind() != Tree.Kind.CLASS) {
      return text(tree);
    }
    Map<Integer, Tree> members = new TreeMap<>();
    for (Tree member : type.getMembers()) {
      if (positions.getEndPosition(unit, member) > 0) {
        members.put(start(member), member);
      }
    }
    if (members.isEmpty()) {
      return text(tree);
    }
    StringBuilder copy = new StringBuilder();
    copy.append(text, start(tree), members.keySet().iterator().next());
    order
        .apply(new ArrayList<>(members.values()))
        .forEach(member -> copy.append(reordered(member, order)).append('\n'));
    return copy.append('}').toString();
  }
}
