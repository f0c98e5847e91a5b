package tp6.grader;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import tp6.grader.course.Course;

/** A program that is started with one click: its module, its class and what it is told. */
record Start(String module, String mainClass, String arguments) {
  static Start of(Course exercise, String arguments) {
    return new Start(exercise.module(), exercise.studentClass(), arguments);
  }

  /** What {@code exec:java} starts in a module. */
  static Start byMaven(String module, String arguments) throws Exception {
    Document pom = xml(Project.ROOT.resolve(module).resolve("pom.xml"));
    String mainClass = pom.getElementsByTagName("exec.mainClass").item(0).getTextContent();
    return new Start(module, mainClass, arguments);
  }

  static Document xml(Path file) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
  }

  Path classFile() {
    return Project.ROOT
        .resolve(module)
        .resolve("target/classes")
        .resolve(mainClass.replace('.', '/') + ".class");
  }
}
