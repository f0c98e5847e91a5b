package tp6.grader.starter;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import tp6.grader.code.Lexer;
import tp6.grader.code.Lexer.Token;
import tp6.grader.code.SourceText;

/** A file of the course, as javac parses it: its comments, and what it declares for itself. */
final class JavaFile extends TreeScanner<Void, Void> {
  private static final List<String> OPTIONS = List.of("-proc:none", "--release", "17");

  /**
   * An import, or a private member.
   *
   * @param from where it begins, with the comment before it
   * @param to where it ends
   */
  record Declaration(Set<String> names, boolean isImport, int from, int to) {
    boolean has(Token token) {
      return from <= token.start() && token.start() < to;
    }
  }

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Token> tokens;
  private final Map<Integer, Declaration> declarations = new TreeMap<>();

  private JavaFile(CompilationUnitTree unit, SourcePositions positions, String text) {
    this.unit = unit;
    this.positions = positions;
    this.tokens = Lexer.withComments(text);
    scan(unit, null);
  }

  /** Parses it; where that fails, the complaint tells the line. */
  static JavaFile of(TextFile file) throws BrokenCourse {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    SourceText source = new SourceText("A.java", file.text());
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, OPTIONS, null, List.of(source));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      for (Diagnostic<?> one : found.getDiagnostics()) {
        if (one.getKind() == Diagnostic.Kind.ERROR) {
          int line = (int) one.getLineNumber();
          String what = one.getMessage(Locale.ROOT);
          throw new BrokenCourse(
              List.of(BrokenCourse.complaint(file.path(), line, "marker.no.java", what)));
        }
      }
      return new JavaFile(unit, Trees.instance(task).getSourcePositions(), file.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With comments. */
  List<Token> tokens() {
    return tokens;
  }

  List<Declaration> declarations() {
    return List.copyOf(declarations.values());
  }

  /** The line of a place in the text, counted from 0. */
  int index(int position) {
    return (int) unit.getLineMap().getLineNumber(position) - 1;
  }

  @Override
  public Void visitImport(ImportTree tree, Void none) {
    String name = ((MemberSelectTree) tree.getQualifiedIdentifier()).getIdentifier().toString();
    if (!name.equals("*")) {
      declare(name, tree);
    }
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    declareIfPrivate(tree.getModifiers(), tree.getSimpleName(), tree);
    return super.visitClass(tree, none);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void none) {
    declareIfPrivate(tree.getModifiers(), tree.getName(), tree);
    return super.visitVariable(tree, none);
  }

  @Override
  public Void visitMethod(MethodTree tree, Void none) {
    if (tree.getReturnType() != null) {
      declareIfPrivate(tree.getModifiers(), tree.getName(), tree);
    }
    return super.visitMethod(tree, none);
  }

  private void declareIfPrivate(ModifiersTree modifiers, Name name, Tree tree) {
    if (modifiers.getFlags().contains(Modifier.PRIVATE)) {
      declare(name.toString(), tree);
    }
  }

  /** Fields that are declared in one begin at the same place. */
  private void declare(String name, Tree tree) {
    int start = (int) positions.getStartPosition(unit, tree);
    int end = (int) positions.getEndPosition(unit, tree);
    Set<String> names = new HashSet<>(Set.of(name));
    if (declarations.containsKey(start)) {
      names.addAll(declarations.get(start).names());
    }
    boolean isImport = tree instanceof ImportTree;
    declarations.put(start, new Declaration(names, isImport, withComment(start), end));
  }

  /** Where the comment on the lines above begins, if there is one. */
  private int withComment(int start) {
    int from = start;
    int line = -1;
    for (Token token : tokens.stream().takeWhile(one -> one.start() < start).toList()) {
      from = token.isComment() && index(token.start()) > line ? token.start() : start;
      line = index(token.start());
    }
    return from;
  }
}
