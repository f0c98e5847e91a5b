package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tp6.grader.fuzz.Fuzz;
import tp6.grader.fuzz.Garbage;
import tp6.stage.cause.Symptom;
import tp6.stage.host.HostState;
import tp6.stage.link.Deadline;
import tp6.stage.link.HostEnded;
import tp6.stage.link.Link;
import tp6.stage.link.Output;
import tp6.stage.setting.Settings;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** Whatever a student's program sends, prints or says of itself: it is told, or it is a failure. */
class KitFuzzTest {
  /** One line in which everything shows. */
  private static final Pattern LINE = Pattern.compile("\\P{C}*");

  private static final int LONGEST_LINE = 201;
  private static final int LONGEST_WORD = 65_535;
  private static final Settings SETTINGS =
      new Settings(
          Locale.ENGLISH, "1", OptionalInt.empty(), Duration.ofSeconds(90), true, Settings.AGAIN);
  private static final Deadline SOON = Deadline.in(Duration.ofMinutes(20));
  private static final Words WORDS = Words.of(Locale.ENGLISH);
  private static final List<Consumer<TestClient>> EXPECTATIONS =
      List.of(
          client -> client.receives("echo:"),
          client -> client.receives("09:05:07").receives("é"),
          TestClient::answer,
          client -> client.hears("echo"),
          client -> client.hearsAtOnce("a").hearsLineEnd(),
          client -> client.hearsExactly("%").hearsLetters("é"),
          client -> client.isNotAnswered("é", client),
          client -> client.answerTo(List.of("un", "deux\n")),
          TestClient::readsToTheEnd,
          TestClient::seesTheEnd,
          client -> client.hears("").seesTheEnd());

  @Test
  void makesAnythingVisible() {
    Fuzz.times(
        2000,
        garbage -> {
          String text = garbage.text(20_000);
          assertThat(Visible.line(text)).matches(LINE).hasSizeLessThanOrEqualTo(LONGEST_LINE);
          assertThat(Visible.quote(text)).matches(LINE).hasSizeLessThanOrEqualTo(103);
          byte[] bytes = garbage.bytes(2000);
          assertThat(Visible.quote(bytes)).matches(LINE).hasSizeLessThanOrEqualTo(103);
          assertThat(Visible.hex(bytes, garbage.size(bytes.length))).matches("[0-9A-F ]*");
        });
  }

  @Test
  void keepsTheEndOfAnyOutput() {
    Fuzz.times(
        300,
        garbage -> {
          byte[] printed =
              garbage.chance(50) ? garbage.bytes(20_000) : garbage.text(50_000).getBytes(UTF_8);

          List<String> lines = new Output(new ByteArrayInputStream(printed)).lastLines(true);

          assertThat(lines)
              .hasSizeLessThanOrEqualTo(5)
              .allSatisfy(
                  line -> assertThat(line).matches(LINE).hasSizeLessThanOrEqualTo(LONGEST_LINE));
        });
  }

  @Test
  void takesOnlyAStateForAState() {
    Fuzz.times(
        2000,
        garbage -> {
          List<String> words = garbage.some(6, () -> garbage.text(LONGEST_WORD));
          if (garbage.chance(70)) {
            String threads = garbage.chance(50) ? Integer.toString(garbage.number()) : "7";
            String phase = garbage.oneOf(HostState.Phase.values()).name();
            words = List.of(phase, garbage.text(LONGEST_WORD), garbage.text(99), threads);
          }
          HostState.ofWords(words)
              .ifPresent(
                  state -> {
                    assertThat(state.threads()).isBetween(0, 999_999);
                    assertThat(state.failure())
                        .matches(LINE)
                        .hasSizeLessThanOrEqualTo(LONGEST_LINE);
                    assertThat(state.hasThreads() || state.isHopeless()).isTrue();
                  });
        });
  }

  @Test
  void judgesAnythingThatIsDisplayed() {
    Fuzz.times(
        100,
        garbage -> {
          Displayed displayed = displayed(garbage);
          Displayed other = displayed(garbage);
          List<Runnable> expectations =
              List.of(
                  () -> displayed.hasNumber(12.34, 0.1, 0.02, Map.of(285.5, "kelvin")),
                  () -> displayed.isLike(other, displayed(garbage), List.of(garbage.text(300))),
                  () -> displayed.isUnlike(other, displayed(garbage)),
                  () -> displayed.isOtherThan(other),
                  () -> displayed.saysWhyWith("ville", other),
                  () -> displayed.saysWhyUnlike(displayed(garbage), other),
                  () -> displayed.hides("key", other),
                  () -> displayed.saysWhyAs(displayed(garbage), other),
                  () -> displayed.isOneLine(other));
          expectations.forEach(KitFuzzTest::expect);
        });
  }

  private static Displayed displayed(Garbage garbage) {
    return new Displayed(
        new Screen(
            garbage.text(20),
            Wording.lines(garbage.text(LONGEST_WORD)),
            Wording.lines(garbage.text(LONGEST_WORD))),
        WORDS,
        (kind, findings, lines) -> new Unexpected(Symptom.DIFFERENT, "", findings));
  }

  /** As of a program that speaks in the host's place, and has read the password. */
  @Test
  void survivesAnyHost() {
    Fuzz.times(
        200,
        garbage -> {
          try (Link link = new Link(child(), new Impostor(garbage), SOON)) {
            List<Runnable> requests =
                List.of(
                    () -> link.ask("ping"),
                    () -> link.askForOne(Pattern.compile("\\d*"), "serve"),
                    () -> assertThat(link.state(0).failure()).matches(LINE),
                    () -> assertThat(link.stands()).hasSizeLessThanOrEqualTo(64),
                    () -> assertThat(link.isAlive()).isNotEqualTo(link.hasEnded()));
            for (int i = 0; i < 6; i++) {
              expect(garbage.oneOf(requests));
            }
          }
        });
  }

  private static Settings child() {
    return new Settings(
        Locale.ENGLISH, "1", OptionalInt.empty(), Duration.ofSeconds(90), false, Settings.AGAIN);
  }

  @Test
  void hearsAnyServer() {
    Fuzz.times(
        150,
        garbage -> {
          Transcript transcript = new Transcript();
          try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
              Link link = new Link(SETTINGS, arguments -> null, SOON)) {
            Deadline stage = Deadline.in(Duration.ofSeconds(30));
            Exchange exchange = new Exchange("Alice", transcript, WORDS);
            TestClient client = new TestClient(new Dialogue(exchange, new Others(), link, stage));
            client.connect(server.getLocalPort());
            Thread talking = new Thread(() -> talk(server, garbage.bytes(100_000), garbage));
            talking.start();
            expect(() -> garbage.oneOf(EXPECTATIONS).accept(client));
            expect(client::close);
            talking.join();
          }
          assertThat(transcript.steps(WORDS))
              .hasSizeLessThanOrEqualTo(21)
              .allSatisfy(step -> assertThat(step).matches(LINE).hasSizeLessThan(300));
        });
  }

  private static void talk(ServerSocket server, byte[] answer, Garbage garbage) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(answer);
      socket.setSoLinger(garbage.chance(30), 0);
    } catch (IOException e) {
      // The client has had enough.
      return;
    }
  }

  /** Whatever is wrong is told in the words of the kit. */
  private static void expect(Runnable expectation) {
    try {
      expectation.run();
    } catch (Unexpected | HostEnded e) {
      assertThat(e.getMessage()).isNotNull();
    }
  }
}
