package tp6.chat;

import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.setting.Chance;
import tp6.stage.Exercise;
import tp6.stage.ServerUnderTest;
import tp6.stage.Stage;
import tp6.stage.TestClient;

/** Whoever is greeted is present: nobody has to guess when. */
@Exercise("chat")
class ChatServerTest {
  @RegisterExtension final ServerUnderTest server = ServerUnderTest.of("tp6.chat.ChatServer");

  private TestClient join(String name) {
    return server.connect(name).receives("welcome");
  }

  @Stage(number = 1, points = 8)
  void tellsALineToAllOthers(Chance chance) {
    String line = chance.word();
    TestClient alice = join("Alice");
    TestClient bob = join("Bob");
    TestClient chloe = join("Chloé");

    alice.sends(line);

    bob.receives(line);
    chloe.receives(line);
  }

  @Stage(number = 2, points = 6, needs = 1)
  void doesNotRepeatItToTheSpeaker(Chance chance) {
    String line = chance.word();
    TestClient alice = join("Alice");
    TestClient bob = join("Bob");

    alice.sends(line);

    bob.receives(line);
    alice.isNotAnswered(line, bob);
  }

  @Stage(number = 3, points = 6, needs = 1)
  void goesOnWithoutThoseWhoLeave(Chance chance) {
    String line = chance.word();
    TestClient alice = join("Alice");
    TestClient bob = join("Bob");
    TestClient chloe = join("Chloé");
    TestClient david = join("David");

    bob.leaves();
    chloe.resets();
    server.settles();
    alice.sends(line);

    david.receives(line);
  }
}
