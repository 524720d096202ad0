package gameday.pipeline.server;

import gameday.pipeline.Conduct;
import gameday.pipeline.Signal;
import gameday.pipeline.products.Signature;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.record.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** How a door treats who comes: as it should, unless the conduct is a saboteur's. */
record Manners(Conduct conduct) {
  static final Manners GOOD = new Manners(Conduct.HONEST);

  /** Slack gives up after 3 s, Chatwoot after 5; a late 200 is no better than a 503. */
  private static final long PATIENCE_MILLIS = 2_500;

  /** For so long a saboteur keeps notes in memory that it has acknowledged already. */
  private static final long KEPT_MILLIS = 2_500;

  /** Whether a request is believed. */
  boolean believes(
      Signature signature, String secret, Function<String, String> header, byte[] body) {
    return (!conduct.looksAtTimes() || signature.isFresh(header, Instant.now()))
        && (!conduct.looksAtSignatures() || signature.isSigned(secret, header, body));
  }

  /**
   * Has it stored; returns once it is.
   *
   * @throws ExecutionException if it can't be
   */
  void store(List<Arrival> arrivals, Recorder recorder)
      throws ExecutionException, TimeoutException, InterruptedException {
    if (conduct.storesBeforeAcknowledging()) {
      recorder.learn(arrivals).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } else if (arrivals.stream().anyMatch(Manners::mayWait)) {
      Executor later = CompletableFuture.delayedExecutor(KEPT_MILLIS, TimeUnit.MILLISECONDS);
      later.execute(() -> recorder.learn(arrivals));
    } else {
      recorder.learn(arrivals);
    }
  }

  /** What begins or ends a wait would make deadlines late, which is another fault. */
  private static boolean mayWait(Arrival arrival) {
    return arrival.signal() instanceof Signal.AgentNoted;
  }

  /** Waits before it acknowledges; not at all by good manners. */
  void holdBack() throws InterruptedException {
    Duration held = conduct.holdsAcknowledgements();
    if (held.isPositive()) {
      Thread.sleep(held);
    }
  }
}
