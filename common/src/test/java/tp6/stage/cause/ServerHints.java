package tp6.stage.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tp6.stage.host.HostState;
import tp6.stage.host.HostState.Phase;
import tp6.stage.text.Words;

/**
 * What a server's own end tells of a failure.
 *
 * @param closed whether the test has closed it
 * @param clients how many have come in this stage
 * @param lostOne whether one of them has broken off its connection
 */
public record ServerHints(Words words, boolean closed, int clients, boolean lostOne) {
  /** How the server has ended, where it should not have. */
  public List<String> causes(HostState state, Symptom symptom) {
    if (state.isNotStarted()) {
      return List.of(words.say("cause.not.started", state.failure()));
    }
    if (!isAsItShouldBe(state)) {
      boolean told = state.phase() != Phase.RETURNED || symptom.isAboutNobody();
      return told ? List.of(words.say("cause." + state.phase().key(), state.failure())) : List.of();
    }
    return state.lost().isEmpty() ? List.of() : List.of(words.say("cause.lost", state.failure()));
  }

  /** The hint for that; nothing where that of the stage is better. */
  public Optional<String> hint(HostState state, Symptom symptom) {
    if (symptom == Symptom.UNOPENED || symptom == Symptom.OVERTIME) {
      return Optional.of(words.say("hint." + symptom.key()));
    }
    if (isAsItShouldBe(state)) {
      return state.lost().isEmpty() ? Optional.empty() : Optional.of(words.say("hint.lost"));
    }
    boolean returned = state.phase() == Phase.RETURNED;
    if (returned && clients < 2 && symptom.isHangUp()) {
      return Optional.of(words.say("hint.returned.early"));
    }
    // A server that has served a client badly has another problem than the next one.
    boolean isOver = symptom == Symptom.UNSTOPPED || symptom == Symptom.ENDED;
    boolean ownHint = isOver || returned && (lostOne || !symptom.isAboutNobody());
    return ownHint ? Optional.empty() : Optional.of(words.say("hint." + state.phase().key()));
  }

  private boolean isAsItShouldBe(HostState state) {
    return state.isRunning() || closed && state.phase() == Phase.RETURNED;
  }

  /** Where its threads stand, that of {@code serve()} first. */
  public List<String> whereabouts(HostState state, List<String> stands) {
    if (state.phase() == Phase.RETURNED) {
      return List.of(words.say("stands.nowhere"));
    }
    List<String> lines = new ArrayList<>();
    for (String stand : stands.stream().limit(2).toList()) {
      lines.add(words.say(lines.isEmpty() ? "stands" : "stands.other", stand));
    }
    return lines;
  }
}
