package tp6.stage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still where the test has set it. */
final class HostClock extends Clock {
  /** A day without a change to or from summer time. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  HostClock() {
    this(new AtomicReference<>(Instant.now()), ZoneId.systemDefault());
  }

  private HostClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  void set(LocalTime time) {
    now.set(DAY.atTime(time).atZone(zone).toInstant());
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new HostClock(now, other);
  }
}
