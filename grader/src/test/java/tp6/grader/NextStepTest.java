package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.text.Reason;

/** Whoever reads why a hand-in cannot be read knows what to do next. */
class NextStepTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zip.unreadable",
        "zip.twice",
        "zip.damaged",
        "tar.unreadable",
        "7z.unreadable",
        "archive.twice",
        "neither",
        "git.unreadable",
        "git.empty",
        "git.head",
        "git.submodule"
      })
  void followsAfterTheReason(String key) {
    Reason reason = Reason.of(key, "tp6");

    assertThat(reason.in(Locale.ENGLISH)).containsPattern("[:;] .*(hand in|zip|again)");
    assertThat(reason.in(Locale.FRENCH)).containsPattern(" [:;] .*(rendez|recompressez)");
  }
}
