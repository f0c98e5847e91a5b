package tp6.grader.diff;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A program with other names: in all places where one stands, or in a single one. */
final class Mutant {
  private final CompilationUnit unit;
  private final Random random;
  private final List<String> variables;

  private Mutant(String source, Random random) {
    this.unit =
        new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17))
            .parse(source)
            .getResult()
            .orElseThrow();
    this.random = random;
    Set<String> names = new TreeSet<>();
    unit.findAll(VariableDeclarator.class).forEach(one -> names.add(one.getNameAsString()));
    unit.findAll(Parameter.class).forEach(one -> names.add(one.getNameAsString()));
    this.variables = new ArrayList<>(names);
  }

  /** A variable, wherever its name stands, gets the name of another one. */
  static String ofNames(String source, Random random) {
    Mutant mutant = new Mutant(source, random);
    mutant.variables.removeAll(mutant.members());
    String name = mutant.any(mutant.variables);
    String other = mutant.any(mutant.allVariables());
    mutant.unit.findAll(SimpleName.class).stream()
        .filter(place -> place.getIdentifier().equals(name))
        .forEach(place -> place.setIdentifier(other));
    return mutant.unit.toString();
  }

  /** Another variable is used in one place. */
  static String ofUse(String source, Random random) {
    Mutant mutant = new Mutant(source, random);
    mutant
        .any(
            mutant.unit.findAll(NameExpr.class).stream()
                .filter(place -> mutant.variables.contains(place.getNameAsString()))
                .toList())
        .setName(mutant.any(mutant.variables));
    return mutant.unit.toString();
  }

  private List<String> allVariables() {
    List<String> all = new ArrayList<>(variables);
    unit.findAll(FieldDeclaration.class)
        .forEach(field -> field.getVariables().forEach(one -> all.add(one.getNameAsString())));
    return all;
  }

  /** Their names are in the class file, whatever becomes of those of variables. */
  private Set<String> members() {
    Set<String> members =
        unit.findAll(FieldDeclaration.class).stream()
            .flatMap(field -> field.getVariables().stream())
            .map(VariableDeclarator::getNameAsString)
            .collect(Collectors.toSet());
    unit.findAll(MethodDeclaration.class).forEach(one -> members.add(one.getNameAsString()));
    return members;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
