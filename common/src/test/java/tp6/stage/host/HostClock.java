package tp6.stage.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still where the test has set it, or lets those who ask wait. */
final class HostClock extends Clock {
  /** A day without a change to or from summer time. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  /** Nobody waits for ever, whatever becomes of the test. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  /** What is shown, as soon as the latch is open. */
  private record Shown(Instant instant, CountDownLatch open) {}

  private final AtomicReference<Shown> now;
  private final AtomicInteger waiting;
  private final ZoneId zone;

  HostClock() {
    this(
        new AtomicReference<>(new Shown(Instant.now(), new CountDownLatch(0))),
        new AtomicInteger(),
        ZoneId.systemDefault());
  }

  private HostClock(AtomicReference<Shown> now, AtomicInteger waiting, ZoneId zone) {
    this.now = now;
    this.waiting = waiting;
    this.zone = zone;
  }

  /** Shows this time, also to those who wait. */
  void set(LocalTime time) {
    show(DAY.atTime(time).atZone(zone).toInstant(), 0);
  }

  /** Lets those who ask wait until it is set. */
  void hold() {
    show(now.get().instant(), 1);
  }

  /** Whether somebody waits for it to be set. */
  boolean isAwaited() {
    return waiting.get() > 0;
  }

  private void show(Instant instant, int closed) {
    now.getAndSet(new Shown(instant, new CountDownLatch(closed))).open().countDown();
  }

  @Override
  public Instant instant() {
    CountDownLatch open = now.get().open();
    waiting.incrementAndGet();
    try {
      open.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      open.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
    return now.get().instant();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new HostClock(now, waiting, other);
  }
}
