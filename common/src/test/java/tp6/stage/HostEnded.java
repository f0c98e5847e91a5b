package tp6.stage;

/** The host of the student's program is no longer there to be asked. */
final class HostEnded extends RuntimeException {
  private static final long serialVersionUID = 1;

  HostEnded(HostState ending) {
    super(ending.phase() + " " + ending.error());
  }
}
