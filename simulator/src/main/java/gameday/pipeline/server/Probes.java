package gameday.pipeline.server;

import gameday.pipeline.delivery.Gate;
import gameday.pipeline.delivery.RateLimited;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the products outside, again and again, whether they would take what we have to say: a token
 * that is wrong may be put right there, and one that is right may be revoked.
 */
final class Probes {
  private static final Logger LOG = LoggerFactory.getLogger(Probes.class);
  private static final Duration WHEN_FINE = Duration.ofMinutes(5);
  private static final Duration WHEN_WRONG = Duration.ofSeconds(5);

  private final Readiness readiness;
  private final List<Thread> threads;

  /**
   * A question to one product.
   *
   * @param name of the check
   * @param gate before the product
   */
  record Probe(String name, Gate gate, Question question) {}

  /** What one asks. */
  interface Question {
    /**
     * What was found, for the log.
     *
     * @throws IOException if it isn't as it must be, saying why
     */
    String ask() throws IOException, InterruptedException;
  }

  Probes(List<Probe> probes, Readiness readiness) {
    this.readiness = readiness;
    this.threads =
        probes.stream()
            .map(probe -> Thread.ofVirtual().name(probe.name()).unstarted(() -> repeat(probe)))
            .toList();
    probes.forEach(probe -> readiness.expect(probe.name()));
  }

  /** Begins in the background. */
  void start() {
    threads.forEach(Thread::start);
  }

  void stop() {
    threads.forEach(Thread::interrupt);
  }

  private void repeat(Probe probe) {
    try {
      while (true) {
        Thread.sleep(look(probe) ? WHEN_FINE : WHEN_WRONG);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean look(Probe probe) throws InterruptedException {
    try {
      String found = probe.gate().read(probe.question()::ask);
      if (readiness.fine(probe.name())) {
        LOG.info("event=check-fine check={} found=\"{}\"", probe.name(), found);
      }
      return true;
    } catch (RateLimited later) {
      // Who is told to come later was heard: that says nothing against the token.
      return false;
    } catch (IOException | RuntimeException e) {
      if (readiness.wrong(probe.name(), String.valueOf(e.getMessage()))) {
        LOG.warn("event=check-wrong check={} reason=\"{}\"", probe.name(), e.getMessage());
      }
      return false;
    }
  }
}
