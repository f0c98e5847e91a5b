package tp6.grader.diff;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.printer.DefaultPrettyPrinter;
import com.github.javaparser.printer.configuration.DefaultConfigurationOption;
import com.github.javaparser.printer.configuration.DefaultPrinterConfiguration;
import com.github.javaparser.printer.configuration.DefaultPrinterConfiguration.ConfigOption;
import com.github.javaparser.printer.configuration.Indentation;
import com.github.javaparser.printer.configuration.Indentation.IndentType;
import com.github.javaparser.printer.configuration.PrinterConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes a file apart: what is compared with what does not depend on where it stands. */
final class Parts {
  private static final PrinterConfiguration LAYOUT =
      new DefaultPrinterConfiguration()
          .addOption(
              new DefaultConfigurationOption(
                  ConfigOption.INDENTATION, new Indentation(IndentType.SPACES, 2)))
          .addOption(new DefaultConfigurationOption(ConfigOption.END_OF_LINE_CHARACTER, "\n"));

  private final Names names;
  private final List<Part> parts = new ArrayList<>();

  private Parts(Names names) {
    this.names = names;
  }

  /** The parts of a file that is normal, as they follow each other in it. */
  static List<Part> of(CompilationUnit unit, Names names) {
    Parts parts = new Parts(names);
    parts.addImports(unit);
    unit.getTypes().forEach(type -> parts.add(type, ""));
    return parts.parts;
  }

  private void addImports(CompilationUnit unit) {
    List<String> lines = new ArrayList<>();
    unit.getPackageDeclaration().ifPresent(one -> lines.addAll(print(one)));
    unit.getImports().forEach(one -> lines.addAll(print(one)));
    parts.add(new Part(Part.Kind.IMPORTS, "", "", "", 1, lines));
  }

  private void add(TypeDeclaration<?> type, String around) {
    String path = around + names.shown(type.getNameAsString());
    parts.add(new Part(Part.Kind.TYPE, path, "", "", line(type), head(type)));
    addFields(type, path);
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof TypeDeclaration<?> inner) {
        add(inner, path + ".");
      } else if (!isField(member)) {
        parts.add(method(member, path));
      }
    }
  }

  private static boolean isField(BodyDeclaration<?> member) {
    return member instanceof FieldDeclaration || member instanceof InitializerDeclaration;
  }

  /** All of a type but its members. */
  private static List<String> head(TypeDeclaration<?> type) {
    TypeDeclaration<?> head = type.clone();
    head.getMembers().clear();
    List<String> lines = print(head);
    return lines.subList(0, lines.size() - 1);
  }

  private void addFields(TypeDeclaration<?> type, String path) {
    List<BodyDeclaration<?>> fields = type.getMembers().stream().filter(Parts::isField).toList();
    if (!fields.isEmpty()) {
      List<String> lines =
          Fields.inOrder(fields, names).stream().flatMap(one -> print(one).stream()).toList();
      parts.add(new Part(Part.Kind.FIELDS, path, "", "", line(fields.get(0)), lines));
    }
  }

  private Part method(BodyDeclaration<?> member, String path) {
    String name = "";
    String parameters = "";
    if (member instanceof CallableDeclaration<?> method) {
      name = names.shown(method.getNameAsString());
      parameters =
          method.getParameters().stream()
              .map(one -> one.getTypeAsString() + (one.isVarArgs() ? "..." : ""))
              .map(names::shown)
              .collect(Collectors.joining(", ", "(", ")"));
    } else if (member instanceof CompactConstructorDeclaration constructor) {
      name = names.shown(constructor.getNameAsString());
    } else if (member instanceof AnnotationMemberDeclaration element) {
      name = element.getNameAsString();
    }
    return new Part(Part.Kind.METHOD, path, name, parameters, line(member), print(member));
  }

  private static int line(Node node) {
    return node.getRange().map(range -> range.begin.line).orElse(0);
  }

  /** Empty lines are the printer's, but for those of texts. */
  static List<String> print(Node node) {
    boolean hasText = node.findFirst(TextBlockLiteralExpr.class).isPresent();
    return new DefaultPrettyPrinter(LAYOUT)
        .print(node)
        .lines()
        .filter(line -> hasText || !line.isBlank())
        .toList();
  }
}
