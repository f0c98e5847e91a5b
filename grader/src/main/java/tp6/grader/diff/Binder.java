package tp6.grader.diff;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** Finds what the tokens of a program stand for: javac knows. */
final class Binder extends TreePathScanner<Void, Void> {
  private record Place(Source source, int token, Element element) {}

  private final Trees trees;
  private final String mainType;
  private final String ownPackage;
  private final Name packageName;
  private final List<Place> places = new ArrayList<>();
  private final Map<Element, Name> declared = new HashMap<>();
  private Source source;

  private Binder(Trees trees, Sources program) {
    this.trees = trees;
    this.mainType = program.mainType();
    this.ownPackage = program.packageName();
    String last = ownPackage.substring(ownPackage.lastIndexOf('.') + 1);
    this.packageName = new Name(Name.Kind.PACKAGE, last, "");
  }

  /** Names the tokens of all files of a program that could be called otherwise. */
  static void bind(List<Source> files, Trees trees, Sources program) {
    Binder binder = new Binder(trees, program);
    for (Source file : files) {
      binder.source = file;
      binder.scan(file.unit(), null);
    }
    for (Place place : binder.places) {
      Name name = binder.declared.get(place.element());
      if (name != null) {
        place.source().setName(place.token(), name);
      }
    }
  }

  @Override
  public Void visitClass(ClassTree type, Void none) {
    if (!type.getSimpleName().isEmpty()) {
      declare(source.next(type.getSimpleName(), behind(type.getModifiers(), type)));
    }
    return super.visitClass(type, none);
  }

  @Override
  public Void visitMethod(MethodTree method, Void none) {
    if (!source.has(method)) {
      return null;
    }
    Element element = trees.getElement(getCurrentPath());
    if (element.getKind() == ElementKind.CONSTRUCTOR) {
      Element type = element.getEnclosingElement();
      place(source.next(type.getSimpleName(), behind(method.getModifiers(), method)), type);
    } else {
      Tree before =
          source.has(method.getReturnType()) ? method.getReturnType() : method.getModifiers();
      declare(source.next(method.getName(), behind(before, method)));
    }
    return super.visitMethod(method, none);
  }

  /** The first token of a declaration behind what it begins with, where that is there. */
  private int behind(Tree beginning, Tree declaration) {
    return source.has(beginning) ? source.end(beginning) : source.start(declaration);
  }

  @Override
  public Void visitVariable(VariableTree variable, Void none) {
    if (source.has(variable)) {
      declare(nameOf(variable, source));
    }
    return super.visitVariable(variable, none);
  }

  /** The token that is the name of a variable. */
  static int nameOf(VariableTree variable, Source source) {
    Tree value = variable.getInitializer();
    return source.last(
        variable.getName(), source.has(value) ? source.start(value) : source.end(variable));
  }

  @Override
  public Void visitIdentifier(IdentifierTree name, Void none) {
    place(source.start(name), trees.getElement(getCurrentPath()));
    return super.visitIdentifier(name, none);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree member, Void none) {
    if (source.has(member)) {
      int token = source.end(member) - 1;
      if (member.getIdentifier().contentEquals(packageName.text())
          && member.toString().equals(ownPackage)) {
        source.setName(token, packageName);
      }
      place(token, trees.getElement(getCurrentPath()));
    }
    return super.visitMemberSelect(member, none);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree reference, Void none) {
    place(source.end(reference) - 1, trees.getElement(getCurrentPath()));
    return super.visitMemberReference(reference, none);
  }

  @Override
  public Void visitCompilationUnit(CompilationUnitTree unit, Void none) {
    scan(unit.getPackage(), none);
    scan(unit.getImports(), none);
    return scan(unit.getTypeDecls(), none);
  }

  private void declare(int token) {
    Element element = trees.getElement(getCurrentPath());
    kind(element)
        .ifPresent(
            kind ->
                declared.put(
                    element,
                    new Name(
                        kind,
                        element.getSimpleName().toString(),
                        kind == Name.Kind.TYPE ? "" : where(element))));
    place(token, element);
  }

  /** Trees of javac's own stand where something else is written. */
  private void place(int token, Element element) {
    if (element != null
        && token >= 0
        && token < source.size()
        && source.token(token).is(element.getSimpleName())) {
      places.add(new Place(source, token, element));
    }
  }

  /** Empty where it has to be called as it is. */
  private Optional<Name.Kind> kind(Element element) {
    boolean isPrivate = element.getModifiers().contains(Modifier.PRIVATE);
    Element around = element.getEnclosingElement();
    return switch (element.getKind()) {
      case LOCAL_VARIABLE, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
          Optional.of(Name.Kind.LOCAL);
      // Those of a record's constructor are called as its components.
      case PARAMETER ->
          Optional.of(Name.Kind.LOCAL)
              .filter(
                  kind ->
                      around.getKind() != ElementKind.CONSTRUCTOR
                          || around.getEnclosingElement().getKind() != ElementKind.RECORD);
      case FIELD ->
          Optional.of(Name.Kind.FIELD)
              .filter(kind -> isPrivate && around.getKind() != ElementKind.RECORD);
      case METHOD -> Optional.of(Name.Kind.METHOD).filter(kind -> isPrivate);
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE ->
          Optional.of(Name.Kind.TYPE)
              .filter(kind -> !element.getSimpleName().contentEquals(mainType));
      default -> Optional.empty();
    };
  }

  /** The members and types around it, as far as they have names. */
  private static String where(Element element) {
    String where = "";
    Element around = element.getEnclosingElement();
    while (around != null && around.getKind() != ElementKind.PACKAGE) {
      Element named =
          around.getKind() == ElementKind.CONSTRUCTOR ? around.getEnclosingElement() : around;
      String name = named.getSimpleName().toString();
      if (!name.isEmpty() && !name.startsWith("<")) {
        where = where.isEmpty() ? name : name + "." + where;
      }
      around = around.getEnclosingElement();
    }
    return where;
  }
}
