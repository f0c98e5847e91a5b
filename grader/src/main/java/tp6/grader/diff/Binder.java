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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts {@link Marks} in the places of names, by the rules of Java for scopes. Where a file alone
 * does not tell what a name stands for, it stays as it is.
 */
final class Binder {
  private final Names names;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private String where = "";

  private Binder(Names names) {
    this.names = names;
  }

  /** Marks the names of variables, and of private fields and methods. */
  static void bind(CompilationUnit unit, Names names) {
    Binder binder = new Binder(names);
    unit.getTypes().forEach(binder::visit);
    binder.fixWhatElseIsCalledSo(unit);
  }

  private void visit(Node node) {
    if (node instanceof TypeDeclaration<?> type) {
      inScope(Scope.of(type, names), () -> visitMembers(type));
    } else if (node instanceof EnumConstantDeclaration constant) {
      constant.getArguments().forEach(this::visit);
      inScope(Scope.ofConstant(), () -> constant.getClassBody().forEach(this::visit));
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
      declare(parameter.getName(), false);
    } else if (node instanceof TypePatternExpr pattern) {
      declare(pattern.getName(), true);
    } else if (node instanceof NameExpr name) {
      mark(name.getName(), variable(name.getNameAsString()));
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
      markDeclaration(declaration.getName(), scopes.element().methods.get(name));
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
        .ifPresent(body -> inScope(Scope.of(creation, names), () -> body.forEach(this::visit)));
  }

  /** A plain name behind {@code case} may be that of a constant, or of a local one. */
  private void visitEntry(SwitchEntry entry) {
    for (Node label : entry.getLabels()) {
      if (label instanceof NameExpr name) {
        find(name.getNameAsString(), scope -> scope.variables).ifPresent(names::fix);
      } else {
        visit(label);
      }
    }
    entry.getGuard().ifPresent(this::visit);
    entry.getStatements().forEach(this::visit);
  }

  private void visitAccess(FieldAccessExpr access) {
    if (isThis(access.getScope())) {
      scopes.stream()
          .filter(scope -> scope.isType)
          .findFirst()
          .map(type -> type.variables.get(access.getNameAsString()))
          .ifPresent(id -> mark(access.getName(), Optional.of(id)));
    } else {
      visit(access.getScope());
    }
  }

  private void visitCall(MethodCallExpr call) {
    call.getScope().ifPresent(this::visit);
    if (call.getScope().isEmpty() || isThis(call.getScope().get())) {
      mark(call.getName(), method(call.getNameAsString()));
    }
    call.getArguments().forEach(this::visit);
  }

  private void visitReference(MethodReferenceExpr reference) {
    if (isThis(reference.getScope())) {
      method(reference.getIdentifier())
          .filter(id -> id != Scope.NOBODYS)
          .ifPresent(id -> reference.setIdentifier(Marks.of(id)));
    } else if (reference.getScope() instanceof TypeExpr type
        && type.getType().isClassOrInterfaceType()) {
      SimpleName name = type.getType().asClassOrInterfaceType().getName();
      mark(name, variable(type.getType().asString()));
    } else {
      visit(reference.getScope());
    }
  }

  private static boolean isThis(Node scope) {
    return scope instanceof ThisExpr self && self.getTypeName().isEmpty();
  }

  private void declare(VariableDeclarator variable) {
    if (variable.getParentNode().orElseThrow() instanceof FieldDeclaration) {
      markDeclaration(
          variable.getName(), scopes.element().variables.get(variable.getNameAsString()));
    } else {
      declare(variable.getName(), false);
    }
    variable.getInitializer().ifPresent(this::visit);
  }

  /**
   * Declares a variable.
   *
   * @param isPattern one that is there only where the pattern has matched: elsewhere the name may
   *     be that of a field
   */
  private void declare(SimpleName name, boolean isPattern) {
    String text = name.getIdentifier();
    boolean mayBeField =
        isPattern
            && scopes.stream()
                .filter(scope -> scope.isType)
                .anyMatch(type -> type.hasMoreFields || type.variables.containsKey(text));
    int id = names.add(new Named(Named.Kind.LOCAL, text, where));
    if (mayBeField) {
      names.fix(id);
    }
    scopes.element().variables.put(text, id);
    markDeclaration(name, id);
  }

  private Optional<Integer> variable(String name) {
    return find(name, scope -> scope.variables);
  }

  private Optional<Integer> method(String name) {
    return find(name, scope -> scope.methods);
  }

  /**
   * What a name stands for; certain only where no type on the way could bring it from elsewhere.
   */
  private Optional<Integer> find(String name, Function<Scope, Map<String, Integer>> kind) {
    boolean certain = true;
    for (Scope scope : scopes) {
      Integer id = kind.apply(scope).get(name);
      if (id != null) {
        if (!certain && id != Scope.NOBODYS) {
          names.fix(id);
        }
        return Optional.of(id).filter(one -> one != Scope.NOBODYS);
      }
      boolean hasMore =
          kind.apply(scope) == scope.methods ? scope.hasMoreMethods : scope.hasMoreFields;
      certain &= !hasMore;
    }
    return Optional.empty();
  }

  private static void mark(SimpleName name, Optional<Integer> id) {
    id.filter(one -> one != Scope.NOBODYS).ifPresent(one -> name.setIdentifier(Marks.of(one)));
  }

  private static void markDeclaration(SimpleName name, int id) {
    if (id != Scope.NOBODYS) {
      name.setIdentifier(Marks.ofDeclaration(id));
    }
  }

  private void inBlock(List<Node> nodes) {
    inScope(Scope.ofBlock(), () -> nodes.forEach(this::visit));
  }

  private void inScope(Scope scope, Runnable visit) {
    scopes.push(scope);
    visit.run();
    scopes.pop();
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
    unit.findAll(SimpleName.class).stream()
        .map(SimpleName::getIdentifier)
        .filter(text -> !Marks.isMark(text))
        .forEach(names::fixMembers);
    unit.findAll(MethodReferenceExpr.class).stream()
        .map(MethodReferenceExpr::getIdentifier)
        .filter(text -> !Marks.isMark(text))
        .forEach(names::fixMembers);
  }
}
