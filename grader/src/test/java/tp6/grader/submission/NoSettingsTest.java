package tp6.grader.submission;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;

class NoSettingsTest {
  /** A measuring goes on behind a copy that is being deleted, and writes into it. */
  @Test
  void leaveJGitNothingToMeasureInFolders() {
    for (String key :
        new String[] {
          ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION,
          ConfigConstants.CONFIG_KEY_MIN_RACY_THRESHOLD
        }) {
      assertThat(
              new NoSettings()
                  .openUserConfig(null, FS.DETECTED)
                  .getTimeUnit(
                      ConfigConstants.CONFIG_FILESYSTEM_SECTION, "any", key, -1, NANOSECONDS))
          .isEqualTo(1_000_000_000);
    }
  }
}
