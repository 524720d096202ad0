package gameday.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C and TERM end a rehearsal in order: the run is told, and the JVM's own end (exit code
 * 130 or 143) waits, for a bounded time, until the run folder is written.
 */
final class Interruption {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook;

  Interruption(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              await();
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void await() {
    try {
      written.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is written. */
  void over() {
    written.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook is what made us come here.
    }
  }
}
