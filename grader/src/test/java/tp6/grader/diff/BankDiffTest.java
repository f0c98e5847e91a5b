package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tp6.grader.Bank;
import tp6.grader.Project;
import tp6.grader.course.Course;

/** Programs as students write them. */
@Tag("slow")
class BankDiffTest {
  @BeforeAll
  static void readsJava17() {
    StaticJavaParser.getParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17);
  }

  @ParameterizedTest
  @EnumSource
  void areTheSameInAnotherLayout(Course exercise) throws IOException {
    for (Bank.Entry entry : Bank.of(exercise)) {
      String source = Files.readString(entry.file());

      assertThat(compare(exercise, source, inAnotherLayout(source)).same())
          .as(entry.name())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void differFromTheSolution(Course exercise) throws IOException {
    String solution = Files.readString(Project.solution(exercise));
    for (Bank.Entry entry : Bank.of(exercise)) {
      Comparison comparison = compare(exercise, Files.readString(entry.file()), solution);

      assertThat(comparison.same()).as(entry.name()).isFalse();
      assertThat(comparison.files()).as(entry.name()).hasSize(1);
      assertThat(comparison.files().get(0).plainText()).as(entry.name()).isEmpty();
    }
  }

  private static Comparison compare(Course exercise, String left, String right) {
    return Comparison.of(sources(exercise, left), sources(exercise, right));
  }

  private static Sources sources(Course exercise, String text) {
    String file = exercise.studentFile().substring(exercise.sourceFolder().length());
    return new Sources(exercise, Map.of(file, text));
  }

  /** Without comments, imports and methods from the last to the first. */
  private static String inAnotherLayout(String source) {
    CompilationUnit unit = StaticJavaParser.parse(source);
    unit.getAllContainedComments().forEach(Comment::remove);
    Collections.reverse(unit.getImports());
    for (TypeDeclaration<?> type : unit.findAll(TypeDeclaration.class, one -> true)) {
      List<BodyDeclaration<?>> members = new ArrayList<>(type.getMembers());
      Collections.reverse(members);
      members.sort((one, other) -> Boolean.compare(isMethod(one), isMethod(other)));
      type.setMembers(new NodeList<>(members));
    }
    return unit.toString().replace("    ", "\t");
  }

  private static boolean isMethod(Node member) {
    return member instanceof MethodDeclaration;
  }
}
