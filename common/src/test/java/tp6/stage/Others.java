package tp6.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All clients of a server, as each of them sees the others. */
final class Others {
  private final List<Dialogue> all = new ArrayList<>();

  void add(Dialogue one) {
    all.add(one);
  }

  void clear() {
    all.clear();
  }

  private Stream<Dialogue> than(Dialogue one) {
    return all.stream().filter(other -> other != one);
  }

  /** What others have sent. */
  List<String> sent(Dialogue one) {
    return than(one).flatMap(other -> other.sent().stream()).toList();
  }

  /** Whether the answer to a message lies with another client. */
  boolean haveHeard(Dialogue one, String message) {
    return than(one).anyMatch(other -> other.hasHeard(message));
  }
}
