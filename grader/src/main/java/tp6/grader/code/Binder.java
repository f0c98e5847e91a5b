package tp6.grader.code;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Finds what the tokens of a program stand for, which javac knows, and bodies without braces. */
final class Binder extends TreePathScanner<Void, Void> {
  private record Place(Source source, int token, Element element) {}

  private final Trees trees;
  private final String mainClass;
  private final List<Place> places = new ArrayList<>();
  private final Map<Element, Name> names = new HashMap<>();
  private Source source;

  private Binder(Trees trees, String mainClass) {
    this.trees = trees;
    this.mainClass = mainClass;
  }

  /** Names the tokens of all files of a program that could be called otherwise. */
  static void bind(Iterable<Source> files, Trees trees, String mainClass) {
    Binder binder = new Binder(trees, mainClass);
    for (Source file : files) {
      binder.source = file;
      binder.scan(file.unit, null);
    }
    for (Place place : binder.places) {
      Optional.ofNullable(binder.names.get(place.element()))
          .ifPresent(name -> place.source().names.put(place.token(), name));
    }
  }

  @Override
  public Void scan(Tree tree, Void none) {
    if (source.has(tree)) {
      if (tree instanceof IdentifierTree
          || tree instanceof MemberSelectTree
          || tree instanceof MemberReferenceTree) {
        Element element = trees.getElement(new TreePath(getCurrentPath(), tree));
        if (element != null && element.getKind() == ElementKind.PACKAGE) {
          names.computeIfAbsent(element, one -> Name.of(one, mainClass).orElse(null));
        }
        int last = source.end(tree) - 1;
        // To javac, what ends a resource belongs to it.
        place(source.is(last, ";") ? last - 1 : last, element);
      } else if (tree instanceof StatementTree && lacksBraces(tree)) {
        source.opens[source.start(tree)]++;
        source.closes[source.end(tree) - 1]++;
      }
    }
    return super.scan(tree, none);
  }

  private boolean lacksBraces(Tree body) {
    int before = source.start(body) - 1;
    return switch (getCurrentPath().getLeaf().getKind()) {
      case IF, FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP ->
          body.getKind() != Tree.Kind.BLOCK
              && (source.is(before, ")")
                  || source.is(before, "do")
                  || source.is(before, "else") && body.getKind() != Tree.Kind.IF);
      default -> false;
    };
  }

  @Override
  public Void visitEmptyStatement(EmptyStatementTree nothing, Void none) {
    source.dropped.set(source.start(nothing));
    return null;
  }

  @Override
  public Void visitAnnotation(AnnotationTree annotation, Void none) {
    source.annotationEnds.set(source.end(annotation) - 1);
    return super.visitAnnotation(annotation, none);
  }

  @Override
  public Void visitClass(ClassTree type, Void none) {
    int from = source.behind(type.getModifiers(), type);
    if (!type.getSimpleName().isEmpty()) {
      declare(source.next(type.getSimpleName(), from));
    }
    return super.visitClass(type, none);
  }

  @Override
  public Void visitMethod(MethodTree method, Void none) {
    if (!source.has(method)) {
      return null;
    }
    Element element = trees.getElement(getCurrentPath());
    int from = source.behind(method.getModifiers(), method);
    if (element.getKind() == ElementKind.CONSTRUCTOR) {
      Element type = element.getEnclosingElement();
      int name = source.next(type.getSimpleName(), from);
      source.declared.put(method, name);
      place(name, type);
    } else {
      declare(source.next(method.getName(), source.end(method.getReturnType())));
    }
    return super.visitMethod(method, none);
  }

  /** The brackets of an array belong to its type, unless others are declared with it. */
  @Override
  public Void visitVariable(VariableTree variable, Void none) {
    int name = source.nameOf(variable);
    if (source.has(variable) && name > 0) {
      declare(name);
      int end = name + 1;
      while (source.is(end, "[")) {
        end += 2;
      }
      for (int i = name; i < end - 1 && !source.is(name - 1, ",") && !source.is(end, ","); i++) {
        source.swap(i);
      }
    }
    return super.visitVariable(variable, none);
  }

  private void declare(int token) {
    Element element = trees.getElement(getCurrentPath());
    source.declared.put(getCurrentPath().getLeaf(), token);
    Name.of(element, mainClass).ifPresent(name -> names.put(element, name));
    place(token, element);
  }

  /** Trees of javac's own stand where something else is written. */
  private void place(int token, Element element) {
    if (element != null && source.is(token, element.getSimpleName())) {
      places.add(new Place(source, token, element));
    }
  }
}
