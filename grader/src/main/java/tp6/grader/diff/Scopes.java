package tp6.grader.diff;

import com.github.javaparser.ast.expr.SimpleName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The scopes around a place, from the innermost on. */
final class Scopes {
  private final Names names;
  private final Deque<Scope> scopes = new ArrayDeque<>();

  Scopes(Names names) {
    this.names = names;
  }

  /** Visits what is in a scope. */
  void in(Scope scope, Runnable visit) {
    scopes.push(scope);
    visit.run();
    scopes.pop();
  }

  /** Declares a variable, from here on, and marks its name. */
  void declare(SimpleName name, String where) {
    int id = names.add(new Named(Named.Kind.LOCAL, name.getIdentifier(), where));
    scopes.element().variables.put(name.getIdentifier(), id);
    markDeclaration(name, id);
  }

  /**
   * The same for one that is there only where a pattern has matched: elsewhere it may be a field.
   */
  void declarePattern(SimpleName name, String where) {
    String text = name.getIdentifier();
    boolean mayBeField =
        scopes.stream()
            .filter(scope -> scope.isType)
            .anyMatch(type -> type.hasMoreFields || type.variables.containsKey(text));
    declare(name, where);
    if (mayBeField) {
      names.fix(scopes.element().variables.get(text));
    }
  }

  /** Marks a field where it is declared, if it is free. */
  void markField(SimpleName name) {
    markDeclaration(name, scopes.element().variables.get(name.getIdentifier()));
  }

  /** Marks a method where it is declared, if it is free. */
  void markMethod(SimpleName name) {
    markDeclaration(name, scopes.element().methods.get(name.getIdentifier()));
  }

  private static void markDeclaration(SimpleName name, int id) {
    if (id != Scope.NOBODYS) {
      name.setIdentifier(Marks.ofDeclaration(id));
    }
  }

  /** Marks a name that stands for something. */
  static void mark(SimpleName name, Optional<Integer> id) {
    id.ifPresent(one -> name.setIdentifier(Marks.of(one)));
  }

  /** What the name of a variable stands for; empty where that is not free. */
  Optional<Integer> variable(String name) {
    return find(name, scope -> scope.variables, scope -> scope.hasMoreFields);
  }

  /** The same for the name of a method. */
  Optional<Integer> method(String name) {
    return find(name, scope -> scope.methods, scope -> scope.hasMoreMethods);
  }

  /** The same for a field behind {@code this}. */
  Optional<Integer> fieldOfThis(String name) {
    return scopes.stream()
        .filter(scope -> scope.isType)
        .findFirst()
        .map(type -> type.variables.get(name))
        .filter(id -> id != Scope.NOBODYS);
  }

  /** Certain only where no type on the way could bring the name from elsewhere. */
  private Optional<Integer> find(
      String name, Function<Scope, Map<String, Integer>> kind, Function<Scope, Boolean> hasMore) {
    boolean certain = true;
    for (Scope scope : scopes) {
      Integer id = kind.apply(scope).get(name);
      if (id == null) {
        certain &= !hasMore.apply(scope);
      } else if (id == Scope.NOBODYS) {
        return Optional.empty();
      } else {
        if (!certain) {
          names.fix(id);
        }
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }
}
