package tp6.grader.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tp6.stage.Exercise;

/**
 * An exercise of the course: a module whose POM names a program, with a test of that program's
 * stages. The POMs that are packed with the grader are the list of them, in the order of the
 * course's own.
 */
public final class Course implements Comparable<Course> {
  /** Those that wait longest, then by their place in the course. */
  public static final Comparator<Course> LONGEST_FIRST =
      Comparator.comparing(Course::seconds).reversed().thenComparing(Comparator.naturalOrder());

  private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");
  private static final Pattern PROGRAM =
      Pattern.compile("<exec\\.mainClass>([\\w.]+)</exec\\.mainClass>");
  private static final String WEB_SERVER = "<artifactId>wiremock</artifactId>";
  private static final List<Course> ALL = packed();

  private final int place;
  private final String module;
  private final String studentClass;
  private final boolean isOfTheWeb;

  private Course(int place, String module, String studentClass, boolean isOfTheWeb) {
    this.place = place;
    this.module = module;
    this.studentClass = studentClass;
    this.isOfTheWeb = isOfTheWeb;
  }

  private static List<Course> packed() {
    List<Course> all = new ArrayList<>();
    Matcher modules = MODULE.matcher(read("pom.xml").orElseThrow());
    while (modules.find()) {
      String module = modules.group(1);
      String pom = read(module + "/pom.xml").orElse("");
      Matcher program = PROGRAM.matcher(pom);
      if (program.find()) {
        all.add(new Course(all.size(), module, program.group(1), pom.contains(WEB_SERVER)));
      }
    }
    return List.copyOf(all);
  }

  private static Optional<String> read(String path) {
    try (InputStream in = Course.class.getResourceAsStream("/course/" + path)) {
      return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, in the order of the course. */
  public static List<Course> all() {
    return ALL;
  }

  /** The one with this module. */
  public static Optional<Course> named(String module) {
    return ALL.stream().filter(exercise -> exercise.module.equals(module)).findFirst();
  }

  /**
   * The same, where it has to be there.
   *
   * @throws IllegalArgumentException where there is none
   */
  @JsonCreator
  public static Course of(String module) {
    return named(module)
        .orElseThrow(() -> new IllegalArgumentException("no such exercise: " + module));
  }

  /** Its folder, and its name on command lines and in reports. */
  @JsonValue
  public String module() {
    return module;
  }

  /** The class that the student writes. */
  public String studentClass() {
    return studentClass;
  }

  /** Whether its program speaks HTTP, as its tests' web server tells. */
  public boolean isOfTheWeb() {
    return isOfTheWeb;
  }

  /** The class whose tests are the stages. */
  public Class<?> stages() {
    try {
      Class<?> stages = Class.forName(studentClass + "Test");
      Exercise exercise = stages.getAnnotation(Exercise.class);
      if (exercise == null || !exercise.value().equals(module)) {
        throw new IllegalStateException(stages + " lacks @Exercise(\"" + module + "\")");
      }
      return stages;
    } catch (ClassNotFoundException e) {
      String what = "the grader lacks %sTest: add %s's test-jar to grader/pom.xml";
      throw new IllegalStateException(what.formatted(studentClass, module), e);
    }
  }

  private int seconds() {
    return stages().getAnnotation(Exercise.class).seconds();
  }

  /** The file that the student writes. */
  public String studentFile() {
    return sourceRoot() + studentClass.replace('.', '/') + ".java";
  }

  /** The file with the student's answers to the handout's questions, if it asks any. */
  public String answers() {
    return module + "/answers.md";
  }

  /** Where the student's classes stand, with a slash at the end. */
  public String sourceFolder() {
    return studentFile().substring(0, studentFile().lastIndexOf('/') + 1);
  }

  /** Where package names begin, with a slash at the end. */
  public String sourceRoot() {
    return module + "/src/main/java/";
  }

  @Override
  public int compareTo(Course other) {
    return Integer.compare(place, other.place);
  }

  @Override
  public String toString() {
    return module;
  }
}
