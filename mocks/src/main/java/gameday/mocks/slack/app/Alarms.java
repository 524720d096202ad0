package gameday.mocks.slack.app;

import java.time.Duration;

/** Does things later, in machine time. Safe for use by many threads. */
interface Alarms {
  /** Rings never. */
  Alarms NONE = (wait, what) -> () -> {};

  /** Runs {@code what}, which must be quick, once {@code wait} has passed. */
  Alarm in(Duration wait, Runnable what);

  /** Something that is to be done. */
  interface Alarm {
    /** Forgets it, if it isn't done yet. */
    void cancel();
  }
}
