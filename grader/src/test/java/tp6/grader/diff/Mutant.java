package tp6.grader.diff;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tp6.grader.Rewriting;
import tp6.grader.code.Lexer.Token;

/** A program with other names: in all places where one stands, or in a single one. */
final class Mutant extends TreeScanner<Void, Void> {
  private final Rewriting program;
  private final Random random;
  private final Map<String, String> types = new TreeMap<>();
  private final Set<String> members = new TreeSet<>();
  private final List<IdentifierTree> names = new ArrayList<>();

  private Mutant(String source, Random random) {
    this.program = new Rewriting(source);
    this.random = random;
    program.scan(this);
  }

  @Override
  public Void visitVariable(VariableTree variable, Void none) {
    types.put(variable.getName().toString(), String.valueOf(variable.getType()));
    return super.visitVariable(variable, none);
  }

  /** Names of members are in the class file, whatever becomes of those of variables. */
  @Override
  public Void visitClass(ClassTree type, Void none) {
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree field) {
        members.add(field.getName().toString());
      } else if (member instanceof MethodTree method) {
        members.add(method.getName().toString());
      }
    }
    return super.visitClass(type, none);
  }

  @Override
  public Void visitIdentifier(IdentifierTree name, Void none) {
    names.add(name);
    return null;
  }

  /** A variable, wherever its name stands, gets the name of another one. */
  static Optional<String> ofNames(String source, Random random) {
    Mutant mutant = new Mutant(source, random);
    List<String> variables = new ArrayList<>(mutant.types.keySet());
    String other = mutant.any(variables);
    variables.removeAll(mutant.members);
    String name = mutant.any(variables);
    return Optional.of(
        mutant.program.with(token -> token.text().equals(name) ? called(other, token) : token));
  }

  /** Another variable is used in one place; empty where there is no other of that type. */
  static Optional<String> ofUse(String source, Random random) {
    Mutant mutant = new Mutant(source, random);
    List<IdentifierTree> places =
        mutant.names.stream().filter(place -> !mutant.others(place).isEmpty()).toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    IdentifierTree place = mutant.any(places);
    String other = mutant.any(mutant.others(place));
    int start = mutant.program.start(place);
    return Optional.of(
        mutant.program.with(token -> token.start() == start ? called(other, token) : token));
  }

  private static Token called(String name, Token token) {
    return new Token(name, token.start(), token.spaced());
  }

  private List<String> others(IdentifierTree place) {
    String name = place.getName().toString();
    return types.keySet().stream()
        .filter(other -> !other.equals(name) && types.get(other).equals(types.get(name)))
        .toList();
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
