package tp6.stage.link;

import tp6.stage.host.HostState;

/** The host of the student's program is no longer there to be asked. */
public final class HostEnded extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient HostState ending;

  HostEnded(HostState ending) {
    super(ending.phase() + " " + ending.error());
    this.ending = ending;
  }

  HostState ending() {
    return ending;
  }
}
