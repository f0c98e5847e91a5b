package tp6.grader.code;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** Knows what a program could as well call otherwise: what nothing outside of it can name. */
final class Naming {
  private static final Set<ElementKind> LOCAL =
      Set.of(
          ElementKind.LOCAL_VARIABLE,
          ElementKind.EXCEPTION_PARAMETER,
          ElementKind.RESOURCE_VARIABLE,
          ElementKind.BINDING_VARIABLE);

  private Naming() {}

  /** The name of what a program declares; empty where it has to be called as it is. */
  static Optional<Name> of(Element element, String mainClass) {
    return kind(element, mainClass)
        .map(kind -> new Name(kind, element.getSimpleName().toString(), where(element)));
  }

  private static Optional<Name.Kind> kind(Element element, String mainClass) {
    ElementKind kind = element.getKind();
    Element around = element.getEnclosingElement();
    boolean isPrivate = element.getModifiers().contains(Modifier.PRIVATE);
    if (kind == ElementKind.PARAMETER || LOCAL.contains(kind)) {
      // The parameters of a record's constructor are called as its components.
      boolean isComponent =
          around.getKind() == ElementKind.CONSTRUCTOR && isRecord(around.getEnclosingElement());
      return isComponent ? Optional.empty() : Optional.of(Name.Kind.LOCAL);
    }
    if (kind == ElementKind.FIELD || kind == ElementKind.METHOD) {
      boolean isComponent = kind == ElementKind.FIELD && isRecord(around);
      return isPrivate && !isComponent
          ? Optional.of(Name.Kind.valueOf(kind.name()))
          : Optional.empty();
    }
    if (kind == ElementKind.PACKAGE) {
      boolean isOwn = mainClass.substring(0, mainClass.lastIndexOf('.')).equals(element.toString());
      return isOwn ? Optional.of(Name.Kind.PACKAGE) : Optional.empty();
    }
    return (kind.isClass() || kind.isInterface()) && !element.toString().equals(mainClass)
        ? Optional.of(Name.Kind.TYPE)
        : Optional.empty();
  }

  private static boolean isRecord(Element element) {
    return element.getKind() == ElementKind.RECORD;
  }

  /** The members and types around a member or variable, as far as they have names. */
  private static String where(Element element) {
    String where = "";
    Element around = element.getEnclosingElement();
    while (around != null && around.getKind() != ElementKind.PACKAGE) {
      boolean isConstructor = around.getKind() == ElementKind.CONSTRUCTOR;
      String name = (isConstructor ? around.getEnclosingElement() : around).getSimpleName() + ".";
      where = name.startsWith("<") || name.equals(".") ? where : name + where;
      around = around.getEnclosingElement();
    }
    boolean isAlone =
        where.isEmpty() || element.getKind().isClass() || element.getKind().isInterface();
    return isAlone ? "" : where.substring(0, where.length() - 1);
  }
}
