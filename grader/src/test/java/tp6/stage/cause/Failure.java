package tp6.stage.cause;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tp6.stage.host.HostState;
import tp6.stage.host.HostState.Phase;
import tp6.stage.text.Words;

/** A failure that is put together bit by bit, and what is said of it. */
final class Failure {
  private final Symptom symptom;
  private Optional<byte[]> expected = Optional.empty();
  private byte[] received = {};
  private byte[] after = {};
  private List<String> sent = List.of();
  private String begun = "";
  private List<String> heard = List.of();
  private List<String> others = List.of();
  private List<String> stood = List.of();
  private boolean elsewhere;
  private boolean outwaited;
  private int clients = 1;
  private HostState state = HostState.quiet();
  private List<String> stands = List.of();
  private List<String> printed = List.of();
  private boolean acceptedByNobody;
  private int unread;
  private Duration computed = Duration.ZERO;

  private Failure(Symptom symptom) {
    this.symptom = symptom;
  }

  static Failure of(Symptom symptom) {
    return new Failure(symptom);
  }

  /** After one message, one line came in place of another. */
  static Failure echoed(String message, String received) {
    return echoed(message, received.getBytes(UTF_8));
  }

  static Failure echoed(String message, byte[] received) {
    return of(Symptom.DIFFERENT).sent(message).expected("echo:" + message).received(received);
  }

  Failure expected(String line) {
    expected = Optional.of(line.getBytes(UTF_8));
    return this;
  }

  Failure received(String line) {
    return received(line.getBytes(UTF_8));
  }

  Failure received(byte[] line) {
    received = line;
    return this;
  }

  Failure after(String bytes) {
    after = bytes.getBytes(UTF_8);
    return this;
  }

  /** The latest first. */
  Failure sent(String... messages) {
    sent = List.of(messages);
    return this;
  }

  Failure begun(String halfLine) {
    begun = halfLine;
    return this;
  }

  /** The latest first. */
  Failure heard(String... lines) {
    heard = List.of(lines);
    return this;
  }

  Failure others(String... messages) {
    others = List.of(messages);
    return this;
  }

  /** When the client finished sending. */
  Failure stood(String... places) {
    stood = List.of(places);
    return this;
  }

  Failure ended(Phase phase, String error) {
    state = HostState.ended(phase, error);
    return this;
  }

  Failure lost(String error) {
    state = new HostState(Phase.RUNNING, "", error, 1);
    return this;
  }

  Failure stands(String... places) {
    stands = List.of(places);
    return this;
  }

  Failure printed(String... lines) {
    printed = List.of(lines);
    return this;
  }

  Failure acceptedByNobody() {
    acceptedByNobody = true;
    return this;
  }

  Failure unread(int bytes) {
    unread = bytes;
    return this;
  }

  Failure clients(int connected) {
    clients = connected;
    return this;
  }

  /** After a silence of the clients. */
  Failure outwaited() {
    outwaited = true;
    return this;
  }

  /** Another client has the answer. */
  Failure elsewhere() {
    elsewhere = true;
    return this;
  }

  Failure computed(Duration time) {
    computed = time;
    return this;
  }

  private Optional<Diagnosis> diagnosis() {
    return Diagnosis.of(
        new Evidence(
            symptom,
            new Evidence.Talk(
                expected, received, after, sent, begun, heard, others, stood, elsewhere),
            new Evidence.Program(
                state,
                stands,
                printed,
                acceptedByNobody,
                unread,
                clients,
                clients,
                computed,
                outwaited)));
  }

  /** The key of what is said, and can be said in French, too; empty where nothing is. */
  String key() {
    diagnosis().ifPresent(found -> assertThat(found.say(Words.of(Locale.FRENCH))).isNotBlank());
    return hint().isEmpty() ? "" : diagnosis().orElseThrow().key();
  }

  /** What is said in English. */
  String hint() {
    return diagnosis().map(found -> found.say(Words.of(Locale.ENGLISH))).orElse("");
  }
}
