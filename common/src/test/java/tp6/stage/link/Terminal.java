package tp6.stage.link;

import java.util.ArrayList;
import java.util.List;

/**
 * The terminal at which the program runs, as the test sees it.
 *
 * @param program to which there is a link
 */
public record Terminal(Link program) {
  /**
   * What was displayed.
   *
   * @param shown by the program itself
   * @param said what its {@code main} would have said then
   * @param isOpen whether its output is still open
   */
  public record Display(String shown, String said, boolean isOpen) {}

  /** What the program has printed lately, line by line. */
  public List<String> printed() throws InterruptedException {
    return program.host().output().isEmpty()
        ? List.of()
        : program.host().output().get().lastLines(program.hasEnded());
  }

  /** Forgets what was printed so far. */
  public void forget() {
    if (!program.host().isUp() || program.host().output().isEmpty()) {
      return;
    }
    Output output = program.host().output().get();
    try {
      output.upToAMark(mark -> program.ask("display", mark));
    } catch (HostEnded e) {
      output.forget();
    }
  }

  /**
   * What a program that was called has displayed.
   *
   * @throws HostEnded where there is nobody to be asked
   */
  public Display display() {
    List<String> words = new ArrayList<>();
    String printed =
        program
            .host()
            .output()
            .map(output -> output.upToAMark(mark -> words.addAll(program.ask("display", mark))))
            .orElse("");
    if (program.host().output().isEmpty()) {
      words.addAll(program.ask("display", ""));
    }
    if (words.size() != 3) {
      throw program.host().impostor();
    }
    return new Display(words.get(1) + printed, words.get(0), words.get(2).equals("open"));
  }

  /** All that a program has displayed which has ended its JVM. */
  public Display lastDisplay() {
    return new Display(program.host().output().map(Output::rest).orElse(""), "", false);
  }
}
