package tp6.clock;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.Chance;
import tp6.stage.Exercise;
import tp6.stage.ServerUnderTest;
import tp6.stage.Stage;

@Exercise("clock")
class ClockServerTest {
  private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("HH:mm:ss");

  @RegisterExtension final ServerUnderTest server = ServerUnderTest.of("tp6.clock.ClockServer");

  @Stage(number = 1, points = 2)
  void acceptsAClient() {
    server.connect("Alice").answer();
  }

  @Stage(number = 2, points = 6, needs = 1)
  void sendsTheTime(Chance chance) {
    for (LocalTime time :
        List.of(
            LocalTime.of(9, 5, 7),
            LocalTime.MIDNIGHT,
            LocalTime.of(13, 14, 15),
            LocalTime.of(23, 59, 59),
            chance.time())) {
      server.restart();
      server.clockShows(time);
      server.connect("Alice").receives(WIRE.format(time));
    }
  }

  @Stage(number = 3, points = 4, needs = 1)
  void closesRightAfterIt() {
    server.connect("Alice").readsToTheEnd();
  }

  @Stage(number = 4, points = 4, needs = 2)
  void listensAgainAndTheTimeIsFresh(Chance chance) {
    for (String name : List.of("Alice", "Bob", "Chloé")) {
      LocalTime time = chance.time();
      server.settles();
      server.clockShows(time);
      server.connect(name).receives(WIRE.format(time));
    }
  }

  @Stage(number = 5, points = 2, needs = 4)
  void servesFiftyClientsInARow(Chance chance) {
    LocalTime time = chance.time();
    server.clockShows(time);
    for (int i = 1; i <= 50; i++) {
      server.connect("client " + i).receives(WIRE.format(time));
    }
  }

  @Stage(number = 6, points = 2, needs = 4)
  void survivesClientsThatLeaveOrReset(Chance chance) {
    // A fast server has often answered before it is left: but not every time.
    for (int i = 0; i < 8; i++) {
      server.restart();
      server.connect("Alice").leaves();
      for (int reset = 1; reset <= 7; reset++) {
        server.connect("client " + reset).resets();
      }

      LocalTime time = chance.time();
      server.settles();
      server.clockShows(time);
      server.connect("Bob").receives(WIRE.format(time));
    }
  }
}
