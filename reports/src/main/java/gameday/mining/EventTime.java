package gameday.mining;

import gameday.evidence.EventClock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Moments of a log: what the event's clock on the wall showed, to the microsecond, written as UTC
 * because an event has no time zone.
 */
final class EventTime {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private final EventClock clock;

  EventTime(EventClock clock) {
    this.clock = clock;
  }

  String of(long atNanos) {
    return of(clock.eventTime(atNanos));
  }

  String of(Duration eventTime) {
    LocalDateTime moment = clock.starts().plus(eventTime);
    return moment.format(ISO);
  }
}
