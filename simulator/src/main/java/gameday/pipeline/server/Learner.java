package gameday.pipeline.server;

import gameday.pipeline.Conversation;
import gameday.pipeline.store.StoredKey;
import gameday.process.Chat;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The recorder, as those use it who read on threads of their own and can wait. */
record Learner(Recorder recorder) {
  private static final long PATIENCE_SECONDS = 30;

  /**
   * Returns once {@code arrivals} are stored.
   *
   * @throws IOException if they may not be
   */
  void learn(List<Arrival> arrivals) throws IOException, InterruptedException {
    if (!arrivals.isEmpty()) {
      await(recorder.learn(arrivals));
    }
  }

  /** Whether something of that key was learnt. */
  boolean knows(String key) throws IOException, InterruptedException {
    return await(recorder.ask(pipeline -> pipeline.knows(StoredKey.of(key))));
  }

  /** The chat's conversations that aren't closed, as far as the pipeline knows. */
  List<Conversation> open(Chat chat) throws IOException, InterruptedException {
    return await(recorder.ask(pipeline -> pipeline.open(chat)));
  }

  /** Event time. */
  long nowNanos() {
    return recorder.nanosOf(Instant.now());
  }

  /** Event time at {@code instant}, but not before the pipeline's first start. */
  long nanosOf(Instant instant) {
    return recorder.nanosOf(instant.isBefore(born()) ? born() : instant);
  }

  /**
   * The pipeline's first start, to the second. What is older is history: somebody else may have
   * dealt with it, or a pipeline whose memory is gone.
   */
  Instant born() {
    return recorder.born();
  }

  private static <T> T await(CompletableFuture<T> future) throws IOException, InterruptedException {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("not stored", e);
    }
  }
}
