package tp6.grader.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tp6.grader.Exercises;
import tp6.grader.grade.Isolation;

/** Small sources to be compared, as solutions of the clock. */
final class Snippets {
  private static final String RELEASE = Integer.toString(Runtime.version().feature());

  /** What snippets may use: methods that take and return anything, and some types. */
  private static final String STUBS =
      """
      package tp6.clock;
      class Stubs {
        Stubs(Object... values) {}
        static <T> T a(Object... values) { return null; }
        static <T> T b(Object... values) { return null; }
        static <T> T c(Object... values) { return null; }
        static <T> T f(Object... values) { return null; }
        static <T> T g(Object... values) { return null; }
        static <T> T h(Object... values) { return null; }
        static Socket open(int port) { return null; }
      }
      class A extends RuntimeException implements AutoCloseable {
        static void s() {}
        boolean f(Object... values) { return true; }
        boolean g(Object... values) { return true; }
        public void close() {}
      }
      class B extends A {
        B(Object... values) {}
      }
      class C extends RuntimeException {}
      class Socket {
        Socket accept() { return null; }
        Reader reader() { return null; }
        void write(String line) {}
      }
      class Reader implements AutoCloseable {
        String read() { return null; }
        public void close() {}
      }
      interface F { Object f(Object one, Object other); }
      interface I { default void f() {} }
      @java.lang.annotation.Target({
        java.lang.annotation.ElementType.TYPE_USE,
        java.lang.annotation.ElementType.FIELD,
        java.lang.annotation.ElementType.PARAMETER})
      @interface N { int b() default 0; }
      """;

  private static final Comparer COMPARER = comparer();

  private Snippets() {}

  private static Comparer comparer() {
    try {
      Comparer comparer = new Comparer(Isolation.BWRAP, RELEASE);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(comparer)));
      return comparer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Comparer comparer) {
    try {
      comparer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Comparison compare(Sources left, Sources right) {
    try {
      return COMPARER.compare(left, right);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sources sources(Map<String, String> files) {
    return new Sources(Exercises.CLOCK, files);
  }

  static Sources clock(String text) {
    return sources(Map.of("ClockServer.java", text));
  }

  /** A class with these members, which use no stubs. */
  static String alone(String members) {
    return withMembers(members).replace(" extends Stubs", "");
  }

  /** A class with these members. */
  static String withMembers(String members) {
    return "package tp6.clock;\nclass ClockServer extends Stubs {\n" + members + "\n}\n";
  }

  /** Of two classes that may use the stubs. */
  static Comparison compare(String left, String right) {
    Comparison both = compare(withStubs(left), withStubs(right));
    return new Comparison(both.left(), both.right(), List.of(both.files().get(0)));
  }

  private static Sources withStubs(String text) {
    return sources(Map.of("ClockServer.java", text, "Stubs.java", STUBS));
  }

  /** As in a terminal without colours. */
  static String text(Comparison comparison) {
    return DiffText.unified(report(comparison), Paint.NONE);
  }

  static DiffReport report(Comparison comparison) {
    return new DiffReport(
        new Side("a", Optional.empty()),
        new Side("b", Optional.empty()),
        List.of(comparison),
        Locale.ENGLISH);
  }
}
