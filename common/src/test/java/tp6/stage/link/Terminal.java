package tp6.stage.link;

import java.util.List;
import java.util.Optional;

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
  public record Display(String shown, String said, boolean isOpen) {
    public boolean isBlank() {
      return shown.isBlank() && said.isBlank();
    }
  }

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
      program.ask("mark", output.drawMark());
      output.upToTheMark();
    } catch (HostEnded e) {
      output.forget();
    }
  }

  /** Forgets what was printed so far; returns the mark with which a call is to end. */
  public String beginCall() {
    if (!program.host().isUp()) {
      program.ask("ping");
    }
    Optional<Output> output = program.host().output();
    output.ifPresent(Output::forget);
    return output.map(Output::drawMark).orElse("");
  }

  /**
   * What a program has displayed in a call that is over.
   *
   * @throws HostEnded where there is nobody to be asked
   */
  public Display display() {
    List<String> words = program.ask("display");
    if (words.size() != 3) {
      throw program.host().impostor();
    }
    String printed = program.host().output().map(Output::upToTheMark).orElse("");
    return new Display(words.get(1) + printed, words.get(0), words.get(2).equals("open"));
  }

  /** Whether something was displayed after the call. */
  public boolean hasMore() {
    return program.host().output().map(Output::hasMore).orElse(false);
  }

  /** All that a program has displayed which has ended its JVM. */
  public Display lastDisplay() {
    return new Display(program.host().output().map(Output::rest).orElse(""), "", false);
  }
}
