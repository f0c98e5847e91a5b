package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tp6.grader.text.UserError;

class ShardTest {
  private static final Map<String, String> GITLAB =
      Map.of("CI_NODE_INDEX", "3", "CI_NODE_TOTAL", "8");
  private static final Map<String, String> KUBERNETES = Map.of("JOB_COMPLETION_INDEX", "0");

  @Test
  void isWhatTheOptionSaysOrElseWhatTheJobIs() {
    assertThat(Shard.of(Optional.of("2/5"), GITLAB)).isEqualTo(new Shard(2, 5));
    assertThat(Shard.of(Optional.empty(), GITLAB)).isEqualTo(new Shard(3, 8));
    assertThat(Shard.of(Optional.of("/8"), GITLAB)).isEqualTo(new Shard(3, 8));
    assertThat(Shard.of(Optional.of("/8"), KUBERNETES)).isEqualTo(new Shard(1, 8));
    assertThat(Shard.of(Optional.empty(), KUBERNETES)).isEqualTo(Shard.WHOLE);
    assertThat(Shard.of(Optional.empty(), Map.of("CI_NODE_TOTAL", "1"))).isEqualTo(Shard.WHOLE);
    assertThatThrownBy(() -> Shard.of(Optional.of("/8"), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("neither is set");
  }

  @Test
  void putsEverySubmissionInOnePart() {
    List<Integer> all = List.of(1, 2, 3, 4, 5, 6, 7);
    List<Integer> together = new ArrayList<>();
    for (int part = 1; part <= 3; part++) {
      together.addAll(new Shard(part, 3).of(all));
    }

    assertThat(together).containsExactlyInAnyOrderElementsOf(all);
    assertThat(new Shard(2, 3).of(all)).containsExactly(2, 5);
  }
}
