package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.grader.diff.Snippets.withMembers;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
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
              "void m() { if (a()) b(); else c(); }",
              "void m() { if (a()) { b(); } else { c(); } }"),
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
              "void m() { for (int i = 0; i < 9; i++) { for (A a : new A[2]) { f(a, i); } } }",
              "void m() { for (int k = 0; k < 9; k++) { for (A c : new A[2]) { f(c, k); } } }"),
          row(
              "resource",
              "void m() { try (A a = f()) { a.g(); } catch (B e) { throw e; } }",
              "void m() { try (A x = f()) { x.g(); } catch (B y) { throw y; } }"),
          row(
              "resource that was there before",
              "private final A a = null; void m(A b) { try (b; this.a; A c = b) { c.g(); } }",
              "private final A x = null; void m(A y) { try (y; this.x; A z = y) { z.g(); } }"),
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
              "field of others",
              "private A a; void m(ClockServer o) { o.a.f(); }",
              "private A b; void m(ClockServer o) { o.b.f(); }"),
          row(
              "one of two methods of a name",
              "private void n(int a) { f(a); } private void n(A a) { g(a); } void m() { n(1); }",
              "private void k(int a) { f(a); } private void n(A a) { g(a); } void m() { k(1); }"),
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
              "void m(F a) { F f = (b, c) -> g(a); }",
              "void m(F a) { F f = (b, c) -> g(b); }"),
          row(
              "what an anonymous class inherits",
              "class D { A out; } void m(A out) { new D() { void f() { g(out); } }; }",
              "class D { A in; } void m(A out) { new D() { void f() { g(out); } }; }"),
          row(
              "field behind a pattern",
              "A a; A b; void m(Object o) { if (o instanceof A a) { f(a); } g(a); }",
              "A a; A b; void m(Object o) { if (o instanceof A b) { f(b); } g(b); }"),
          row("public method", "void m() { n(); } void n() { }", "void m() { o(); } void o() { }"),
          row("static type", "void m() { A.s(); }", "void m() { B.s(); }"),
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
              "final pattern",
              "boolean m(Object o) { return o instanceof final A a; }",
              "boolean m(Object o) { return o instanceof A a; }"),
          row("annotation of a parameter", "void m(@N int a) { }", "void m(int a) { }"),
          row("annotation of a type", "Class<@N B> f;", "Class<B> f;"),
          row("value of an annotation", "@N(b = 1) int f;", "@N(b = 2) int f;"),
          row("bound", "<T extends A & I> void m() { }", "<T extends A> void m() { }"),
          row("wildcard", "Class<? extends A> f;", "Class<? super A> f;"),
          row("cast", "Object f = (A & I) c();", "Object f = (A) c();"),
          row("arguments of types", "void m() { this.<A>a(); }", "void m() { this.<B>a(); }"),
          row("throws", "void m() throws A { }", "void m() throws B { }"),
          row("shift", "int a; int f = a >> 1;", "int a; int f = a >>> 1;"),
          row("before or after", "void m(int a) { f(a++); }", "void m(int a) { f(++a); }"),
          row("which this", "void m() { f(ClockServer.this); }", "void m() { f(this); }"),
          row(
              "which super",
              "class D extends A implements I { public boolean f(Object... a) { I.super.f(); return true; } }",
              "class D extends A implements I { public boolean f(Object... a) { super.f(); return true; } }"),
          row("array", "int[] f = new int[2];", "int[] f = new int[] {2};"),
          row("dimensions", "int[][] f = new int[2][3];", "int[][] f = new int[2][];"),
          row(
              "label",
              "void m() { a: while (b()) { while (c()) { continue a; } } }",
              "void m() { a: while (b()) { while (c()) { continue; } } }"),
          row("parentheses", "int a; int f = a - (a - a);", "int a; int f = a - a - a;"),
          row(
              "outer creation",
              "class D { } ClockServer a; Object f = a.new D();",
              "class D { } ClockServer a; Object f = new D();"),
          row("assert", "void m(boolean a) { assert a : 1; }", "void m(boolean a) { assert a; }"),
          row(
              "constructor call",
              "ClockServer(int a) { } ClockServer() { this(1); }",
              "ClockServer(int a) { } ClockServer() { super(1); }"),
          row(
              "constants of an enum",
              "enum E { A(1), B(2) { void f() { } }; E(int a) { } }",
              "enum E { A(1), B(3) { void f() { } }; E(int a) { } }"),
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
          row(
              "resources",
              "final A a = null; void m(A b) { try (a) { } }",
              "final A a = null; void m(A b) { try (b) { } }"),
          row(
              "multiple catch",
              "void m() { try { f(); } catch (A | C e) { } }",
              "void m() { try { f(); } catch (A e) { } }"),
          row(
              "default value",
              "@interface I { int a() default 1; }",
              "@interface I { int a() default 2; }"),
          row(
              "yield",
              "int m(int a) { return switch (a) { default -> { yield 1; } }; }",
              "int m(int a) { return switch (a) { default -> { yield 2; } }; }"),
          row(
              "falling through",
              "void m(int a) { switch (a) { case 1: f(); case 2: g(); } }",
              "void m(int a) { switch (a) { case 1: f(); break; case 2: g(); } }"),
          row("static initializer", "static { f(); }", "{ f(); }"),
          row("receiver", "void m(ClockServer this) { f(); }", "void m(ClockServer this) { g(); }"),
          row(
              "lock",
              "void m(A a, A b) { synchronized (a) { f(); } }",
              "void m(A a, A b) { synchronized (b) { f(); } }"),
          row("long literal", "long f = 1L;", "long f = 1;"),
          row("char literal", "char f = 'a';", "char f = 'b';"),
          row(
              "two cases in one",
              "int m(int a) { return switch (a) { case 1, 2 -> 3; default -> 4; }; }",
              "int m(int a) { return switch (a) { case 1 -> 3; default -> 4; }; }"));

  /** In Java since 21. */
  static final List<Arguments> DIFFERENT_PATTERNS =
      List.of(
          row(
              "guard",
              "int m(Object o) { return switch (o) { case A a when a.f() -> 1; default -> 2; }; }",
              "int m(Object o) { return switch (o) { case A a when a.g() -> 1; default -> 2; }; }"),
          row(
              "record pattern",
              "void m(Object o) { if (o instanceof R(int a, int b)) { f(a); } } record R(int a, int b) { }",
              "void m(Object o) { if (o instanceof R(int a, int b)) { f(b); } } record R(int a, int b) { }"),
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
    Comparison comparison = Snippets.compare(withMembers(left), withMembers(right));

    assertThat(comparison.files().get(0).plainText()).isEmpty();
    assertThat(comparison.same()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("DIFFERENT_PATTERNS")
  @EnabledForJreRange(min = JRE.JAVA_21)
  void tellsPatternsApart(String what, String left, String right) {
    tellsApart(what, left, right);
    takesEachForTheSameAsItself(what, left, right);
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
                    Snippets.alone("void m() { new Handler(1).run(); }"),
                    "Handler.java",
                    "package tp6.clock; class Handler { int f; Handler(int a) { f = a; } void run() { f++; } }")),
            Snippets.sources(
                Map.of(
                    "ClockServer.java",
                    Snippets.alone("void m() { new Worker(1).run(); }"),
                    "Worker.java",
                    "package tp6.clock; class Worker { int f; void run() { f++; } Worker(int a) { f = a; } }")));

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
                    "package tp6.clock;\nimport java.util.Map;\nimport java.util.Set;\nclass ClockServer {}",
                    "package tp6.clock; import java.util.Set; import java.util.Map; import java.util.Map; class ClockServer {}")
                .same())
        .isTrue();
  }
}
