package tp6.grader.diff;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The types that a student has thought of, and named. One is among them only where its name means
 * nothing else in any file.
 */
final class OwnTypes {
  private final Set<String> names = new HashSet<>();

  private OwnTypes() {}

  /**
   * Those of a solution.
   *
   * @param given the name of the class that the course asks for
   */
  static OwnTypes of(Collection<CompilationUnit> files, String given) {
    OwnTypes types = new OwnTypes();
    Set<String> ambiguous = new HashSet<>(Set.of(given));
    for (CompilationUnit file : files) {
      for (SimpleName name : file.findAll(SimpleName.class)) {
        Node parent = name.getParentNode().orElseThrow();
        boolean isDeclaration = parent instanceof TypeDeclaration;
        if (isDeclaration && !types.names.add(name.getIdentifier())
            || !isDeclaration && !isUse(parent)) {
          ambiguous.add(name.getIdentifier());
        }
      }
      file.findAll(Name.class).forEach(name -> ambiguous.add(name.getIdentifier()));
    }
    types.names.removeAll(ambiguous);
    return types;
  }

  private static boolean isUse(Node parent) {
    return parent instanceof ClassOrInterfaceType
        || parent instanceof NameExpr
        || parent instanceof ConstructorDeclaration
        || parent instanceof CompactConstructorDeclaration;
  }

  /** Marks them in a file. */
  void mark(CompilationUnit file, Names all) {
    Map<String, Integer> ids = new HashMap<>();
    List<SimpleName> places =
        file.findAll(SimpleName.class, name -> names.contains(name.getIdentifier()));
    for (SimpleName place : places) {
      String name = place.getIdentifier();
      int id = ids.computeIfAbsent(name, one -> all.add(new Named(Named.Kind.TYPE, one, "")));
      place.setIdentifier(Marks.of(id));
    }
  }
}
