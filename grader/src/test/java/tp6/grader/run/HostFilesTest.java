package tp6.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Exercises;
import tp6.grader.course.Course;
import tp6.grader.process.Jvm;
import tp6.stage.link.Launch;

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

  @Test
  void rehearsesTheHostSoThatWhatItMakesWhileItRunsIsReadyToo() throws Exception {
    HostFiles files = HostFiles.pack(folder);
    files.writeArchives();
    Path loaded = folder.resolve("loaded");

    Launch.tryOut(arguments -> logging(files, loaded, arguments).start(), Locale.ENGLISH);

    assertThat(loaded)
        .content()
        .containsPattern("tp6\\.stage\\.host\\.Host\\$\\$Lambda\\S* source: shared objects file");
  }

  private ProcessBuilder logging(HostFiles files, Path loaded, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Jvm.executable()));
    command.addAll(files.withArchiveFor(Exercises.CLOCK).options(folder));
    command.add("-Xlog:class+load:file=" + loaded);
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
