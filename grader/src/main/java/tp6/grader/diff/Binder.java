package tp6.grader.diff;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts {@link Marks} in the places of names, by the rules of Java for scopes. Where a file alone
 * does not tell what a name stands for, it stays as it is.
 */
final class Binder {
  private final Names names;
  private final Scopes scopes;
  private String where = "";

  private Binder(Names names) {
    this.names = names;
    this.scopes = new Scopes(names);
  }

  /** Marks the names of variables, and of private fields and methods. */
  static void bind(CompilationUnit unit, Names names) {
    Binder binder = new Binder(names);
    unit.getTypes().forEach(binder::visit);
    binder.fixWhatElseIsCalledSo(unit);
  }

  private void visit(Node node) {
    if (node instanceof TypeDeclaration<?> type) {
      scopes.in(Scope.of(type, names), () -> visitMembers(type));
    } else if (node instanceof EnumConstantDeclaration constant) {
      constant.getArguments().forEach(this::visit);
      scopes.in(Scope.of(constant, names), () -> constant.getClassBody().forEach(this::visit));
    } else if (node instanceof ObjectCreationExpr creation) {
      visitCreation(creation);
    } else if (node instanceof ForEachStmt loop) {
      visit(loop.getIterable());
      inBlock(List.of(loop.getVariable(), loop.getBody()));
    } else if (node instanceof TryStmt attempt) {
      List<Node> guarded = new ArrayList<>(attempt.getResources());
      guarded.add(attempt.getTryBlock());
      inBlock(guarded);
      attempt.getCatchClauses().forEach(this::visit);
      attempt.getFinallyBlock().ifPresent(this::visit);
    } else if (node instanceof SwitchEntry entry) {
      visitEntry(entry);
    } else if (node instanceof CallableDeclaration<?> method) {
      visitMethod(method, method.getNameAsString());
    } else if (node instanceof CompactConstructorDeclaration constructor) {
      visitMethod(constructor, constructor.getNameAsString());
    } else if (isBlock(node)) {
      inBlock(inOrder(node));
    } else {
      visitName(node);
    }
  }

  private static boolean isBlock(Node node) {
    return node instanceof BlockStmt
        || node instanceof ForStmt
        || node instanceof CatchClause
        || node instanceof LambdaExpr
        || node instanceof SwitchStmt
        || node instanceof SwitchExpr;
  }

  private void visitName(Node node) {
    if (node instanceof VariableDeclarator variable) {
      declare(variable);
    } else if (node instanceof Parameter parameter) {
      scopes.declare(parameter.getName(), where);
    } else if (node instanceof TypePatternExpr pattern) {
      scopes.declarePattern(pattern.getName(), where);
    } else if (node instanceof NameExpr name) {
      Scopes.mark(name.getName(), scopes.variable(name.getNameAsString()));
    } else if (node instanceof FieldAccessExpr access) {
      visitAccess(access);
    } else if (node instanceof MethodCallExpr call) {
      visitCall(call);
    } else if (node instanceof MethodReferenceExpr reference) {
      visitReference(reference);
    } else {
      inOrder(node).forEach(this::visit);
    }
  }

  private void visitMembers(TypeDeclaration<?> type) {
    String around = where;
    where = around.isEmpty() ? type.getNameAsString() : around + "." + type.getNameAsString();
    if (type instanceof EnumDeclaration constants) {
      constants.getEntries().forEach(this::visit);
    }
    type.getMembers().forEach(this::visit);
    where = around;
  }

  private void visitMethod(BodyDeclaration<?> method, String name) {
    String around = where;
    if (method instanceof MethodDeclaration declaration) {
      scopes.markMethod(declaration.getName());
    }
    where = around + "." + name;
    inBlock(inOrder(method));
    where = around;
  }

  private void visitCreation(ObjectCreationExpr creation) {
    creation.getScope().ifPresent(this::visit);
    creation.getArguments().forEach(this::visit);
    creation
        .getAnonymousClassBody()
        .ifPresent(body -> scopes.in(Scope.of(creation, names), () -> body.forEach(this::visit)));
  }

  /** A plain name behind {@code case} may be that of a constant, or of a local one. */
  private void visitEntry(SwitchEntry entry) {
    for (Node label : entry.getLabels()) {
      if (label instanceof NameExpr name) {
        scopes.variable(name.getNameAsString()).ifPresent(names::fix);
      } else {
        visit(label);
      }
    }
    entry.getGuard().ifPresent(this::visit);
    entry.getStatements().forEach(this::visit);
  }

  private void visitAccess(FieldAccessExpr access) {
    if (isThis(access.getScope())) {
      Scopes.mark(access.getName(), scopes.fieldOfThis(access.getNameAsString()));
    } else {
      visit(access.getScope());
    }
  }

  private void visitCall(MethodCallExpr call) {
    call.getScope().ifPresent(this::visit);
    if (call.getScope().isEmpty() || isThis(call.getScope().get())) {
      Scopes.mark(call.getName(), scopes.method(call.getNameAsString()));
    }
    call.getArguments().forEach(this::visit);
  }

  private void visitReference(MethodReferenceExpr reference) {
    if (isThis(reference.getScope())) {
      scopes
          .method(reference.getIdentifier())
          .ifPresent(id -> reference.setIdentifier(Marks.of(id)));
    } else if (reference.getScope() instanceof TypeExpr type
        && type.getType().isClassOrInterfaceType()) {
      SimpleName name = type.getType().asClassOrInterfaceType().getName();
      Scopes.mark(name, scopes.variable(type.getType().asString()));
    } else {
      visit(reference.getScope());
    }
  }

  private static boolean isThis(Node scope) {
    return scope instanceof ThisExpr self && self.getTypeName().isEmpty();
  }

  private void declare(VariableDeclarator variable) {
    if (variable.getParentNode().orElseThrow() instanceof FieldDeclaration) {
      scopes.markField(variable.getName());
    } else {
      scopes.declare(variable.getName(), where);
    }
    variable.getInitializer().ifPresent(this::visit);
  }

  private void inBlock(List<Node> nodes) {
    scopes.in(Scope.ofBlock(), () -> nodes.forEach(this::visit));
  }

  /** As they stand in the source: what is declared first is visited first. */
  private static List<Node> inOrder(Node node) {
    return node.getChildNodes().stream()
        .sorted(
            Comparator.comparing(
                child -> child.getRange().map(range -> range.begin).orElse(Position.HOME)))
        .toList();
  }

  /** A member is free only where each place in the file with its name is known to mean it. */
  private void fixWhatElseIsCalledSo(CompilationUnit unit) {
    Stream<String> references =
        unit.findAll(MethodReferenceExpr.class).stream().map(MethodReferenceExpr::getIdentifier);
    Stream<String> others = unit.findAll(SimpleName.class).stream().map(SimpleName::getIdentifier);
    names.fixMembers(
        Stream.concat(references, others)
            .filter(text -> !Marks.isMark(text))
            .collect(Collectors.toSet()));
  }
}
