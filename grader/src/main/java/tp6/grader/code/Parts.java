package tp6.grader.code;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Takes a file apart: what is compared with what does not depend on where it stands. */
final class Parts {
  private final Source source;
  private final List<Part> parts = new ArrayList<>();

  private Parts(Source source) {
    this.source = source;
  }

  /** The parts of a file that is bound, as they follow each other in it. */
  static List<Part> of(Source source) {
    Parts parts = new Parts(source);
    parts.addImports();
    for (Tree type : source.unit.getTypeDecls()) {
      if (type instanceof ClassTree written) {
        parts.add(written, "");
      }
    }
    return parts.parts;
  }

  private void addImports() {
    Stream<? extends Tree> imports =
        source.unit.getImports().stream()
            .sorted(
                Comparator.comparing((ImportTree one) -> !one.isStatic())
                    .thenComparing(one -> one.getQualifiedIdentifier().toString()));
    List<Code> lines =
        Stream.<Tree>concat(Stream.ofNullable(source.unit.getPackage()), imports)
            .flatMap(one -> lines(one).stream())
            .distinct()
            .toList();
    parts.add(new Part(Part.Kind.IMPORTS, "", "", Optional.empty(), 1, lines));
  }

  private void add(ClassTree type, String around) {
    String path = around + type.getSimpleName();
    int name = source.declared.get(type);
    int body = name;
    while (body < source.tokens.size() && !source.is(body, "{")) {
      body = source.is(body, "(") ? source.next(")", body) : body + 1;
    }
    int head = body;
    List<Tree> members = new ArrayList<>();
    for (Tree member : type.getMembers()) {
      if (isConstant(member)) {
        head = source.end(member) - 1;
      } else if (source.has(member) && source.start(member) > body) {
        members.add(member);
      }
    }
    List<Code> lines = Layout.of(source, range(source.start(type), head + 1), "");
    add(Part.Kind.TYPE, path, "", name, type, lines);
    List<Tree> fields = members.stream().filter(Parts::isField).toList();
    if (!fields.isEmpty()) {
      add(Part.Kind.FIELDS, path, "", -1, fields.get(0), fields(fields));
    }
    for (Tree member : members) {
      if (member instanceof ClassTree inner) {
        add(inner, path + ".");
      } else if (member instanceof MethodTree method) {
        add(method, path, type);
      }
    }
  }

  private void add(Part.Kind kind, String type, String name, int own, Tree tree, List<Code> lines) {
    long start = source.tokens.get(source.start(tree)).start();
    int line = (int) source.unit.getLineMap().getLineNumber(start);
    Optional<Name> free = Optional.ofNullable(source.names.get(own));
    parts.add(new Part(kind, type, name, free, line, lines));
  }

  /** Of an enum: its type stands where its name does. */
  private boolean isConstant(Tree member) {
    return member instanceof VariableTree field
        && field.getInitializer() instanceof NewClassTree value
        && source.is(source.start(field.getType()), field.getName())
        && source.start(value) <= source.start(field.getType()) + 1;
  }

  private void add(MethodTree method, String path, ClassTree type) {
    boolean isConstructor = method.getReturnType() == null;
    CharSequence name = isConstructor ? type.getSimpleName() : method.getName();
    int token = source.declared.get(method);
    String parameters =
        method.getParameters().stream().map(this::type).collect(Collectors.joining(", ", "(", ")"));
    add(
        Part.Kind.METHOD,
        path,
        source.is(token + 1, "(") ? name + parameters : name.toString(),
        isConstructor ? -1 : token,
        method,
        lines(method));
  }

  private String type(VariableTree parameter) {
    String type = parameter.getType().toString();
    boolean areMany = source.is(source.declared.getOrDefault(parameter, 0) - 1, "...");
    return areMany ? type.substring(0, type.length() - 2) + "..." : type;
  }

  private static boolean isField(Tree member) {
    return member instanceof VariableTree || member instanceof BlockTree;
  }

  private record Field(boolean isOfClass, boolean isFixed, List<Code> lines) {
    /** Whatever it is called; where that is all the same, its name decides. */
    String order() {
      return isFixed
          ? ""
          : lines.stream().map(Code::anonymous).collect(Collectors.joining("\n"))
              + lines.stream().map(Code::shown).collect(Collectors.joining("\n", "\n", ""));
    }
  }

  /** One by one: those of the class first, and first those that nothing has to come before. */
  private List<Code> fields(List<Tree> members) {
    List<Field> fields = new ArrayList<>();
    int start = -1;
    int name = -1;
    for (Tree member : members) {
      if (member instanceof VariableTree field) {
        // Of two that are declared in one, the second has what stands before the first's name.
        boolean isNext = source.start(field) == start;
        name = isNext ? name : source.declared.get(field);
        start = source.start(field);
        fields.add(field(field, range(start, name)));
      } else if (member instanceof BlockTree block) {
        fields.add(new Field(block.isStatic(), true, lines(block)));
      }
    }
    return fields.stream()
        .sorted(
            Comparator.comparing((Field one) -> !one.isOfClass())
                .thenComparing(Field::isFixed)
                .thenComparing(Field::order))
        .flatMap(one -> one.lines().stream())
        .toList();
  }

  private Field field(VariableTree field, List<Integer> beginning) {
    int end = source.end(field);
    boolean hasEnd = source.is(end - 1, ";") || source.is(end - 1, ",");
    List<Integer> rest = range(source.declared.get(field), hasEnd ? end - 1 : end);
    List<Integer> tokens = Stream.concat(beginning.stream(), rest.stream()).toList();
    return new Field(
        field.getModifiers().getFlags().contains(Modifier.STATIC),
        mayDoSomething(field.getInitializer()),
        Layout.of(source, tokens, ";"));
  }

  /** Whether it reads what others have set, or does anything that others could read. */
  private static boolean mayDoSomething(ExpressionTree value) {
    boolean isEmptyObject =
        value instanceof NewClassTree creation
            && creation.getArguments().isEmpty()
            && creation.getClassBody() == null;
    return value != null && !(value instanceof LiteralTree) && !isEmptyObject;
  }

  private List<Code> lines(Tree tree) {
    return Layout.of(source, range(source.start(tree), source.end(tree)), "");
  }

  private List<Integer> range(int start, int end) {
    return IntStream.range(start, end).map(place -> source.order[place]).boxed().toList();
  }
}
