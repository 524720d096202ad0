package gameday.mocks.slack.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Alarms and nanoseconds that pass only when a test says so. */
final class ManualAlarms implements Alarms {
  private final List<Due> dues = new ArrayList<>();
  private long nanos;

  @Override
  public synchronized Alarm in(Duration wait, Runnable what) {
    var due = new Due(nanos + wait.toNanos(), what);
    dues.add(due);
    return () -> forget(due);
  }

  private synchronized void forget(Due due) {
    dues.remove(due);
  }

  synchronized long nanos() {
    return nanos;
  }

  /** How many alarms are set. */
  synchronized int set() {
    return dues.size();
  }

  /** Lets time pass, and runs what is due. */
  void pass(Duration time) {
    List<Due> now;
    synchronized (this) {
      nanos += time.toNanos();
      now = dues.stream().filter(due -> due.atNanos <= nanos).toList();
      dues.removeAll(now);
    }
    now.forEach(due -> due.what.run());
  }

  private record Due(long atNanos, Runnable what) {}
}
