package tp6.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import tp6.small.SmallStages;

/** Alone, for it looks at all that this JVM has started. */
@Isolated
class LeftoversTest {
  @Test
  void leavesNoProcessBehind() {
    List<ProcessHandle> before = ProcessHandle.current().children().toList();

    StageKitTest.run(SmallStages.Unstoppable.class, new SummaryGeneratingListener());
    StageKitTest.run(SmallStages.Exits.class, new SummaryGeneratingListener());

    await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> assertThat(ProcessHandle.current().children()).allMatch(before::contains));
  }
}
