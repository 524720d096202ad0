package gameday.mocks.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** A product's clock, which a fault may have put wrong. Safe for use by many threads. */
public final class FaultyClock extends Clock {
  private final Clock right;
  private final Supplier<Duration> off;
  private final ThreadLocal<Instant> moment = new ThreadLocal<>();

  FaultyClock(Clock right, Supplier<Duration> off) {
    this.right = right;
    this.off = off;
  }

  @Override
  public Instant instant() {
    var asked = moment.get();
    return asked == null ? right.instant().plus(off.get()) : asked;
  }

  /** How far it is off now; negative if it is before the time. */
  public Duration off() {
    return off.get();
  }

  /** The time it would show if it was right. */
  public Instant rightNow() {
    return right.instant();
  }

  /** Does {@code work}, on this thread, as if the clock stood at {@code then}. */
  public <T> T asOf(Instant then, Supplier<T> work) {
    moment.set(then);
    try {
      return work.get();
    } finally {
      moment.remove();
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Products tell time in UTC; another zone is never asked for. */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("UTC only");
  }
}
