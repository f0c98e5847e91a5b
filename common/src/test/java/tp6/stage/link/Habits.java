package tp6.stage.link;

import java.time.Duration;

/** What a program has taught about itself: it is waited for no longer than it is worth while. */
public final class Habits {
  private static final int FULL_WAITS = 3;

  /** Longer than answers take that come a second late. */
  private static final Duration SHORT_PATIENCE = Duration.ofMillis(2_300);

  private boolean hasUsedUpAStage;
  private int vainWaits;
  private int answersAtTheEnd;
  private int silentCalls;

  /** Remembers, for the stages that come, that a stage took too long. */
  public void usesUpAStage() {
    hasUsedUpAStage = true;
  }

  public boolean hasUsedUpAStage() {
    return hasUsedUpAStage;
  }

  public void hasAnsweredAtTheEnd() {
    answersAtTheEnd++;
  }

  /** Whoever has done so three times need not be waited for before. */
  public boolean answersAtTheEnd() {
    return answersAtTheEnd >= FULL_WAITS;
  }

  public void wasSilentAfterwards() {
    silentCalls++;
  }

  /** How long something may still be displayed after a call; not at all for whoever never does. */
  public Duration afterwards(Duration patience) {
    return silentCalls >= FULL_WAITS ? Duration.ZERO : patience;
  }

  public void wasAwaitedInVain() {
    vainWaits++;
  }

  /** For whoever has done three times nothing in the full time, a part of it will do. */
  public Duration atMost(Duration patience) {
    boolean isEnough = vainWaits >= FULL_WAITS && patience.compareTo(SHORT_PATIENCE) > 0;
    return isEnough ? SHORT_PATIENCE : patience;
  }
}
