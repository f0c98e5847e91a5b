package tp6.grader.similar;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import tp6.grader.Rewriting;
import tp6.grader.code.Lexer.Token;
import tp6.grader.course.Course;

/**
 * A class with solutions of the bank, no two the same as long as the bank has others, and with
 * three copies, each disguised in another way.
 */
final class CopiedClass {
  private static final Path BANK = Path.of("src/test/bank");

  private final Random random;
  private final Path forks;
  private final Map<String, String> copies = new TreeMap<>();

  private CopiedClass(Path forks, long seed) {
    this.forks = forks;
    this.random = new Random(seed);
  }

  /** Makes one of a size, and tells who has copied from whom. */
  static Map<String, String> make(Path forks, int size, long seed) throws IOException {
    CopiedClass all = new CopiedClass(forks, seed);
    all.draw(size - 3);
    all.copy(size - 3);
    return all.copies;
  }

  private void draw(int size) throws IOException {
    for (Course exercise : Course.all()) {
      List<Path> solutions = new ArrayList<>();
      try (Stream<Path> files = Files.walk(BANK.resolve(exercise.module()))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(solutions::add);
      }
      Collections.shuffle(solutions, random);
      for (int i = 0; i < size; i++) {
        String text = Files.readString(solutions.get(i % solutions.size()));
        write(name(i), exercise, text);
      }
    }
  }

  private void copy(int size) throws IOException {
    List<Integer> students = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      students.add(i);
    }
    Collections.shuffle(students, random);
    List<UnaryOperator<String>> disguises =
        List.of(CopiedClass::renamed, this::reordered, CopiedClass::reformatted);
    for (int i = 0; i < disguises.size(); i++) {
      String original = name(students.get(i));
      String copy = name(size + i);
      copies.put(copy, original);
      for (Course exercise : Course.all()) {
        String text = Files.readString(forks.resolve(original).resolve(exercise.studentFile()));
        write(copy, exercise, disguises.get(i).apply(text));
      }
    }
  }

  private static String name(int student) {
    return "student%02d".formatted(student);
  }

  private void write(String student, Course exercise, String text) throws IOException {
    Path file = forks.resolve(student).resolve(exercise.studentFile());
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Whatever has a name of the student's has another one. */
  private static String renamed(String text) {
    Rewriting program = new Rewriting(text);
    Set<String> names = new HashSet<>();
    program.scan(
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitVariable(VariableTree variable, Void none) {
            names.add(variable.getName().toString());
            return super.visitVariable(variable, none);
          }

          @Override
          public Void visitMethod(MethodTree method, Void none) {
            if (method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
              names.add(method.getName().toString());
            }
            return super.visitMethod(method, none);
          }
        });
    return program.with(
        token ->
            names.contains(token.text())
                ? new Token("the" + token.text(), token.start(), token.spaced())
                : token);
  }

  /** The members of each class stand in another order. */
  private String reordered(String text) {
    return new Rewriting(new Rewriting(text).laidOut("\n"))
        .reordered(
            trees -> {
              Collections.shuffle(trees, random);
              return trees;
            });
  }

  /** Other line ends and indents, and a remark on every line. */
  private static String reformatted(String text) {
    return "/* All my own work. */\r\n" + new Rewriting(text).laidOut(" // my line\r\n\t");
  }
}
