package tp6.grader.code;

import java.util.List;
import java.util.Map;

/** What came of reading a program. */
public sealed interface Reading {
  /** It compiles, and consists of these parts, by file. */
  record Read(Map<String, List<Part>> parts) implements Reading {}

  /**
   * It does not compile.
   *
   * @param path of the first file of which javac says so; empty where it names none
   * @param line from 1; 0 where javac names none
   */
  record DoesNotCompile(String path, int line) implements Reading {}

  /**
   * It is nested too deeply, or too long.
   *
   * @param path of the file that is; empty where that is not known
   */
  record TooMuch(String path) implements Reading {}
}
