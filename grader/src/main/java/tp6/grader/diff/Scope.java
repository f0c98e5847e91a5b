package tp6.grader.diff;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where names are declared: a block, or the body of a type. */
final class Scope {
  /** Declared here, and not free to be called otherwise. */
  static final int NOBODYS = -1;

  /** What brings no field, other than constants, to those that extend it. */
  private static final Set<String> WITHOUT_FIELDS =
      Set.of("Callable", "Comparator", "Runnable", "Supplier", "Thread", "TimerTask");

  /** What brings no method but the one that has to be written. */
  private static final Set<String> WITHOUT_METHODS =
      Set.of("AutoCloseable", "Callable", "Closeable", "Runnable", "Supplier");

  final Map<String, Integer> variables = new HashMap<>();
  final Map<String, Integer> methods = new HashMap<>();
  final boolean isType;

  /** Whether there are fields in it that the file does not show. */
  final boolean hasMoreFields;

  /** Whether there are methods in it that the file does not show. */
  final boolean hasMoreMethods;

  private Scope(boolean isType, boolean hasMoreFields, boolean hasMoreMethods) {
    this.isType = isType;
    this.hasMoreFields = hasMoreFields;
    this.hasMoreMethods = hasMoreMethods;
  }

  static Scope ofBlock() {
    return new Scope(false, false, false);
  }

  static Scope of(TypeDeclaration<?> type, Names names) {
    Scope scope = ofSupertypes(classes(type), all(type));
    if (type instanceof EnumDeclaration constants) {
      constants.getEntries().forEach(one -> scope.hide(one.getNameAsString()));
    }
    if (type instanceof RecordDeclaration components) {
      components.getParameters().forEach(one -> scope.hide(one.getNameAsString()));
    }
    scope.addMembers(type.getMembers(), type.getNameAsString(), names);
    return scope;
  }

  /** Of a class without a name. */
  static Scope of(ObjectCreationExpr creation, Names names) {
    List<ClassOrInterfaceType> supertype = List.of(creation.getType());
    Scope scope = ofSupertypes(supertype, supertype);
    scope.addMembers(
        creation.getAnonymousClassBody().orElseThrow(), creation.getType().asString(), names);
    return scope;
  }

  /** Of the body of an enum's constant. */
  static Scope of(EnumConstantDeclaration constant, Names names) {
    Scope scope = new Scope(true, true, true);
    scope.addMembers(constant.getClassBody(), constant.getNameAsString(), names);
    return scope;
  }

  private static Scope ofSupertypes(
      List<ClassOrInterfaceType> classes, List<ClassOrInterfaceType> all) {
    return new Scope(
        true,
        !classes.stream().allMatch(type -> WITHOUT_FIELDS.contains(type.getNameAsString())),
        !all.stream().allMatch(type -> WITHOUT_METHODS.contains(type.getNameAsString())));
  }

  private static List<ClassOrInterfaceType> classes(TypeDeclaration<?> type) {
    return type instanceof ClassOrInterfaceDeclaration one ? one.getExtendedTypes() : List.of();
  }

  private static List<ClassOrInterfaceType> all(TypeDeclaration<?> type) {
    return type instanceof NodeWithImplements<?> one
        ? Stream.concat(classes(type).stream(), one.getImplementedTypes().stream()).toList()
        : List.of();
  }

  private void hide(String name) {
    variables.put(name, NOBODYS);
  }

  private void addMembers(List<BodyDeclaration<?>> members, String type, Names names) {
    for (BodyDeclaration<?> member : members) {
      if (member instanceof FieldDeclaration field) {
        field.getVariables().forEach(one -> add(field, one.getNameAsString(), type, names));
      } else if (member instanceof MethodDeclaration method) {
        add(method, type, names);
      }
    }
  }

  private void add(FieldDeclaration field, String name, String type, Names names) {
    variables.put(
        name, field.isPrivate() ? names.add(new Named(Named.Kind.FIELD, name, type)) : NOBODYS);
  }

  private void add(MethodDeclaration method, String type, Names names) {
    String name = method.getNameAsString();
    if (!method.isPrivate() || inherits(method)) {
      Optional.ofNullable(methods.put(name, NOBODYS)).ifPresent(names::fix);
    } else if (!methods.containsKey(name)) {
      methods.put(name, names.add(new Named(Named.Kind.METHOD, name, type)));
    }
  }

  /** Others of its name may come from there. */
  private static boolean inherits(MethodDeclaration method) {
    return !(method.getParentNode().orElseThrow() instanceof ClassOrInterfaceDeclaration type)
        || !type.getExtendedTypes().isEmpty();
  }
}
