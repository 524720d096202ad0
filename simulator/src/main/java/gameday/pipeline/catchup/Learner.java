package gameday.pipeline.catchup;

import gameday.pipeline.Conversation;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.record.Recorder;
import gameday.process.Chat;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The recorder, as those use it who read on threads of their own and can wait. */
public record Learner(Recorder recorder) {
  private static final long PATIENCE_SECONDS = 30;

  /**
   * Returns once {@code arrivals} are stored.
   *
   * @throws IOException if they may not be
   */
  public void learn(List<Arrival> arrivals) throws IOException, InterruptedException {
    if (!arrivals.isEmpty()) {
      await(recorder.learn(arrivals));
    }
  }

  /** Whether something of that key was learnt. */
  public boolean knows(String key) throws IOException, InterruptedException {
    return await(recorder.knows(key));
  }

  /** The chat's conversations that aren't closed, as far as the pipeline knows. */
  public List<Conversation> open(Chat chat) throws IOException, InterruptedException {
    return await(recorder.ask(pipeline -> pipeline.open(chat)));
  }

  /** Event time. */
  public long nowNanos() {
    return recorder.nanosOf(Instant.now());
  }

  /** Event time at {@code instant}, but not before the pipeline's first start. */
  public long nanosOf(Instant instant) {
    return recorder.nanosOf(instant.isBefore(born()) ? born() : instant);
  }

  /**
   * The pipeline's first start, to the second. What is older is history: somebody else may have
   * dealt with it, or a pipeline whose memory is gone.
   */
  public Instant born() {
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
