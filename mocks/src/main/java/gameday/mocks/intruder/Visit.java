package gameday.mocks.intruder;

import gameday.mocks.delivery.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Sends what an intruder has planned, and tells how it was answered. */
final class Visit implements AutoCloseable {
  /** So many at most are under way; if a pipeline answers none, more are left out. */
  private static final int AT_ONCE = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final IntruderListener listener;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(callbacks).build();
  private volatile Optional<URI> pipeline = Optional.empty();
  private volatile boolean closed;

  /**
   * A request.
   *
   * @param like what it is to look like
   * @param mark what its text holds; empty for a replay
   */
  record Plan(Trick trick, Webhook like, Map<String, String> headers, byte[] body, String mark) {}

  Visit(IntruderListener listener) {
    this.listener = listener;
  }

  void pipeline(URI base) {
    pipeline = Optional.of(base);
  }

  /** Sends it; returns at once. */
  void pay(Plan plan) {
    if (pipeline.isEmpty() || !free.tryAcquire()) {
      return;
    }
    client
        .sendAsync(request(plan, pipeline.get()), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode)
        .exceptionally(noAnswer -> 0)
        .thenAccept(status -> over(plan, status));
  }

  private void over(Plan plan, int status) {
    free.release();
    if (!closed) {
      listener.tried(plan.like().from(), plan.trick(), status, plan.mark());
    }
  }

  private static HttpRequest request(Plan plan, URI base) {
    var request =
        HttpRequest.newBuilder(base.resolve(plan.like().path()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(plan.body()));
    plan.headers().forEach(request::setHeader);
    return request.build();
  }

  @Override
  public void close() {
    closed = true;
    client.shutdownNow();
    callbacks.shutdown();
  }
}
