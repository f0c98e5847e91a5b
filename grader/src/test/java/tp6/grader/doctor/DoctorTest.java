package tp6.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tp6.grader.cli.Main;
import tp6.grader.run.NeedsSandbox;
import tp6.grader.sandbox.Protection;
import tp6.stage.text.Words;

/** The sandbox holds here; and where a part of it is missing, the doctor notices. */
@NeedsSandbox
class DoctorTest {
  private static final Words WORDS = Words.of(Main.class, "words", Locale.ENGLISH);

  @Test
  void findsNoWayOut() throws IOException {
    assertThat(Doctor.examine(Set.of(), WORDS)).hasSize(19).allMatch(Finding::isSafe);
  }

  @ParameterizedTest
  @EnumSource
  void noticesThatAProtectionIsMissing(Protection missing) throws IOException {
    assertThat(Doctor.examine(Set.of(missing), WORDS))
        .anySatisfy(
            finding -> {
              assertThat(finding.isSafe()).as(finding.happened()).isFalse();
              assertThat(finding.tried()).matches(attempt(missing));
            });
  }

  private static String attempt(Protection missing) {
    return switch (missing) {
      case ENVIRONMENT -> "to read the grader's environment";
      case NETWORK -> "to find another network";
      case PROCESSES -> "to see other processes";
      case FILES -> "to read another file of the grader's";
      case READ_ONLY -> "to write outside of its own folders";
      case PRIVILEGES -> "to have privileges";
      case LIMITS -> "to take all memory";
      case SCRATCH -> "to run what it has written";
      case CALLS -> "to find a key of this session";
    };
  }
}
