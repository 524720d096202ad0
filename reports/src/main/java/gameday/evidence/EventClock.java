package gameday.evidence;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Turns wall nanoseconds into event time and back: event time = wall time × speed.
 *
 * @param speed seconds of event time in one second of wall time; positive
 * @param starts the wall-clock time of the event that is event time zero
 */
public record EventClock(double speed, LocalDateTime starts) {
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

  /** The event time that passes in {@code wallNanos}. */
  public Duration eventTime(long wallNanos) {
    return Duration.ofNanos(Math.round(wallNanos * speed));
  }

  /** The wall nanoseconds in which {@code eventTime} passes. */
  public long wallNanos(Duration eventTime) {
    return Math.round(eventTime.toNanos() / speed);
  }

  /** What the event's clock on the wall shows then, as in {@code 09:14:05}. */
  public String time(long atNanos) {
    return starts.plus(eventTime(atNanos)).format(SECONDS);
  }

  /** Likewise to the minute, for an offset of event time. */
  public String minute(Duration eventTime) {
    return starts.plus(eventTime).format(MINUTES);
  }
}
