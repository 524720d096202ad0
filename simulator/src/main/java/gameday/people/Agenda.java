package gameday.people;

import java.time.Duration;

/** A clock in event time, and things to do later. Actions run one at a time, in order of time. */
public interface Agenda {
  /** Event time now: offset from the event's start. */
  Duration now();

  /** Runs {@code action} once {@code delay} of event time has passed; ties in order of asking. */
  void after(Duration delay, Runnable action);
}
