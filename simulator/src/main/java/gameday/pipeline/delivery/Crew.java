package gameday.pipeline.delivery;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The workers of one door: few, however many lanes wait. A lane that is ready gets one turn, then
 * the next lane.
 */
final class Crew {
  private final int size;
  private final Executor threads;
  private final Turn turn;
  private final Queue<Lane> ready = new ArrayDeque<>();
  private int working;

  /** What is done for a lane. */
  interface Turn {
    void of(Lane lane) throws InterruptedException;
  }

  Crew(int size, Executor threads, Turn turn) {
    this.size = size;
    this.threads = threads;
    this.turn = turn;
  }

  /** The lane gets a turn, as soon as a worker is free. */
  void ready(Lane lane) {
    synchronized (ready) {
      ready.add(lane);
      if (working == size) {
        return;
      }
      working++;
    }
    try {
      threads.execute(this::work);
    } catch (RejectedExecutionException stopped) {
      // The outbox keeps what is left.
    }
  }

  private void work() {
    try {
      Lane lane = next();
      while (lane != null) {
        turn.of(lane);
        lane = next();
      }
    } catch (InterruptedException e) {
      // The pipeline stops; the outbox keeps what is left.
      Thread.currentThread().interrupt();
    }
  }

  private Lane next() {
    synchronized (ready) {
      Lane lane = ready.poll();
      if (lane == null) {
        working--;
      }
      return lane;
    }
  }
}
