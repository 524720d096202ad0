package gameday.pipeline;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The deadlines that lie ahead. */
final class Alarms {
  private final PriorityQueue<Alarm> ahead = new PriorityQueue<>();
  private long set;

  void set(long sinceNanos, Duration after, Alarm.Cause cause) {
    ahead.add(new Alarm(sinceNanos + after.toNanos(), set++, cause));
  }

  /** Lets those due at {@code nowNanos} or before go off, in order of time. */
  void goOff(long nowNanos, Consumer<Alarm.Cause> action) {
    while (next().orElse(Long.MAX_VALUE) <= nowNanos) {
      action.accept(ahead.remove().cause());
    }
  }

  /** When the next one goes off that isn't void yet. */
  OptionalLong next() {
    while (!ahead.isEmpty() && ahead.peek().cause().isVoid()) {
      ahead.remove();
    }
    return ahead.isEmpty() ? OptionalLong.empty() : OptionalLong.of(ahead.peek().atNanos());
  }
}
