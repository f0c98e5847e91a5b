package tp6.grader.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tp6.grader.compile.Jvm;
import tp6.stage.Launch;

/** An ordinary process, with nothing of the grader's environment, in a folder of its own. */
final class ProcessLaunch implements Launch {
  private final HostFiles host;
  private final Path classes;
  private final Path folder;
  private final Leftovers mark = Leftovers.newMark();
  private final List<Process> started = new CopyOnWriteArrayList<>();

  /**
   * A way of starting programs.
   *
   * @param host the course's classes
   * @param classes the student's
   * @param folder to work in
   */
  ProcessLaunch(HostFiles host, Path classes, Path folder) {
    this.host = host;
    this.classes = classes;
    this.folder = folder;
  }

  @Override
  public Process java(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Jvm.executable());
    command.add("-XX:ActiveProcessorCount=2");
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(host.options(classes));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().retainAll(Set.of("SystemRoot"));
    builder.environment().put(Leftovers.VARIABLE, mark.value());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** Whether a program was ended by somebody who meant us all: what it has earned says nothing. */
  boolean wasInterrupted() {
    return started.stream().anyMatch(Jvm::wasInterrupted);
  }

  /** Ends what the programs have left behind. */
  void cleanUp() {
    started.forEach(Process::destroyForcibly);
    mark.end();
  }
}
