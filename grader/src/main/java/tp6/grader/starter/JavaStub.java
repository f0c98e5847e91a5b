package tp6.grader.starter;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.nodeTypes.modifiers.NodeWithPrivateModifier;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is left of a solution for the student to begin with. */
final class JavaStub {
  private static final int WIDTH = 100;
  private static final Pattern REFERENCE =
      Pattern.compile("@(?:link|linkplain|throws|exception|see|value)\\s+([\\w.#]+)");

  private final TextFile solution;
  private final List<Part> parts;

  private JavaStub(TextFile solution, List<Part> parts) {
    this.solution = solution;
    this.parts = parts;
  }

  /** The solution with {@code TODO} in place of each part, and without what only the parts need. */
  static TextFile of(TextFile solution, List<Part> parts) throws BrokenCourse {
    return new JavaStub(solution, parts).stub();
  }

  private TextFile stub() throws BrokenCourse {
    CompilationUnit whole = parse(solution);
    requireMarkersToBeComments(whole);
    TextFile cut = solution.with(cutLines());
    CompilationUnit unit = parse(cut);
    requireEachPartToEndItsBlock(unit);
    Set<String> usedBefore = new Use(whole).names();
    Use use = new Use(unit);
    List<Range> unused =
        use.unused().stream()
            .filter(node -> namesOf(node).stream().anyMatch(usedBefore::contains))
            .map(JavaStub::rangeWithComment)
            .toList();
    return cut.with(without(unused, cut.lines()));
  }

  private CompilationUnit parse(TextFile file) throws BrokenCourse {
    ParserConfiguration java17 =
        new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17).setTabSize(1);
    ParseResult<CompilationUnit> result = new JavaParser(java17).parse(file.text());
    if (!result.isSuccessful() || result.getResult().isEmpty()) {
      throw complaint(0, "cannot be read as Java: " + result.getProblem(0).getMessage());
    }
    return result.getResult().get();
  }

  private BrokenCourse complaint(int index, String what) {
    return new BrokenCourse(List.of(new Complaint(solution.path(), index + 1, what)));
  }

  private void requireMarkersToBeComments(CompilationUnit whole) throws BrokenCourse {
    Set<Integer> comments =
        whole.getAllContainedComments().stream()
            .filter(Comment::isLineComment)
            .map(comment -> comment.getBegin().orElseThrow().line - 1)
            .collect(Collectors.toSet());
    for (Part part : parts) {
      for (int index : List.of(part.begin(), part.end())) {
        if (!comments.contains(index)) {
          throw complaint(index, "a marker inside a string or a longer comment");
        }
      }
    }
  }

  private List<String> cutLines() throws BrokenCourse {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (Part part : parts) {
      lines.addAll(solution.lines().subList(from, part.begin()));
      lines.addAll(todo(part));
      from = part.end() + 1;
    }
    lines.addAll(solution.lines().subList(from, solution.lines().size()));
    return lines;
  }

  private List<String> todo(Part part) throws BrokenCourse {
    String marker = solution.lines().get(part.begin());
    String indent = marker.substring(0, marker.indexOf("//"));
    String begin = indent + "throw new UnsupportedOperationException(";
    String text = part.words().replace("\\", "\\\\").replace("\"", "\\\"");
    String end = "\"TODO " + text + "\");";
    List<String> lines = new ArrayList<>(List.of(indent + "// TODO " + part.words()));
    if (begin.length() + end.length() <= WIDTH) {
      lines.add(begin + end);
    } else {
      lines.addAll(List.of(begin, indent + "    " + end));
    }
    if (lines.stream().anyMatch(line -> line.length() > WIDTH)) {
      throw complaint(part.begin(), "too many words for a line of " + WIDTH + " characters");
    }
    return lines;
  }

  /** What follows a part could not be reached in the stub. */
  private void requireEachPartToEndItsBlock(CompilationUnit cut) throws BrokenCourse {
    Set<Integer> last =
        cut.findAll(BlockStmt.class).stream()
            .flatMap(block -> block.getStatements().getLast().stream())
            .filter(ThrowStmt.class::isInstance)
            .map(statement -> statement.getBegin().orElseThrow().line)
            .collect(Collectors.toSet());
    int shift = 0;
    for (Part part : parts) {
      int todo = todo(part).size();
      if (!last.contains(part.begin() + 2 - shift)) {
        throw complaint(part.end(), "a part has to reach the end of its method");
      }
      shift += part.end() - part.begin() + 1 - todo;
    }
  }

  private static List<String> namesOf(Node node) {
    if (node instanceof ImportDeclaration imported) {
      return List.of(imported.getName().getIdentifier());
    }
    return node instanceof FieldDeclaration field
        ? field.getVariables().stream().map(NodeWithSimpleName::getNameAsString).toList()
        : List.of(((NodeWithSimpleName<?>) node).getNameAsString());
  }

  private static Range rangeWithComment(Node node) {
    Range range = node.getRange().orElseThrow();
    return node.getComment().flatMap(Comment::getBegin).map(range::withBegin).orElse(range);
  }

  private static List<String> without(List<Range> unused, List<String> lines) {
    List<String> kept = new ArrayList<>(lines);
    unused.stream()
        .sorted(Comparator.comparing((Range range) -> range.begin).reversed())
        .forEach(range -> delete(range.begin.line - 1, range.end.line, kept));
    return kept;
  }

  /** Deletes lines, and one of two blank lines that meet then. */
  private static void delete(int from, int to, List<String> lines) {
    lines.subList(from, to).clear();
    boolean opens = from == 0 || lines.get(from - 1).isBlank() || lines.get(from - 1).endsWith("{");
    if (opens && lines.get(from).isBlank()) {
      lines.remove(from);
    } else if (from > 0 && lines.get(from - 1).isBlank() && lines.get(from).strip().equals("}")) {
      lines.remove(from - 1);
    }
  }

  /** Which of the names that a file declares for itself, or imports, it also uses. */
  private static final class Use {
    private final List<Node> declarations = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Use(CompilationUnit unit) {
      unit.getImports().stream().filter(one -> !one.isAsterisk()).forEach(declarations::add);
      unit.findAll(BodyDeclaration.class).stream()
          .filter(Use::isPrivate)
          .forEach(declarations::add);
      List<Range> ranges = declarations.stream().map(JavaStub::rangeWithComment).toList();
      read(unit, ranges);
      List<Node> waiting = new ArrayList<>(declarations);
      while (waiting.removeIf(this::readIfUsed)) {
        continue;
      }
    }

    private static boolean isPrivate(BodyDeclaration<?> declaration) {
      return declaration instanceof NodeWithPrivateModifier<?> node
          && node.isPrivate()
          && !declaration.isConstructorDeclaration();
    }

    private boolean readIfUsed(Node declaration) {
      boolean used = isStub(declaration) || namesOf(declaration).stream().anyMatch(names::contains);
      if (used && !(declaration instanceof ImportDeclaration)) {
        read(declaration, List.of());
      }
      return used;
    }

    /** A member with something to do in it is there for the student. */
    private static boolean isStub(Node declaration) {
      return declaration.getAllContainedComments().stream()
          .anyMatch(comment -> comment.getContent().startsWith(" TODO "));
    }

    private void read(Node node, List<Range> except) {
      for (JavaToken token : node.getTokenRange().orElseThrow()) {
        Range range = token.getRange().orElseThrow();
        if (except.stream().noneMatch(one -> one.contains(range))) {
          if (token.getCategory().isComment()) {
            REFERENCE
                .matcher(token.getText())
                .results()
                .forEach(found -> names.addAll(List.of(found.group(1).split("[.#]"))));
          } else if (token.getCategory().isIdentifier()) {
            names.add(token.getText());
          }
        }
      }
    }

    Set<String> names() {
      return names;
    }

    List<Node> unused() {
      return declarations.stream()
          .filter(node -> !isStub(node))
          .filter(node -> namesOf(node).stream().noneMatch(names::contains))
          .toList();
    }
  }
}
