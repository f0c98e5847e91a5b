package tp6.grader.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The build as students have it: without the grader, the profiles of the course's authors, and what
 * only these need. Everything else in it stays as it is, line by line.
 */
public final class StudentsBuild {
  private static final String POM = "pom.xml";
  private static final String MAVEN_CONFIG = ".mvn/maven.config";
  private static final Set<String> AUTHORS_PLUGINS =
      Set.of("maven-shade-plugin", "spotless-maven-plugin");

  /** The report tells what failed: of Maven's words, only those about Maven are left. */
  private static final String QUIET =
      "-q\n-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire.SurefireMojo=off\n";

  private static final Pattern VERSION = Pattern.compile("\\$\\{(.+?\\.version)}");

  private StudentsBuild() {}

  /** Replaces the two files of the build that students have otherwise. */
  public static Map<String, byte[]> of(Map<String, byte[]> course) {
    Map<String, byte[]> files = new TreeMap<>(course);
    Set<String> versions =
        files.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("/" + POM))
            .flatMap(entry -> versionsIn(new String(entry.getValue(), UTF_8)).stream())
            .collect(Collectors.toSet());
    files.computeIfPresent(POM, (path, pom) -> bytes(pom(text(pom), versions)));
    files.computeIfPresent(
        MAVEN_CONFIG, (path, config) -> bytes(text(config).replaceAll("(?m)^-P.*\\R", QUIET)));
    return files;
  }

  private static String text(byte[] content) {
    return new String(content, UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Set<String> versionsIn(String text) {
    return VERSION.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static String pom(String pom, Set<String> versionsInModules) {
    String less =
        without(
            pom,
            element ->
                element.is("profiles")
                    || element.is("module") && element.text().equals("grader")
                    || element.is("plugin")
                        && AUTHORS_PLUGINS.stream().anyMatch(element.text()::contains));
    Set<String> used = versionsIn(less);
    used.addAll(versionsInModules);
    used.add("project.version");
    return without(
        less, element -> element.name().endsWith(".version") && !used.contains(element.name()));
  }

  private record Element(String name, int line, StringBuilder content) {
    boolean is(String other) {
      return name.equals(other);
    }

    String text() {
      return content.toString().strip();
    }
  }

  private interface Choice {
    boolean takes(Element element);
  }

  /** Lines of XML less those of some elements, each of which has lines of its own. */
  private static String without(String xml, Choice choice) {
    List<String> lines = xml.lines().toList();
    List<Element> open = new ArrayList<>();
    BitSet taken = new BitSet();
    int comment = 0;
    try {
      XMLStreamReader reader =
          XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        int event = reader.next();
        int line = reader.getLocation().getLineNumber();
        if (event == XMLStreamConstants.START_ELEMENT) {
          open.add(
              new Element(
                  reader.getLocalName(), comment > 0 ? comment : line, new StringBuilder()));
          comment = 0;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          Element element = open.remove(open.size() - 1);
          if (choice.takes(element)) {
            taken.set(element.line() - 1, line);
          }
          comment = 0;
        } else if (event == XMLStreamConstants.COMMENT) {
          comment = line - (int) reader.getText().lines().count() + 1;
        } else if (event == XMLStreamConstants.CHARACTERS) {
          open.forEach(element -> element.content().append(reader.getText()));
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the course's pom.xml cannot be read", e);
    }
    return String.join("\n", kept(lines, taken)) + "\n";
  }

  private static List<String> kept(List<String> lines, BitSet taken) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!taken.get(i)) {
        String line = lines.get(i);
        boolean isAfterGap = i > 0 && taken.get(i - 1) && kept.get(kept.size() - 1).isBlank();
        if (isAfterGap && (line.isBlank() || line.strip().startsWith("</"))) {
          kept.remove(kept.size() - 1);
        }
        kept.add(line);
      }
    }
    return kept;
  }
}
