package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tp6.grader.Project;
import tp6.grader.course.Course;

class ComparisonTest {
  @Test
  void showsTheLessonOnThreads() throws IOException {
    Comparison comparison =
        Comparison.of(solution(Course.ECHO_SINGLE), solution(Course.ECHO_MULTI));

    assertThat(Snippets.text(comparison)).isEqualTo("x");
  }

  private static Sources solution(Course exercise) throws IOException {
    return new Sources(
        exercise, Map.of("EchoServer.java", Files.readString(Project.solution(exercise))));
  }
}
