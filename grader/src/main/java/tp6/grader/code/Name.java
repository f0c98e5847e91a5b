package tp6.grader.code;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * A name that a program could have in place of another one, and would do the same: nothing outside
 * of it can name the element.
 */
public record Name(Kind kind, Element element) {
  private static final Set<ElementKind> LOCAL =
      Set.of(
          ElementKind.LOCAL_VARIABLE,
          ElementKind.EXCEPTION_PARAMETER,
          ElementKind.RESOURCE_VARIABLE,
          ElementKind.BINDING_VARIABLE,
          ElementKind.PARAMETER);

  /** What can be called so: all but variables are the student's own, and members private. */
  public enum Kind {
    PACKAGE,
    TYPE,
    FIELD,
    METHOD,
    LOCAL
  }

  /** The name of what a program declares; empty where it has to be called as it is. */
  static Optional<Name> of(Element element, String mainClass) {
    return kind(element, mainClass).map(kind -> new Name(kind, element));
  }

  private static Optional<Kind> kind(Element element, String mainClass) {
    ElementKind kind = element.getKind();
    Element around = element.getEnclosingElement();
    if (LOCAL.contains(kind)) {
      // The parameters of a record's constructor are called as its components.
      boolean isComponent =
          around.getKind() == ElementKind.CONSTRUCTOR && isRecord(around.getEnclosingElement());
      return Optional.of(Kind.LOCAL).filter(any -> !isComponent);
    }
    if (kind == ElementKind.FIELD || kind == ElementKind.METHOD) {
      boolean isPrivate = element.getModifiers().contains(Modifier.PRIVATE);
      boolean isComponent = kind == ElementKind.FIELD && isRecord(around);
      return Optional.of(Kind.valueOf(kind.name())).filter(any -> isPrivate && !isComponent);
    }
    if (kind == ElementKind.PACKAGE) {
      String own = mainClass.substring(0, mainClass.lastIndexOf('.'));
      return Optional.of(Kind.PACKAGE).filter(any -> own.equals(element.toString()));
    }
    return Optional.of(Kind.TYPE)
        .filter(any -> isType(element) && !element.toString().equals(mainClass));
  }

  private static boolean isRecord(Element element) {
    return element.getKind() == ElementKind.RECORD;
  }

  private static boolean isType(Element element) {
    return element.getKind().isClass() || element.getKind().isInterface();
  }

  /** What it is called. */
  public String text() {
    return element.getSimpleName().toString();
  }

  /** The member that a variable stands in, the type that a member stands in. */
  public String where() {
    String where = "";
    Element around = isType(element) ? null : element.getEnclosingElement();
    while (around != null && around.getKind() != ElementKind.PACKAGE) {
      boolean isConstructor = around.getKind() == ElementKind.CONSTRUCTOR;
      String name = (isConstructor ? around.getEnclosingElement() : around).getSimpleName() + "";
      where = name.isEmpty() || name.startsWith("<") ? where : name + "." + where;
      around = around.getEnclosingElement();
    }
    return where.replaceAll("\\.$", "");
  }
}
