package tp6.grader.run;

import java.net.URI;

/** Displays a line. */
record RehearsedProgram(URI service, String key) {
  void greets(String name) {
    System.out.printf("%s %.2f%n", name, 7.5);
  }
}
