package tp6.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What all clients of a server exchange with it, as each of them sees the others. */
final class Others {
  private final List<Exchange> all = new ArrayList<>();

  void add(Exchange one) {
    all.add(one);
  }

  void clear() {
    all.clear();
  }

  private Stream<Exchange> than(Exchange one) {
    return all.stream().filter(other -> other != one);
  }

  /** What others have sent. */
  List<String> sent(Exchange one) {
    return than(one).flatMap(other -> other.said().sentSoFar().stream()).toList();
  }

  /** Whether the answer to a message lies with another client. */
  boolean haveHeard(Exchange one, String message) {
    return than(one).anyMatch(other -> other.hasHeard(message));
  }
}
