package tp6.grader.similar;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
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
    for (Course exercise : Course.values()) {
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
      for (Course exercise : Course.values()) {
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

  private static CompilationUnit parse(String text) {
    StaticJavaParser.getParserConfiguration()
        .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
    return StaticJavaParser.parse(text);
  }

  /** Whatever has a name of the student's has another one. */
  private static String renamed(String text) {
    CompilationUnit unit = parse(text);
    Set<String> names = new HashSet<>();
    unit.findAll(VariableDeclarator.class).forEach(one -> names.add(one.getNameAsString()));
    unit.findAll(Parameter.class).forEach(one -> names.add(one.getNameAsString()));
    unit.findAll(MethodDeclaration.class).stream()
        .filter(MethodDeclaration::isPrivate)
        .forEach(one -> names.add(one.getNameAsString()));
    StringBuilder copy = new StringBuilder();
    for (JavaToken token : unit.getTokenRange().orElseThrow()) {
      copy.append(names.contains(token.getText()) ? "the" + token.getText() : token.getText());
    }
    return copy.toString();
  }

  /** The members of each class stand in another order. */
  private String reordered(String text) {
    CompilationUnit unit = parse(text);
    for (TypeDeclaration<?> type :
        unit.findAll(TypeDeclaration.class).stream()
            .map(one -> (TypeDeclaration<?>) one)
            .toList()) {
      List<BodyDeclaration<?>> members = new ArrayList<>(type.getMembers());
      Collections.shuffle(members, random);
      type.setMembers(new NodeList<>(members));
    }
    return unit.toString();
  }

  /** Other line ends and indents, and a remark on every line. */
  private static String reformatted(String text) {
    StringBuilder copy = new StringBuilder("/* All my own work. */\r\n");
    int line = 0;
    for (String one : parse(text).toString().lines().toList()) {
      String spread =
          one.replace("    ", "\t").replaceAll("\\{$", "\r\n{ // here begins no. " + line++);
      copy.append(spread)
          .append(one.isBlank() || one.contains("*") ? "" : " // my line")
          .append("\r\n");
    }
    return copy.toString();
  }
}
