package tp6.grader.diff;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** One way to write what Java lets be written in many. */
final class Normal {
  private Normal() {}

  /**
   * Changes a file, and nothing of what it does.
   *
   * @param ownPackage of the exercise, which another exercise has under another name
   */
  static void make(CompilationUnit unit, String ownPackage, Names names) {
    markPackage(unit, ownPackage, names);
    unit.findAll(LiteralStringValueExpr.class).forEach(Normal::showWhatIsHidden);
    unit.findAll(BlockStmt.class)
        .forEach(block -> block.getStatements().removeIf(EmptyStmt.class::isInstance));
    unit.findAll(Statement.class).forEach(Normal::putBodyInBraces);
    unit.findAll(Node.class, node -> node instanceof NodeWithModifiers)
        .forEach(node -> sortModifiers((NodeWithModifiers<?>) node));
    sortImports(unit);
  }

  private static void markPackage(CompilationUnit unit, String ownPackage, Names names) {
    String mark = Marks.of(names.add(new Named(Named.Kind.PACKAGE, lastOf(ownPackage), "")));
    unit.findAll(Name.class).stream()
        .filter(name -> name.asString().equals(ownPackage))
        .forEach(name -> name.setIdentifier(mark));
    unit.findAll(FieldAccessExpr.class).stream()
        .filter(name -> name.toString().equals(ownPackage))
        .forEach(name -> name.setName(mark));
    unit.findAll(ClassOrInterfaceType.class).stream()
        .filter(name -> name.asString().equals(ownPackage))
        .forEach(name -> name.setName(mark));
  }

  private static String lastOf(String packageName) {
    return packageName.substring(packageName.lastIndexOf('.') + 1);
  }

  /** Also, no literal can hold a mark. */
  private static void showWhatIsHidden(LiteralStringValueExpr literal) {
    StringBuilder shown = new StringBuilder();
    for (char c : literal.getValue().toCharArray()) {
      boolean isLine = c == '\n' && literal instanceof TextBlockLiteralExpr;
      shown.append(isHidden(c) && !isLine ? "\\u%04x".formatted((int) c) : c);
    }
    literal.setValue(shown.toString());
  }

  private static boolean isHidden(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  private static void putBodyInBraces(Statement statement) {
    if (statement instanceof NodeWithBody<?> loop) {
      putInBraces(loop.getBody(), loop::setBody);
    } else if (statement instanceof IfStmt choice) {
      putInBraces(choice.getThenStmt(), choice::setThenStmt);
      choice
          .getElseStmt()
          .filter(other -> !other.isIfStmt())
          .ifPresent(other -> putInBraces(other, choice::setElseStmt));
    }
  }

  private static void putInBraces(Statement body, Consumer<Statement> place) {
    if (!body.isBlockStmt()) {
      BlockStmt block = new BlockStmt();
      place.accept(block);
      if (!body.isEmptyStmt()) {
        block.addStatement(body);
      }
    }
  }

  private static void sortModifiers(NodeWithModifiers<?> node) {
    List<Modifier> sorted = new ArrayList<>(node.getModifiers());
    sorted.sort(Comparator.comparing(Modifier::getKeyword));
    node.setModifiers(new NodeList<>(sorted));
  }

  private static void sortImports(CompilationUnit unit) {
    List<ImportDeclaration> sorted = new ArrayList<>(unit.getImports());
    sorted.sort(
        Comparator.comparing(ImportDeclaration::isStatic)
            .reversed()
            .thenComparing(ImportDeclaration::getNameAsString));
    unit.setImports(new NodeList<>(sorted.stream().distinct().toList()));
  }
}
