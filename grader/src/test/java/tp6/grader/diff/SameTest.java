package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.grader.diff.Snippets.withMembers;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** What makes a difference, and what makes none. */
class SameTest {
  static final List<Arguments> SAME =
      List.of(
          row("white space", "void m() { a(); b(); }", "void m()\n{\n\ta();b();\n}"),
          row("comments", "void m() { a(); }", "/** M. */ void m() { /* x */ a(); // END\n }"),
          row(
              "order of members",
              "int f; void a() { } void b() { }",
              "void b() {} void a() {} int f;"),
          row("order of fields", "int f; static int g = 1;", "static int g = 1; int f;"),
          row("fields in one", "private int f, g;", "private int g; private int f;"),
          row(
              "braces",
              "void m() { if (a) b(); else c(); }",
              "void m() { if (a) { b(); } else { c(); } }"),
          row("empty statements", "void m() { a();; }", "void m() { a(); }"),
          row("an empty loop", "void m() { while (a()); }", "void m() { while (a()) { } }"),
          row(
              "order of modifiers",
              "static public final int F = 1;",
              "public static final int F = 1;"),
          row("brackets of arrays", "int a[] = null;", "int[] a = null;"),
          row("escapes", "String s = \"caf\\u00e9\";", "String s = \"café\";"),
          row("local", "int m() { int a = 1; return a; }", "int m() { int b = 1; return b; }"),
          row("parameter", "int m(int a) { return a; }", "int m(int b) { return b; }"),
          row(
              "swapped locals",
              "void m() { int a = 1; int b = 2; f(a, b); }",
              "void m() { int b = 1; int a = 2; f(b, a); }"),
          row("lambda", "F m() { return (a, b) -> a; }", "F m() { return (x, y) -> x; }"),
          row(
              "loops",
              "void m() { for (int i = 0; i < 9; i++) { for (A a : b) { f(a, i); } } }",
              "void m() { for (int k = 0; k < 9; k++) { for (A c : b) { f(c, k); } } }"),
          row(
              "resource",
              "void m() { try (A a = f()) { a.g(); } catch (B e) { throw e; } }",
              "void m() { try (A x = f()) { x.g(); } catch (B y) { throw y; } }"),
          row(
              "pattern",
              "void m(Object o) { if (o instanceof A a && a.f()) { a.g(); } }",
              "void m(Object o) { if (o instanceof A x && x.f()) { x.g(); } }"),
          row("method reference", "F m(A a) { return a::f; }", "F m(A b) { return b::f; }"),
          row(
              "captured",
              "void m(A a) { new Thread() { public void run() { a.f(); } }.start(); }",
              "void m(A b) { new Thread() { public void run() { b.f(); } }.start(); }"),
          row(
              "one name in two scopes",
              "void m() { { int a = 1; f(a); } { int a = 2; f(a); } }",
              "void m() { { int a = 1; f(a); } { int b = 2; f(b); } }"),
          row(
              "shadowed",
              "int a; void m() { f(a); int a = 2; f(a, this.a); }",
              "int a; void m() { f(a); int b = 2; f(b, this.a); }"),
          row(
              "shadowed in a lambda's class",
              "void m(A a) { g(new Runnable() { int a = 1; public void run() { f(a); } }, a); }",
              "void m(A b) { g(new Runnable() { int a = 1; public void run() { f(a); } }, b); }"),
          row(
              "switch",
              "void m(int x) { switch (x) { case 1: int a = 2; f(a); break; default: } }",
              "void m(int y) { switch (y) { case 1: int b = 2; f(b); break; default: } }"),
          row(
              "private method",
              "void m() { first(1); this.first(2); } private void first(int a) { g(a); h(a); }",
              "private void second(int b) { g(b); h(b); } void m() { second(1); this.second(2); }"),
          row(
              "private field",
              "private A a; void m() { a.f(); this.a = null; }",
              "private A b; void m() { b.f(); this.b = null; }"),
          row(
              "nested class",
              "A m() { return new A(1); } static class A { A(int x) { f(x); g(x); } }",
              "B m() { return new B(1); } static class B { B(int x) { f(x); g(x); } }"));

  static final List<Arguments> DIFFERENT =
      List.of(
          row(
              "uses swapped",
              "int m(int a, int b) { return a - b; }",
              "int m(int a, int b) { return b - a; }"),
          row(
              "types swapped",
              "void m(int a, long b) { f(a); }",
              "void m(int a, long b) { f(b); }"),
          row(
              "local for field",
              "int a; int m() { int a = 1; return a; }",
              "int a; int m() { int b = 1; return a; }"),
          row(
              "field for local",
              "int a; int m() { int b = 1; return this.a; }",
              "int a; int m() { int b = 1; return b; }"),
          row(
              "outer for inner",
              "void m(int a) { f(b -> g(a)); }",
              "void m(int a) { f(b -> g(b)); }"),
          row(
              "what an anonymous class may inherit",
              "void m(A out) { new B(out) { void f() { g(out); } }; }",
              "void m(A b) { new B(b) { void f() { g(out); } }; }"),
          row(
              "field behind a pattern",
              "A a; A b; void m(Object o) { if (o instanceof A a) { f(a); } g(a); }",
              "A a; A b; void m(Object o) { if (o instanceof A b) { f(b); } g(b); }"),
          row("public method", "void m() { n(); } void n() { }", "void m() { o(); } void o() { }"),
          row(
              "field of others",
              "private A a; void m(ClockServer o) { o.a.f(); }",
              "private A b; void m(ClockServer o) { o.b.f(); }"),
          row("static type", "void m() { A.f(); }", "void m() { B.f(); }"),
          row("order of statements", "void m() { a(); b(); }", "void m() { b(); a(); }"),
          row(
              "order of fields that matters",
              "int a = f(); int b = g();",
              "int b = g(); int a = f();"),
          row("modifier", "private void m() { }", "private synchronized void m() { }"),
          row("literal", "int a = 1;", "int a = 2;"),
          row("code behind an escape", "void m() { // x \\u000a a();\n }", "void m() { }"),
          row(
              "empty line in a text",
              "String s = \"\"\"\n  a\n\n  b\n  \"\"\";",
              "String s = \"\"\"\n  a\n  b\n  \"\"\";"),
          row("hidden character", "String s = \"a\u202eb\";", "String s = \"ab\";"),
          row("initializer", "int a; { a = 1; }", "int a; { a = 2; }"),
          row(
              "permits",
              "sealed interface I permits A, B { } record A() implements I { } record B() implements I { }",
              "sealed interface I permits B, A { } record A() implements I { } record B() implements I { }"),
          row(
              "guard",
              "int m(Object o) { return switch (o) { case A a when a.f() -> 1; default -> 2; }; }",
              "int m(Object o) { return switch (o) { case A a when a.g() -> 1; default -> 2; }; }"),
          row(
              "record pattern",
              "void m(Object o) { if (o instanceof A(int a, int b)) { f(a); } }",
              "void m(Object o) { if (o instanceof A(int a, int b)) { f(b); } }"),
          row(
              "final pattern",
              "boolean m(Object o) { return o instanceof final A a; }",
              "boolean m(Object o) { return o instanceof A a; }"),
          row("annotation of a parameter", "void m(@A int a) { }", "void m(int a) { }"),
          row("annotation of a type", "List<@A B> f;", "List<B> f;"),
          row("value of an annotation", "@A(b = 1) int f;", "@A(b = 2) int f;"),
          row("bound", "<T extends A & B> void m() { }", "<T extends A> void m() { }"),
          row("wildcard", "List<? extends A> f;", "List<? super A> f;"),
          row("cast", "Object f = (A & B) c;", "Object f = (A) c;"),
          row("arguments of types", "void m() { this.<A>n(); }", "void m() { this.<B>n(); }"),
          row("throws", "void m() throws A { }", "void m() throws B { }"),
          row("shift", "int f = a >> 1;", "int f = a >>> 1;"),
          row("before or after", "void m() { f(a++); }", "void m() { f(++a); }"),
          row("which this", "void m() { f(ClockServer.this); }", "void m() { f(this); }"),
          row("which super", "void m() { A.super.f(); }", "void m() { super.f(); }"),
          row("array", "int[] f = new int[2];", "int[] f = new int[] {2};"),
          row("dimensions", "int[][] f = new int[2][3];", "int[][] f = new int[2][];"),
          row(
              "label",
              "void m() { a: while (b) { while (c) { continue a; } } }",
              "void m() { a: while (b) { while (c) { continue; } } }"),
          row("parentheses", "int f = a - (b - c);", "int f = a - b - c;"),
          row("outer creation", "Object f = a.new B();", "Object f = new B();"),
          row("assert", "void m() { assert a : b; }", "void m() { assert a; }"),
          row("constructor call", "ClockServer() { this(1); }", "ClockServer() { super(1); }"),
          row(
              "constants of an enum",
              "enum E { A(1), B(2) { void f() { } }; }",
              "enum E { A(1), B(3) { void f() { } }; }"),
          row(
              "components of a record",
              "record R(int a, long b) { }",
              "record R(long b, int a) { }"),
          row(
              "compact constructor",
              "record R(int a) { R { f(a); } }",
              "record R(int a) { R { g(a); } }"),
          row(
              "default method",
              "interface I { default void f() { g(); } }",
              "interface I { default void f() { h(); } }"),
          row("kind of a type", "interface I { }", "@interface I { }"),
          row("order of constants", "enum E { A, B }", "enum E { B, A }"),
          row("varargs", "void m(int... a) { }", "void m(int[] a) { }"),
          row("transient", "transient int f;", "volatile int f;"),
          row("resources", "void m() { try (a) { } }", "void m() { try (b) { } }"),
          row(
              "multiple catch",
              "void m() { try { f(); } catch (A | B e) { } }",
              "void m() { try { f(); } catch (A e) { } }"),
          row(
              "default value",
              "@interface I { int a() default 1; }",
              "@interface I { int a() default 2; }"),
          row(
              "yield",
              "int m() { return switch (a) { default -> { yield 1; } }; }",
              "int m() { return switch (a) { default -> { yield 2; } }; }"),
          row(
              "falling through",
              "void m() { switch (a) { case 1: f(); case 2: g(); } }",
              "void m() { switch (a) { case 1: f(); break; case 2: g(); } }"),
          row("static initializer", "static { f(); }", "{ f(); }"),
          row("receiver", "void m(ClockServer this) { f(); }", "void m(ClockServer this) { g(); }"),
          row(
              "lock",
              "void m() { synchronized (a) { f(); } }",
              "void m() { synchronized (b) { f(); } }"),
          row("long literal", "long f = 1L;", "long f = 1;"),
          row("char literal", "char f = 'a';", "char f = 'b';"),
          row(
              "two cases in one",
              "int m(int a) { return switch (a) { case 1, 2 -> 3; default -> 4; }; }",
              "int m(int a) { return switch (a) { case 1 -> 3; default -> 4; }; }"),
          row(
              "null case",
              "int m(A a) { return switch (a) { case null -> 3; default -> 4; }; }",
              "int m(A a) { return switch (a) { case null, default -> 4; }; }"));

  private static Arguments row(String what, String left, String right) {
    return Arguments.of(what, left, right);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("SAME")
  void takesForTheSame(String what, String left, String right) {
    Comparison comparison = Snippets.compare(withMembers(left), withMembers(right));

    assertThat(Snippets.text(comparison)).startsWith("clock/ClockServer.java: same\n");
    assertThat(comparison.same()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("DIFFERENT")
  void tellsApart(String what, String left, String right) {
    assertThat(Snippets.compare(withMembers(left), withMembers(right)).same()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("DIFFERENT")
  void takesEachForTheSameAsItself(String what, String left, String right) {
    assertThat(Snippets.compare(withMembers(left), withMembers(left)).same()).isTrue();
    assertThat(Snippets.compare(withMembers(right), withMembers(right)).same()).isTrue();
  }

  @Test
  void findsFilesAndTypesUnderOtherNames() {
    Comparison comparison =
        Snippets.compare(
            Snippets.sources(
                Map.of(
                    "ClockServer.java",
                    withMembers("void m() { new Handler(1).run(); }"),
                    "Handler.java",
                    "package tp6.clock; class Handler { Handler(int a) { f(a); } void run() { g(); } }")),
            Snippets.sources(
                Map.of(
                    "ClockServer.java",
                    withMembers("void m() { new Worker(1).run(); }"),
                    "Worker.java",
                    "package tp6.clock; class Worker { void run() { g(); } Worker(int a) { f(a); } }")));

    assertThat(Snippets.text(comparison))
        .isEqualTo(
            """
        clock/ClockServer.java: same
        renamed: Handler → Worker
        clock/Handler.java: same
        renamed: Handler → Worker
        """);
  }

  @Test
  void ordersImportsAsThereIsOneOrder() {
    assertThat(
            Snippets.compare(
                    "package tp6.clock;\nimport a.B;\nimport a.C;\nclass ClockServer {}",
                    "package tp6.clock; import a.C; import a.B; import a.B; class ClockServer {}")
                .same())
        .isTrue();
  }
}
