package tp6.grader.diff;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The fields of a type and the blocks between them. Where their order matters, it stays. */
final class Fields {
  private Fields() {}

  /** One by one: those of the class first, and first those that nothing has to come before. */
  static List<Node> inOrder(List<BodyDeclaration<?>> members, Names names) {
    List<BodyDeclaration<?>> single = new ArrayList<>();
    for (BodyDeclaration<?> member : members) {
      if (member instanceof FieldDeclaration field) {
        field.getVariables().forEach(one -> single.add(alone(field, one)));
      } else {
        single.add(member);
      }
    }
    single.sort(
        Comparator.<BodyDeclaration<?>, Boolean>comparing(one -> !isOfClass(one))
            .thenComparing(one -> !canStandAnywhere(one))
            .thenComparing(one -> canStandAnywhere(one) ? anonymous(one) : "")
            .thenComparing(one -> canStandAnywhere(one) ? names.shown(one.toString()) : ""));
    return List.copyOf(single);
  }

  private static FieldDeclaration alone(FieldDeclaration field, VariableDeclarator variable) {
    FieldDeclaration alone = field.clone();
    alone.setVariables(NodeList.nodeList(variable.clone()));
    return alone;
  }

  private static boolean isOfClass(BodyDeclaration<?> member) {
    return member instanceof FieldDeclaration field
        ? field.isStatic()
        : member.asInitializerDeclaration().isStatic();
  }

  /** Whether it neither reads what others have set nor does anything that others could read. */
  private static boolean canStandAnywhere(BodyDeclaration<?> member) {
    return member instanceof FieldDeclaration field
        && field.getVariable(0).getInitializer().filter(Fields::mayDoSomething).isEmpty();
  }

  private static boolean mayDoSomething(Expression value) {
    Optional<ObjectCreationExpr> creation = value.toObjectCreationExpr();
    boolean isEmptyObject =
        creation.isPresent()
            && creation.get().getArguments().isEmpty()
            && creation.get().getAnonymousClassBody().isEmpty();
    return !value.isLiteralExpr() && !isEmptyObject;
  }

  private static String anonymous(Node node) {
    return Marks.replace(node.toString(), id -> Marks.ANY);
  }
}
