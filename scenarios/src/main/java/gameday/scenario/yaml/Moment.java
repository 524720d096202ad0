package gameday.scenario.yaml;

import java.time.LocalTime;

/** A point of an event's day as people write it. */
sealed interface Moment {
  /** A time of day: {@code 09:00}. */
  record Clock(LocalTime time) implements Moment {}

  /** {@code start+10m}, {@code keynote-15m}, {@code end}. */
  record Near(String text) implements Moment {}
}
