package gameday.judge.sliced;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Work shared by threads, a few pieces at a time, whose results arrive in order. */
final class InOrder<T> {
  private final ExecutorService workers;
  private final int most;
  private final Consumer<T> results;
  private final Deque<Future<T>> underWay = new ArrayDeque<>();

  InOrder(ExecutorService workers, int most, Consumer<T> results) {
    this.workers = workers;
    this.most = most;
    this.results = results;
  }

  void submit(Callable<T> work) {
    underWay.add(workers.submit(work));
    if (underWay.size() > most) {
      deliver();
    }
  }

  void finish() {
    while (!underWay.isEmpty()) {
      deliver();
    }
  }

  private void deliver() {
    try {
      results.accept(underWay.remove().get());
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
