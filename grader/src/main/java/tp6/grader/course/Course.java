package tp6.grader.course;

import java.util.Arrays;
import java.util.Optional;

/** The exercises of the course. */
public enum Course {
  WEATHER("weather", "tp6.weather", "Weather"),
  CLOCK("clock", "tp6.clock", "ClockServer"),
  ECHO_SINGLE("echo-single", "tp6.echosingle", "EchoServer"),
  ECHO_MULTI("echo-multi", "tp6.echomulti", "EchoServer");

  private final String module;
  private final String packageName;
  private final String simpleName;

  Course(String module, String packageName, String simpleName) {
    this.module = module;
    this.packageName = packageName;
    this.simpleName = simpleName;
  }

  /** The one with this module. */
  public static Optional<Course> named(String module) {
    return Arrays.stream(values()).filter(exercise -> exercise.module.equals(module)).findFirst();
  }

  /** Its folder, and its name on command lines and in reports. */
  public String module() {
    return module;
  }

  /** The class that the student writes. */
  public String studentClass() {
    return packageName + "." + simpleName;
  }

  /** The class whose tests are the stages. */
  public Class<?> stages() {
    try {
      return Class.forName(studentClass() + "Test");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the grader lacks the stages of " + module, e);
    }
  }

  /** The file that the student writes. */
  public String studentFile() {
    return sourceFolder() + simpleName + ".java";
  }

  /** The file with the student's answers to the handout's questions, if it asks any. */
  public String answers() {
    return module + "/answers.md";
  }

  /** Where the student's classes stand, with a slash at the end. */
  public String sourceFolder() {
    return sourceRoot() + packageName.replace('.', '/') + "/";
  }

  /** Where package names begin, with a slash at the end. */
  public String sourceRoot() {
    return module + "/src/main/java/";
  }
}
