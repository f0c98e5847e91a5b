package tp6.grader.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import tp6.grader.process.Jvm;
import tp6.grader.process.Leftovers;
import tp6.grader.process.PeakMemory;
import tp6.grader.sandbox.Sandbox;
import tp6.stage.link.Launch;

/**
 * A process with nothing of the grader's environment, in a folder of its own; in a sandbox, where
 * there is one.
 */
final class ProcessLaunch implements Launch {
  private final HostFiles host;
  private final Path classes;
  private final Path folder;
  private final Optional<Sandbox> sandbox;
  private final Leftovers mark;
  private final List<Process> started = new CopyOnWriteArrayList<>();
  private final AtomicLong peakKib = new AtomicLong();
  private volatile boolean isDoubtful;

  /**
   * A way of starting programs.
   *
   * @param host the course's classes
   * @param classes the student's
   * @param folder to work in, without a sandbox
   */
  ProcessLaunch(HostFiles host, Path classes, Path folder, Optional<Sandbox> sandbox) {
    this.sandbox = sandbox;
    this.host = host;
    this.classes = classes;
    this.folder = folder;
    this.mark = Leftovers.newMark(folder);
  }

  @Override
  public Process java(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Jvm.executable());
    command.add("-XX:ActiveProcessorCount=2");
    if (sandbox.isEmpty()) {
      command.add("-Djava.io.tmpdir=" + folder);
    }
    command.addAll(host.options(classes));
    command.addAll(arguments);
    Process process =
        sandbox
            .map(one -> one.builder(one.aroundStudent(command, host.filesWith(classes))))
            .orElseGet(() -> builder(command))
            .redirectErrorStream(true)
            .start();
    started.add(process);
    return process;
  }

  @Override
  public void ends(Process jvm) {
    if (Jvm.wasEndedByOthers(jvm)) {
      isDoubtful = true;
    }
    PeakMemory.of(jvm).ifPresent(kib -> peakKib.accumulateAndGet(kib, Math::max));
  }

  /** The most memory that a program had when it was ended, in KiB; empty where it is not known. */
  Optional<Long> peakKib() {
    return Optional.of(peakKib.get()).filter(kib -> kib > 0);
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder =
        Launch.withoutEnvironment(new ProcessBuilder(command)).directory(folder.toFile());
    builder.environment().put(Leftovers.VARIABLE, mark.value());
    return builder;
  }

  /**
   * Whether a program seems to have been ended by somebody else: who meant us all, or who was short
   * of memory. Then what it has earned says nothing, unless it ends itself in that way.
   */
  boolean wasEndedByOthers() {
    return isDoubtful;
  }

  /** Ends what the programs have left behind. */
  void cleanUp() {
    started.forEach(Process::destroyForcibly);
    // In a sandbox all processes end with their first one.
    if (sandbox.isEmpty()) {
      mark.end();
    }
  }
}
