package tp6.grader.starter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tp6.grader.code.Lexer.Token;
import tp6.grader.starter.JavaFile.Declaration;

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
    JavaFile whole = JavaFile.of(solution);
    requireSoundParts(whole);
    TextFile cut = solution.with(cutLines());
    JavaFile file = JavaFile.of(cut);
    Set<String> usedBefore = new Use(whole).names;
    List<Declaration> unused = new ArrayList<>(new Use(file).unused);
    unused.removeIf(one -> Collections.disjoint(one.names(), usedBefore));
    Collections.reverse(unused);
    List<String> lines = new ArrayList<>(cut.lines());
    unused.forEach(one -> delete(file.index(one.from()), file.index(one.to() - 1) + 1, lines));
    return cut.with(lines);
  }

  private BrokenCourse complaint(int index, String key, Object... values) {
    return new BrokenCourse(
        List.of(BrokenCourse.complaint(solution.path(), index + 1, key, values)));
  }

  /** What followed a part in its block could not be reached in the stub. */
  private void requireSoundParts(JavaFile whole) throws BrokenCourse {
    Map<Integer, String> firstOfLine = new TreeMap<>();
    whole
        .tokens()
        .forEach(token -> firstOfLine.putIfAbsent(whole.index(token.start()), token.text()));
    for (Part part : parts) {
      for (int index : List.of(part.begin(), part.end())) {
        if (!firstOfLine.getOrDefault(index, "").startsWith("//")) {
          throw complaint(index, "marker.in.string");
        }
      }
      boolean isLast =
          whole.tokens().stream()
              .filter(token -> whole.index(token.start()) > part.end() && !token.isComment())
              .findFirst()
              .filter(token -> token.text().equals("}"))
              .isPresent();
      if (!isLast) {
        throw complaint(part.end(), "marker.not.last");
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

  /** One statement on one line, so that whoever replaces the line has replaced it all. */
  private List<String> todo(Part part) throws BrokenCourse {
    String marker = solution.lines().get(part.begin());
    String indent = marker.substring(0, marker.indexOf("//"));
    List<String> lines =
        List.of(
            indent + "// TODO " + part.words(),
            indent + "// À FAIRE : " + part.inFrench(),
            indent + "throw new UnsupportedOperationException(\"TODO\");");
    if (lines.stream().anyMatch(line -> line.length() > WIDTH)) {
      throw complaint(part.begin(), "marker.long", WIDTH);
    }
    return lines;
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
    final Set<String> names = new HashSet<>();
    final List<Declaration> unused;
    private final JavaFile file;

    Use(JavaFile file) {
      this.file = file;
      this.unused = new ArrayList<>(file.declarations());
      read(token -> unused.stream().noneMatch(one -> one.has(token)));
      while (unused.removeIf(this::readIfUsed)) {
        continue;
      }
    }

    /** A member with something to do in it is there for the student. */
    private boolean readIfUsed(Declaration declaration) {
      boolean isStub =
          file.tokens().stream()
              .anyMatch(one -> declaration.has(one) && one.text().startsWith("// TODO "));
      boolean isUsed = isStub || !Collections.disjoint(declaration.names(), names);
      if (isUsed && !declaration.isImport()) {
        read(declaration::has);
      }
      return isUsed;
    }

    private void read(Predicate<Token> which) {
      for (Token token : file.tokens()) {
        if (which.test(token) && token.isComment()) {
          REFERENCE
              .matcher(token.text())
              .results()
              .forEach(found -> names.addAll(List.of(found.group(1).split("[.#]"))));
        } else if (which.test(token) && token.isWord()) {
          names.add(token.text());
        }
      }
    }
  }
}
