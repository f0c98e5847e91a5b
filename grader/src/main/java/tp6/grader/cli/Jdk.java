package tp6.grader.cli;

/** What students' sources are compiled with. */
final class Jdk {
  private Jdk() {}

  /** Without a compiler none of them would compile, whatever is in them. */
  static void require() {
    if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
      throw new UserError(
          "this Java has no compiler, it is a JRE: a JDK is needed, 17 or newer, in place of "
              + System.getProperty("java.home"));
    }
  }
}
