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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A program with other names: in all places where one stands, or in a single one. */
final class Mutant {
  private final CompilationUnit unit;
  private final Random random;
  private final Map<String, String> types = new TreeMap<>();
  private final List<String> variables;

  private Mutant(String source, Random random) {
    this.unit =
        new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17))
            .parse(source)
            .getResult()
            .orElseThrow();
    this.random = random;
    unit.findAll(VariableDeclarator.class)
        .forEach(one -> types.put(one.getNameAsString(), one.getTypeAsString()));
    unit.findAll(Parameter.class)
        .forEach(one -> types.put(one.getNameAsString(), one.getTypeAsString()));
    this.variables = new ArrayList<>(types.keySet());
  }

  /** A variable, wherever its name stands, gets the name of another one. */
  static Optional<String> ofNames(String source, Random random) {
    Mutant mutant = new Mutant(source, random);
    mutant.variables.removeAll(mutant.members());
    String name = mutant.any(mutant.variables);
    String other = mutant.any(mutant.allVariables());
    mutant.unit.findAll(SimpleName.class).stream()
        .filter(place -> place.getIdentifier().equals(name))
        .forEach(place -> place.setIdentifier(other));
    return Optional.of(mutant.unit.toString());
  }

  /** Another variable is used in one place; empty where there is no other of that type. */
  static Optional<String> ofUse(String source, Random random) {
    Mutant mutant = new Mutant(source, random);
    List<NameExpr> places =
        mutant.unit.findAll(NameExpr.class, place -> !mutant.others(place).isEmpty());
    if (places.isEmpty()) {
      return Optional.empty();
    }
    NameExpr place = mutant.any(places);
    place.setName(mutant.any(mutant.others(place)));
    return Optional.of(mutant.unit.toString());
  }

  private List<String> others(NameExpr place) {
    String name = place.getNameAsString();
    return variables.stream()
        .filter(other -> !other.equals(name))
        .filter(other -> types.get(other).equals(types.get(name)))
        .toList();
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
