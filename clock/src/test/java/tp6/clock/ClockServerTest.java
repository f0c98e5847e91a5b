package tp6.clock;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.Exercise;
import tp6.stage.ServerUnderTest;
import tp6.stage.Stage;
import tp6.stage.TestClient;
import tp6.stage.setting.Chance;

/** How the time is written is stage 2, and which time it is stage 3: all others take any text. */
@Exercise("clock")
class ClockServerTest {
  private static final int MANY = 101;
  private static final int SOME = 12;

  /** Whoever needs longer for some clients has not enough for many. */
  private static final Duration PROMPT = Duration.ofSeconds(8);

  @RegisterExtension final ServerUnderTest server = ServerUnderTest.of("tp6.clock.ClockServer");

  @Stage(number = 1, points = 3)
  void answersAClient(Chance chance) {
    LocalTime late = Times.late(chance);
    String early = withoutPorts(answerAt(Times.early(chance)));
    String other = withoutPorts(answerAt(late));
    if (isSame(other, early)) {
      // It may tell the computer's time, which is another matter.
      server.clock().awaitsTheNextSecond();
      other = withoutPorts(answerAt(late));
    }
    server.tellsTimesApart(!isSame(other, early));
  }

  /** Where an answer does not end, how much of it has come is not told by the server. */
  private static boolean isSame(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private String answerAt(LocalTime time) {
    server.restart();
    server.clock().shows(time);
    return server.connect("Alice").answer();
  }

  /** Of two clients, the port is another one at any time. */
  private static String withoutPorts(String answer) {
    return answer.replaceAll("\\b\\d{5}\\b", "port");
  }

  @Stage(number = 2, points = 3, needs = 1)
  void sendsTheTime(Chance chance) {
    LocalTime time = Times.early(chance);
    server.clock().shows(time);
    server.connect("Alice").receivesOnly(Times.FORM, Times.onTheWire(time));
  }

  @Stage(number = 3, points = 2, needs = 1)
  void tellsAnyTimeOfTheDay(Chance chance) {
    server.playsAll(Times.ofTheDay(chance), Times::simpler, this::tells);
  }

  private void tells(LocalTime time) {
    server.clock().shows(time);
    TestClient alice = server.connect("Alice");
    alice.receivesAmongOthers(Times.onTheWire(time));
    alice.leaves();
  }

  @Stage(number = 4, points = 3, needs = 1)
  void closesRightAfterIt(Chance chance) {
    server.clock().shows(Times.early(chance));
    server.connect("Alice").readsToTheEnd();
  }

  @Stage(number = 5, points = 3, needs = 1)
  void servesTheNextClient(Chance chance) {
    server.clock().shows(Times.early(chance));
    for (String name : List.of("Alice", "Bob", "Chloé")) {
      visit(name);
    }
  }

  private String visit(String name) {
    TestClient client = server.connect(name);
    String answer = client.answer();
    client.leaves();
    return answer;
  }

  /** Clients come by turns at two times: what both of one time are told, nobody else is. */
  @Stage(number = 6, points = 2, needs = 5)
  void readsTheClockAnew(Chance chance) {
    LocalTime early = Times.early(chance);
    LocalTime late = Times.late(chance);
    Set<String> atTheEarly = visitAt(early, "Alice");
    Set<String> atTheLate = visitAt(late, "Bob");
    Set<String> again = visitAt(early, "Chloé");
    atTheEarly.removeIf(word -> !isIn(again, word));
    Set<String> lateAgain = visitAt(late, "David");
    atTheLate.removeIf(word -> !isIn(lateAgain, word));

    server.tellsTimesApart(!areIn(atTheLate, atTheEarly) && !areIn(atTheEarly, atTheLate));
  }

  private static boolean areIn(Set<String> words, Set<String> some) {
    return some.stream().allMatch(word -> isIn(words, word));
  }

  private static boolean isIn(Set<String> words, String word) {
    return words.stream().anyMatch(one -> isSame(one, word));
  }

  private Set<String> visitAt(LocalTime time, String name) {
    server.settles();
    server.clock().shows(time);
    return new HashSet<>(Arrays.asList(visit(name).strip().split("\\s+")));
  }

  @Stage(number = 7, points = 1, needs = 5)
  void servesAHundredClientsInARow(Chance chance) {
    server.clock().shows(Times.early(chance));
    boolean closes = server.manages(() -> server.connect("Alice").readsToTheEnd());
    visit("client 1");
    server.countsSockets();
    for (int i = 2; i <= SOME; i++) {
      visit("client " + i);
    }
    // Whoever closes or answers late may need the time of a stage for as many.
    boolean isPrompt = closes && server.hasUsedLessThan(PROMPT);
    for (int i = SOME + 1; isPrompt && i <= MANY; i++) {
      visit("client " + i);
    }
    if (closes) {
      server.hasNoNewSockets();
    }
  }

  @Stage(number = 8, points = 2, needs = 5)
  void survivesClientsThatLeaveOrReset(Chance chance) {
    LocalTime time = Times.early(chance);
    server.clock().shows(time);
    server.opens();
    server.clock().holds();
    TestClient alice = server.connect("Alice");
    TestClient bob = server.connect("Bob");
    TestClient chloe = server.connect("Chloé");
    boolean asksTheClock = server.clock().isAsked();
    alice.leaves();
    bob.resets();
    chloe.resets();
    server.clock().shows(time);
    server.settles();

    visit("David");

    if (!asksTheClock) {
      survivesResets();
    }
  }

  /** A fast server has often answered before: but not every time. */
  private void survivesResets() {
    for (int i = 0; i < 6; i++) {
      server.restart();
      for (String name : List.of("Alice", "Bob", "Chloé")) {
        server.connectAtOnce(name).resets();
      }
      server.settles();
      visit("David");
    }
  }

  @Stage(number = 9, points = 1, needs = 1)
  void servesUntilItIsClosed() {
    server.opens();
    server.staysOpen();
    server.stopsWhenClosed();
  }
}
