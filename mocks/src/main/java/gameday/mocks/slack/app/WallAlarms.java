package gameday.mocks.slack.app;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Alarms by the machine's clock. Cancelled ones take no memory. */
final class WallAlarms implements Alarms, AutoCloseable {
  private static final Alarm NONE = () -> {};

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("slack-alarms").factory());

  WallAlarms() {
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Alarm in(Duration wait, Runnable what) {
    try {
      var due = clock.schedule(what, wait.toNanos(), TimeUnit.NANOSECONDS);
      return () -> due.cancel(false);
    } catch (RejectedExecutionException closing) {
      return NONE;
    }
  }

  /** Forgets all. */
  @Override
  public void close() {
    clock.shutdownNow();
  }
}
