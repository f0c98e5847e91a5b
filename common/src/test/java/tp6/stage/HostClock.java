package tp6.stage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still where the test has set it. */
final class HostClock extends Clock {
  /** A day without a change to or from summer time. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  private record Shown(Instant instant, ZoneId zone) {}

  private final AtomicReference<Shown> now;
  private final ZoneId zone;

  HostClock() {
    this(new AtomicReference<>(new Shown(Instant.now(), ZoneId.systemDefault())), null);
  }

  private HostClock(AtomicReference<Shown> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Sets the time, and moves the whole computer to a zone. */
  void set(LocalTime time, ZoneId zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    now.set(new Shown(DAY.atTime(time).atZone(zone).toInstant(), zone));
  }

  @Override
  public Instant instant() {
    return now.get().instant();
  }

  @Override
  public ZoneId getZone() {
    return zone == null ? now.get().zone() : zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new HostClock(now, other);
  }
}
