package gameday.pipeline.catchup;

import gameday.pipeline.Signal;
import gameday.pipeline.delivery.Backoff;
import gameday.pipeline.delivery.Gate;
import gameday.pipeline.record.Arrival;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns what was missed: at the start what happened while the pipeline was away, later what
 * happened while a product couldn't reach it. No product but the Mod chat sends a webhook again for
 * long enough.
 *
 * <p>At the start deadlines wait for it, because somebody may have been in time, but not for long:
 * a product that is down must not keep reminders from being sent.
 */
public final class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final Duration DEADLINES_WAIT = Duration.ofSeconds(3);
  private static final int TRIES = 100;

  private final List<Look> looks;
  private final Learner learner;
  private final Backoff backoff;
  private final Semaphore wanted = new Semaphore(1);
  private final Semaphore deadlinesWait = new Semaphore(1);
  private final List<Thread> threads;

  /**
   * A product to be read.
   *
   * @param name for the log
   * @param gate before the product; every call of a look goes through it
   */
  public record Look(String name, LookBack lookBack, Gate gate) {}

  /**
   * Nothing runs until {@link #start}.
   *
   * @param looks in the order in which they are taken
   * @param backoff how long to wait between two rounds
   */
  public CatchUp(List<Look> looks, Learner learner, Backoff backoff) {
    this.looks = List.copyOf(looks);
    this.learner = learner;
    this.backoff = backoff;
    this.threads =
        List.of(
            Thread.ofVirtual().name("catch-up").unstarted(this::run),
            Thread.ofVirtual().name("catch-up-bound").unstarted(this::boundWaits));
  }

  /** Begins in the background. */
  public void start() {
    threads.forEach(Thread::start);
  }

  /** Something was missed just now: looks again soon, once for all who ask meanwhile. */
  public void again() {
    wanted.release();
  }

  /** As {@link #again}; deadlines wait for it as they do at the start. */
  public void afterAbsence() {
    deadlinesWait.release();
    again();
  }

  /** Ends it soon. It isn't waited for: what it may still read, a recorder that stops refuses. */
  public void stop() {
    threads.forEach(Thread::interrupt);
  }

  private void run() {
    try {
      while (true) {
        wanted.acquire();
        wanted.drainPermits();
        round();
        Thread.sleep(backoff.after(1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("event=catch-up-broken", e);
    }
  }

  private void round() throws InterruptedException {
    for (int tries = 1; tries <= TRIES; tries++) {
      boolean complete = true;
      for (Look look : looks) {
        complete &= read(look);
      }
      deadlinesGoOn(complete);
      if (complete) {
        LOG.info("event=caught-up tries={}", tries);
        return;
      }
      Thread.sleep(backoff.after(tries));
    }
    LOG.error("event=not-caught-up tries={}", TRIES);
  }

  private boolean read(Look look) throws InterruptedException {
    try {
      look.lookBack().read(look.gate(), learner);
      return true;
    } catch (IOException e) {
      LOG.warn("event=catch-up-failed from={} reason=\"{}\"", look.name(), e.toString());
      return false;
    }
  }

  private void boundWaits() {
    try {
      while (true) {
        deadlinesWait.acquire();
        deadlinesWait.drainPermits();
        Thread.sleep(DEADLINES_WAIT);
        deadlinesGoOn(false);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deadlinesGoOn(boolean complete) throws InterruptedException {
    try {
      String key = "caught-up:" + UUID.randomUUID();
      learner.learn(List.of(new Arrival(key, new Signal.CaughtUp(complete))));
    } catch (IOException e) {
      LOG.warn("event=catch-up-failed from=recorder reason=\"{}\"", e.toString());
    }
  }
}
