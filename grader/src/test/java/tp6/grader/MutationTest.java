package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tp6.grader.course.Course;

/**
 * Every change that PIT makes to a solution costs a stage, or is listed with the reason why it does
 * not. Only with {@code -Pmutation}, which has PIT write its reports.
 */
@Tag("mutation")
class MutationTest {
  private static final Path LIST = Path.of("src/test/resources/tp6/grader/equivalent-mutants.txt");
  private static final Set<String> KILLED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");

  /** Known by its code, not by its line, so that the list outlives changes elsewhere in a file. */
  private record Change(String method, String code, String what) {
    @Override
    public String toString() {
      return "%s, %s, in: %s".formatted(method, what, code);
    }
  }

  private record Mutant(Change change, String line, String mutator, boolean killed) {}

  @Test
  void everyChangeCostsAStageOrIsExplained() throws Exception {
    List<Mutant> mutants = new ArrayList<>();
    for (Course exercise : Course.all()) {
      mutants.addAll(mutants(exercise));
    }
    List<Change> listed = listed();

    List<String> complaints = new ArrayList<>();
    for (Mutant mutant : mutants) {
      if (!mutant.killed() && !listed.remove(mutant.change())) {
        complaints.add(
            "no stage notices a change: %s (line %s, %s)"
                .formatted(mutant.change(), mutant.line(), mutant.mutator()));
      }
    }
    for (Change stale : listed) {
      boolean exists = mutants.stream().anyMatch(mutant -> mutant.change().equals(stale));
      String why = exists ? "a stage notices" : "PIT does not make";
      complaints.add("listed, but " + why + " this change: " + stale);
    }

    assertThat(complaints)
        .as("each wants a stage that notices it, or its reason in an up-to-date " + LIST)
        .isEmpty();
  }

  private static List<Mutant> mutants(Course exercise) throws Exception {
    Path report =
        Project.ROOT.resolve(exercise.module()).resolve("target/pit-reports/mutations.xml");
    assertThat(report).exists();
    List<String> code = Files.readAllLines(Project.solution(exercise));
    NodeList found =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("mutation");
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      Element mutation = (Element) found.item(i);
      String line = text(mutation, "lineNumber");
      mutants.add(
          new Mutant(
              new Change(
                  text(mutation, "mutatedClass") + "." + text(mutation, "mutatedMethod"),
                  code.get(Integer.parseInt(line) - 1).strip(),
                  text(mutation, "description")),
              line,
              text(mutation, "mutator").replaceAll(".*\\.", ""),
              KILLED.contains(mutation.getAttribute("status"))));
    }
    return mutants;
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent();
  }

  private static List<Change> listed() throws IOException {
    List<Change> changes = new ArrayList<>();
    for (String entry : Files.readString(LIST).replaceAll("(?m)^#.*\n", "").strip().split("\n\n")) {
      List<String> lines = Stream.of(entry.split("\n")).map(String::strip).toList();
      assertThat(lines).as("method, code, change and reason").hasSize(4).doesNotContain("");
      changes.add(new Change(lines.get(0), lines.get(1), lines.get(2)));
    }
    return changes;
  }
}
