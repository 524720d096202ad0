package gameday.campaign;

import gameday.trial.Finding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Tries many seeds. They are spread over threads and counted in their order, so that what is
 * counted doesn't depend on the threads; few of them are under way at once, so that memory is
 * bounded.
 */
public final class Campaign {
  /** So many for each thread, so that none waits for a slow trial of another. */
  private static final int AHEAD = 16;

  private final Seeds seeds;
  private final int threads;
  private final int mostFailures;
  private volatile boolean stopped;

  /** Why a campaign ended. */
  public enum End {
    /** Every seed was tried. */
    ALL_TRIED,
    /** Enough of them failed. */
    ENOUGH_FAILED,
    STOPPED
  }

  /** What a campaign has shown, and why it ended. */
  public record Result(Tally tally, End end) {}

  /**
   * A campaign.
   *
   * @param mostFailures after how many failing seeds it ends
   */
  public Campaign(Seeds seeds, int threads, int mostFailures) {
    this.seeds = seeds;
    this.threads = threads;
    this.mostFailures = mostFailures;
  }

  /** Ends it after the trials that are under way. Any thread. */
  public void stop() {
    stopped = true;
  }

  /** Whether somebody has ended it. */
  public boolean isStopped() {
    return stopped;
  }

  /**
   * Tries seed after seed.
   *
   * @param examine plays and judges the trial of a seed; called by many threads
   * @param progress is shown the tally after each trial, by the calling thread
   * @throws RuntimeException what {@code examine} has thrown; for the first seed for which it did
   */
  public Result run(LongFunction<Finding> examine, Consumer<Tally> progress) {
    Tally tally = new Tally();
    PrimitiveIterator.OfLong left = seeds.each();
    Deque<Future<Finding>> underWay = new ArrayDeque<>();
    ExecutorService crew = Executors.newFixedThreadPool(threads);
    try {
      while (left.hasNext() || !underWay.isEmpty()) {
        while (left.hasNext() && underWay.size() < AHEAD * threads) {
          long seed = left.nextLong();
          underWay.add(crew.submit(() -> examine.apply(seed)));
        }
        if (stopped) {
          return new Result(tally, End.STOPPED);
        }
        tally.add(finding(underWay.remove()));
        progress.accept(tally);
        if (tally.failures().size() >= mostFailures) {
          return new Result(tally, End.ENOUGH_FAILED);
        }
      }
      return new Result(tally, End.ALL_TRIED);
    } finally {
      crew.shutdownNow();
    }
  }

  private static Finding finding(Future<Finding> trial) {
    try {
      return trial.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while trials were under way", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("a trial broke", e.getCause());
    }
  }
}
