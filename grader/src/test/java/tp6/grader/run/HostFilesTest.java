package tp6.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Exercises;
import tp6.grader.course.Course;

class HostFilesTest {
  @TempDir Path folder;

  @Test
  void keepsClassesReadyForEachExerciseOnceTheyAreWritten() throws Exception {
    HostFiles files = HostFiles.pack(folder);
    assertThat(files.withArchiveFor(Exercises.CLOCK).archive()).isEmpty();

    files.writeArchives();

    for (Course exercise : Course.all()) {
      assertThat(files.withArchiveFor(exercise).archive()).isPresent();
    }
    assertThat(files.withArchiveFor(Exercises.WEATHER))
        .isNotEqualTo(files.withArchiveFor(Exercises.CLOCK));
  }
}
