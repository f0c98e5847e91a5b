package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The run configurations in {@code .run}, by name. */
final class IntelliJ {
  private static final Path FOLDER = Project.asStudentsHaveIt().resolve(".run");

  private final Map<String, Element> configurations = new TreeMap<>();

  IntelliJ() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        assertThat(file.toString()).endsWith(".run.xml");
        Element component = Start.xml(file).getDocumentElement();
        assertThat(component.getAttribute("name")).isEqualTo("ProjectRunConfigurationManager");
        Element configuration = elements(component, "configuration").get(0);
        assertThat(configurations.put(configuration.getAttribute("name"), configuration)).isNull();
      }
    }
  }

  /** The programs of each configuration, in the order in which they are named. */
  Map<String, List<Start>> starts() {
    Map<String, List<Start>> starts = new TreeMap<>();
    configurations.forEach(
        (name, configuration) -> {
          switch (configuration.getAttribute("type")) {
            case "Application" -> starts.put(name, List.of(start(configuration)));
            case "CompoundRunConfigurationType" -> starts.put(name, members(configuration));
            default -> assertThat(goals(configuration)).isNotEmpty();
          }
        });
    return starts;
  }

  /** What Maven is told, where Maven is what is run. */
  Map<String, List<String>> grading() {
    Map<String, List<String>> grading = new TreeMap<>();
    configurations.forEach(
        (name, configuration) -> {
          if (configuration.getAttribute("type").equals("MavenRunConfiguration")) {
            grading.put(name, goals(configuration));
          }
        });
    return grading;
  }

  private List<Start> members(Element compound) {
    List<Start> members = new ArrayList<>();
    for (Element member : elements(compound, "toRun")) {
      Element configuration = configurations.get(member.getAttribute("name"));
      assertThat(configuration).as(member.getAttribute("name")).isNotNull();
      assertThat(configuration.getAttribute("type")).isEqualTo(member.getAttribute("type"));
      members.add(start(configuration));
    }
    return members;
  }

  private static Start start(Element application) {
    return new Start(
        elements(application, "module").get(0).getAttribute("name"),
        option(application, "MAIN_CLASS_NAME"),
        option(application, "PROGRAM_PARAMETERS"));
  }

  private static String option(Element configuration, String name) {
    return elements(configuration, "option").stream()
        .filter(option -> option.getAttribute("name").equals(name))
        .map(option -> option.getAttribute("value"))
        .findFirst()
        .orElse("");
  }

  private static List<String> goals(Element configuration) {
    return elements(configuration, "option").stream()
        .filter(option -> option.getAttribute("name").equals("goals"))
        .flatMap(option -> elements(option, "option").stream())
        .map(goal -> goal.getAttribute("value"))
        .toList();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
