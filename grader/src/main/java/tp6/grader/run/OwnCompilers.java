package tp6.grader.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.compile.Compilers;
import tp6.grader.course.CourseFiles;
import tp6.grader.sandbox.Sandbox;
import tp6.stage.text.Visible;

/**
 * Compilers for a grader, each in a sandbox where there is one.
 *
 * @param release of Java that the sources are written in
 * @param host what students' code may use
 * @param scratch the grader's folder for temporary files
 * @param work the folder in it that compilers write to
 */
record OwnCompilers(String release, HostFiles host, Path scratch, Path work) {
  Compilers of(int jobs, Optional<Sandbox> sandbox) throws IOException {
    return sandbox.isPresent() ? in(sandbox.get(), jobs) : of(jobs);
  }

  private Compilers of(int jobs) {
    return new Compilers(jobs, ownClassPath(), host.common(), release, ProcessBuilder::new);
  }

  private Compilers in(Sandbox sandbox, int jobs) throws IOException {
    Path own = HostFiles.packCompiler(scratch);
    List<Path> files = List.of(own, host.common());
    return new Compilers(
        jobs,
        own.toString(),
        host.common(),
        release,
        java -> sandbox.builder(sandbox.aroundCompiler(java, files, work)));
  }

  private static String ownClassPath() {
    return Stream.of(Compilers.class, Visible.class)
        .map(type -> CourseFiles.rootOf(type).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
