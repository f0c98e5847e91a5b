package tp6.small;

import org.junit.jupiter.api.extension.RegisterExtension;
import tp6.stage.Exercise;
import tp6.stage.ServerUnderTest;
import tp6.stage.Stage;

/** Three stages that any of the small servers may be put to. */
@Exercise("small")
public abstract class SmallStages {
  @RegisterExtension final ServerUnderTest server;

  private SmallStages(String server) {
    this.server = ServerUnderTest.of("tp6.small." + server);
  }

  @Stage(number = 1, points = 2)
  void greets() {
    server.connect("Alice").receives("hello");
  }

  @Stage(number = 2, points = 3)
  void hangsUp() {
    server.connect("Bob").readsToTheEnd();
  }

  @Stage(number = 3, points = 5, needs = 2)
  void greetsAgain() {
    server.connect("Alice").receives("hello");
    server.connect("Bob").receives("hello");
  }

  public static final class Polite extends SmallStages {
    Polite() {
      super("SmallServer$Polite");
    }
  }

  public static final class Exits extends SmallStages {
    Exits() {
      super("SmallServer$Exits");
    }
  }

  public static final class Foreign extends SmallStages {
    Foreign() {
      super("SmallServer$Foreign");
    }
  }

  public static final class Prints extends SmallStages {
    Prints() {
      super("SmallServer$Prints");
    }
  }

  public static final class Unstoppable extends SmallStages {
    Unstoppable() {
      super("SmallServer$Unstoppable");
    }
  }

  public static final class Starter extends SmallStages {
    Starter() {
      super("SmallServer$Starter");
    }
  }

  public static final class Immutable extends SmallStages {
    Immutable() {
      super("SmallServer$Immutable");
    }
  }

  public static final class Injects extends SmallStages {
    Injects() {
      super("SmallServer$Injects");
    }
  }

  public static final class Blocked extends SmallStages {
    Blocked() {
      super("SmallServer$Blocked");
    }
  }

  public static final class Floods extends SmallStages {
    Floods() {
      super("SmallServer$Floods");
    }
  }

  public static final class Closed extends SmallStages {
    Closed() {
      super("SmallServer$Closed");
    }
  }

  public static final class Missing extends SmallStages {
    Missing() {
      super("NoSuchServer");
    }
  }
}
