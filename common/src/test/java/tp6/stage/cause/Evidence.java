package tp6.stage.cause;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.stage.host.HostState;

/**
 * What is known of a failure when it is noticed: what the client has met, what the client knows,
 * and how the program is doing.
 */
public record Evidence(Symptom symptom, Talk talk, Program program) {
  /**
   * What the client that failed knows; it can fill this in when it fails. A display that was
   * searched for a number is no talk.
   *
   * @param expected the line that was expected, without line end; nothing where any answer would
   *     have done, or none was expected
   * @param received what came in its place: the line without its end, or all bytes that are there
   *     where no line has ended; empty where nothing came. Of a program that should display one
   *     line: all that it has displayed
   * @param after what has come after that, and was not taken yet
   * @param sent the messages that this client has sent, the latest first, each without its line end
   *     (as UTF-8; of lines that were cut those that are complete)
   * @param begun what this client has sent of a line that has not ended yet; empty where there is
   *     none
   * @param heard the lines that this client has received before, the latest first, without line
   *     ends
   * @param others the messages that other clients of the same server have sent, in any order
   * @param elsewhere whether another client has what could be the answer to the latest message
   * @param stood where the threads of the program stood when this client finished sending without
   *     an answer: what the program has done since then is no answer, either. Empty otherwise
   */
  public record Talk(
      Optional<byte[]> expected,
      byte[] received,
      byte[] after,
      List<String> sent,
      String begun,
      List<String> heard,
      List<String> others,
      List<String> stood,
      boolean elsewhere) {
    public Talk {
      sent = List.copyOf(sent);
      heard = List.copyOf(heard);
      others = List.copyOf(others);
      stood = List.copyOf(stood);
    }

    /** Of failures that are not a client's. */
    public static Talk none() {
      byte[] nothing = {};
      return new Talk(
          Optional.empty(),
          nothing,
          nothing,
          List.of(),
          "",
          List.of(),
          List.of(),
          List.of(),
          false);
    }

    /** Empty where nothing certain was expected. */
    String expectedText() {
      return expected.map(bytes -> new String(bytes, UTF_8)).orElse("");
    }

    String receivedText() {
      return new String(received, UTF_8);
    }

    String afterText() {
      return new String(after, UTF_8);
    }
  }

  /**
   * How the program is doing, while it still stands where it failed.
   *
   * @param state of {@code link.state(…)}
   * @param stands of {@code link.stands()}, that of {@code serve()} first
   * @param printed of {@code link.printed()}
   * @param acceptedByNobody whether a client waits in the queue of the listener, as {@code
   *     Sockets.waiting(port) > 0} tells; false where nobody tells
   * @param unread how many bytes of this client lie in the server's socket unread: of the line of
   *     {@code /proc/net/tcp} or {@code tcp6} with the server's own port and this client's as the
   *     other, the part of the queues after the colon, in hexadecimal; 0 where nobody tells
   * @param clients how many clients are connected
   * @param together how many were connected when the latest of them had come
   * @param computed how much processor time the program has used since the step that failed began;
   *     zero where nobody tells
   * @param outwaited whether the clients have said nothing for longer than usual time limits
   */
  public record Program(
      HostState state,
      List<String> stands,
      List<String> printed,
      boolean acceptedByNobody,
      int unread,
      int clients,
      int together,
      Duration computed,
      boolean outwaited) {
    public Program {
      stands = List.copyOf(stands);
      printed = List.copyOf(printed);
    }
  }

  /** The same as it was before the client finished sending, if it had no answer by then. */
  public Evidence beforeTheEnd() {
    boolean nothingCame = symptom == Symptom.SILENCE || isHungUp();
    if (!nothingCame || talk.stood().isEmpty()) {
      return this;
    }
    Program then =
        new Program(
            program.state(),
            talk.stood(),
            program.printed(),
            program.acceptedByNobody(),
            program.unread(),
            program.clients(),
            program.together(),
            program.computed(),
            program.outwaited());
    return new Evidence(Symptom.SILENCE, talk, then);
  }

  /** Whether something came where nothing, or nothing more, was expected. */
  boolean isUnasked() {
    return symptom == Symptom.UNASKED
        || symptom == Symptom.DIFFERENT
            && talk.expected().isPresent()
            && talk.expectedText().isEmpty();
  }

  /** Whether all has come but the end of the line. */
  boolean isAboutALineEnd() {
    return symptom != Symptom.UNASKED
        && talk.received().length == 0
        && talk.expected().filter(line -> line.length == 0).isPresent();
  }

  /** Whether something came, or should not have come: its text tells more than anything else. */
  boolean isAboutText() {
    return symptom == Symptom.DIFFERENT || symptom == Symptom.UNASKED || talk.received().length > 0;
  }

  /** Whether the client was hung up on where it expected an answer. */
  boolean isHungUp() {
    return symptom == Symptom.END || symptom == Symptom.RESET;
  }

  /** The latest message of the client, if it has sent any. */
  Optional<String> message() {
    return talk.sent().stream().findFirst();
  }

  /** Finds what the program says, be it by an exception, by that of a lost thread, or in print. */
  Optional<MatchResult> says(Pattern pattern) {
    return Stream.concat(
            Stream.of(program.state().error(), program.state().lost()), program.printed().stream())
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(Matcher::toMatchResult)
        .findFirst();
  }
}
