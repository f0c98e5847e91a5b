package tp6.grader.diff;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Takes a file apart: what is compared with what does not depend on where it stands. */
final class Parts {
  private final Source source;
  private final Normal normal;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Integer, Integer> firstNames = new HashMap<>();

  private Parts(Source source) {
    this.source = source;
    this.normal = new Normal(source);
  }

  /** The parts of a file that is bound, as they follow each other in it. */
  static List<Part> of(Source source) {
    Parts parts = new Parts(source);
    parts.addImports();
    for (Tree type : source.unit().getTypeDecls()) {
      if (type instanceof ClassTree written) {
        parts.add(written, "");
      }
    }
    return parts.parts;
  }

  private void addImports() {
    List<Code> lines = new ArrayList<>();
    if (source.unit().getPackage() != null) {
      lines.addAll(lines(source.unit().getPackage()));
    }
    source.unit().getImports().stream()
        .sorted(
            Comparator.comparing((ImportTree one) -> !one.isStatic())
                .thenComparing(one -> one.getQualifiedIdentifier().toString()))
        .flatMap(one -> lines(one).stream())
        .distinct()
        .forEach(lines::add);
    parts.add(new Part(Part.Kind.IMPORTS, "", "", Optional.empty(), 1, lines));
  }

  private void add(ClassTree type, String around) {
    int name = source.next(type.getSimpleName(), source.start(type));
    String path = around + type.getSimpleName();
    int body = bodyOf(name);
    List<Tree> members = new ArrayList<>();
    List<Integer> head = range(source.start(type), body + 1);
    for (Tree member : type.getMembers()) {
      if (source.has(member) && source.start(member) > body) {
        if (isConstant(member)) {
          head = range(source.start(type), source.end(member));
        } else {
          members.add(member);
        }
      }
    }
    add(Part.Kind.TYPE, path, "", source.name(name), type, lines(head, ""));
    addFields(path, members.stream().filter(Parts::isField).toList());
    for (Tree member : members) {
      if (member instanceof ClassTree inner) {
        add(inner, path + ".");
      } else if (member instanceof MethodTree method) {
        add(method, path, type.getSimpleName().toString());
      }
    }
  }

  private void add(
      Part.Kind kind, String type, String name, Optional<Name> own, Tree tree, List<Code> lines) {
    parts.add(new Part(kind, type, name, own, source.line(source.start(tree)), lines));
  }

  /** The brace behind all that stands before the members of a type. */
  private int bodyOf(int name) {
    int open = 0;
    int token = name;
    while (open > 0 || !source.token(token).is("{")) {
      open += source.token(token).is("(") ? 1 : source.token(token).is(")") ? -1 : 0;
      token++;
    }
    return token;
  }

  /** Of an enum: its type is its name. */
  private boolean isConstant(Tree member) {
    return member instanceof VariableTree field
        && source.start(field.getType())
            == source.next(field.getName(), source.start(field.getType()))
        && !source.token(source.start(field.getType()) + 1).is(field.getName());
  }

  private static boolean isField(Tree member) {
    return member instanceof VariableTree || member instanceof BlockTree;
  }

  private record Field(boolean isOfClass, boolean isFixed, List<Code> lines) {
    String anonymous() {
      return lines.stream().map(Code::anonymous).collect(Collectors.joining());
    }
  }

  /** One by one: those of the class first, and first those that nothing has to come before. */
  private void addFields(String path, List<Tree> fields) {
    if (fields.isEmpty()) {
      return;
    }
    List<Code> lines =
        fields.stream()
            .map(this::field)
            .sorted(
                Comparator.comparing((Field one) -> !one.isOfClass())
                    .thenComparing(Field::isFixed)
                    .thenComparing(one -> one.isFixed() ? "" : one.anonymous())
                    .thenComparing(one -> one.isFixed() ? "" : one.lines().get(0).shown()))
            .flatMap(one -> one.lines().stream())
            .toList();
    add(Part.Kind.FIELDS, path, "", Optional.empty(), fields.get(0), lines);
  }

  /** Of two that are declared in one, the second has the modifiers and the type of the first. */
  private Field field(Tree member) {
    if (member instanceof BlockTree block) {
      return new Field(block.isStatic(), true, lines(block));
    }
    VariableTree field = (VariableTree) member;
    int name = Binder.nameOf(field, source);
    int start = source.start(field);
    int first = firstNames.computeIfAbsent(start, none -> name);
    int end = source.end(field);
    boolean hasEnd = source.token(end - 1).is(";") || source.token(end - 1).is(",");
    List<Integer> tokens =
        Stream.concat(range(start, first).stream(), range(name, hasEnd ? end - 1 : end).stream())
            .toList();
    return new Field(
        field.getModifiers().getFlags().contains(Modifier.STATIC),
        mayDoSomething(field.getInitializer()),
        lines(tokens, ";"));
  }

  /** Whether it reads what others have set, or does anything that others could read. */
  private static boolean mayDoSomething(ExpressionTree value) {
    boolean isEmptyObject =
        value instanceof NewClassTree creation
            && creation.getArguments().isEmpty()
            && creation.getClassBody() == null;
    return value != null && !(value instanceof LiteralTree) && !isEmptyObject;
  }

  private void add(MethodTree method, String path, String type) {
    boolean isConstructor = method.getName().contentEquals("<init>");
    String name = isConstructor ? type : method.getName().toString();
    int token =
        source.next(
            name,
            source.has(method.getModifiers())
                ? source.end(method.getModifiers())
                : source.start(method));
    boolean isCompact = !source.token(token + 1).is("(");
    String parameters =
        method.getParameters().stream().map(this::type).collect(Collectors.joining(", ", "(", ")"));
    add(
        Part.Kind.METHOD,
        path,
        isCompact ? name : name + parameters,
        isConstructor ? Optional.empty() : source.name(token),
        method,
        lines(method));
  }

  private String type(VariableTree parameter) {
    int name = Binder.nameOf(parameter, source);
    List<Code> type = lines(range(source.start(parameter.getType()), name), "");
    return type.stream().map(Code::shown).collect(Collectors.joining(" "));
  }

  private List<Code> lines(Tree tree) {
    return lines(range(source.start(tree), source.end(tree)), "");
  }

  private List<Code> lines(List<Integer> tokens, String end) {
    return Layout.of(source, normal, tokens, end);
  }

  private static List<Integer> range(int start, int end) {
    return IntStream.range(start, end).boxed().toList();
  }
}
