package tp6.grader.run;

import java.util.concurrent.Semaphore;

/** Room for so many exercises that keep the processors busy. One that only waits takes none. */
final class Places {
  private final Room room;

  Places(int most) {
    room = new Room(most);
  }

  /** Waits for a place. */
  void enter() {
    room.acquireUninterruptibly();
  }

  void leave() {
    room.release();
  }

  /** Takes a place even where there is none: what has begun is not to wait for what has not. */
  void enterAtOnce() {
    room.reducePermits(1);
  }

  private static final class Room extends Semaphore {
    private static final long serialVersionUID = 1;

    Room(int places) {
      super(places, true);
    }

    @Override
    protected void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }
}
