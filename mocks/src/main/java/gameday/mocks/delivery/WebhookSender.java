package gameday.mocks.delivery;

import gameday.mocks.faults.Faults;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers webhooks to the pipeline over pooled HTTP/1.1 connections.
 *
 * <p>The next delivery of a conversation starts once the first attempt of the one before has ended;
 * conversations don't wait for each other, and retries wait for nobody. While a product has an
 * outage, its deliveries are held back. Any 2xx is success.
 */
public final class WebhookSender implements Deliveries, AutoCloseable {
  /** At most so many requests are open at once; more wait their turn. */
  private static final int MOST_OPEN = 256;

  /** How often a request is sent again because a pooled connection had gone stale. */
  private static final int MOST_RESENDS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

  private final double speed;
  private final Faults faults;
  private final DeliveryListener listener;
  private final Lanes lanes;
  private final Meddler meddler;
  private final Queue<Attempt> ready = new ArrayDeque<>();
  private int open;
  private volatile Optional<URI> pipeline = Optional.empty();
  private volatile Courier courier = Courier.NONE;
  private volatile Wiretap wiretap = Wiretap.NONE;
  private volatile boolean closed;

  private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(callbacks).build();
  private final ScheduledExecutorService retries =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-retries").factory());

  /**
   * @param speed seconds of event time in one second; retry delays are event time
   * @param bound how many deliveries may be under way, waiting for a retry included; further ones
   *     are refused
   * @param faults whose outages hold deliveries back, and whose other faults are played on them
   */
  public WebhookSender(double speed, int bound, Faults faults, DeliveryListener listener) {
    this.speed = speed;
    this.faults = faults;
    this.listener = listener;
    this.lanes = new Lanes(bound);
    this.meddler = new Meddler(faults, listener, new Ways());
  }

  /** Where the pipeline listens, without a path. Until this is set, no attempt gets an answer. */
  public void pipeline(URI base) {
    pipeline = Optional.of(base);
  }

  /** From now on each attempt is offered to {@code other} first, and goes by HTTP if refused. */
  public void courier(Courier other) {
    courier = other;
  }

  /** From now on {@code other} hears what is sent; nobody else does. */
  public void wiretap(Wiretap other) {
    wiretap = other;
  }

  @Override
  public boolean hasReceiver() {
    return pipeline.isPresent();
  }

  @Override
  public Optional<URI> receiver() {
    return pipeline;
  }

  @Override
  public void send(Webhook webhook) {
    if (closed) {
      listener.refused(webhook, pending());
    } else {
      meddler.send(webhook);
    }
  }

  /** How many deliveries are neither done nor given up; 0 when idle. */
  public int pending() {
    return lanes.pending();
  }

  /** Drops what is under way. Does nothing the second time. */
  @Override
  public void close() {
    closed = true;
    retries.shutdownNow();
    client.shutdownNow();
    callbacks.shutdown();
  }

  private void begin(Attempt attempt) {
    var back = faults.back(attempt.webhook().from());
    if (back.isDone()) {
      admit(attempt);
    } else {
      // Not on the thread that ends the outage: thousands may wait.
      back.thenRunAsync(() -> begin(attempt), retries);
    }
  }

  private void admit(Attempt attempt) {
    synchronized (ready) {
      if (open >= MOST_OPEN) {
        ready.add(attempt);
        return;
      }
      open++;
    }
    fire(attempt);
  }

  private void fire(Attempt attempt) {
    var started = System.nanoTime();
    courier
        .carry(attempt.webhook(), attempt.number(), attempt.reason())
        .map(carried -> carried.thenApply(Attempt.Ending::of))
        .orElseGet(() -> exchange(attempt, MOST_RESENDS).thenApply(Attempt.Ending::of))
        .exceptionally(WebhookSender::failed)
        // Always on a fresh stack: an attempt that fails at once starts the next one.
        .thenAcceptAsync(ending -> ended(attempt, ending, System.nanoTime() - started), callbacks)
        .exceptionally(bug -> logged(attempt, bug));
  }

  private CompletableFuture<HttpResponse<Void>> exchange(Attempt attempt, int resends) {
    if (pipeline.isEmpty()) {
      return CompletableFuture.failedFuture(new ConnectException("no pipeline yet"));
    }
    try {
      return client
          .sendAsync(request(attempt, pipeline.get()), BodyHandlers.discarding())
          .thenCompose(answer -> Redirects.followed(client, answer, redirects(attempt)))
          .exceptionallyCompose(
              failure ->
                  resends > 0 && isStaleConnection(cause(failure))
                      ? exchange(attempt, resends - 1)
                      : CompletableFuture.failedFuture(failure));
    } catch (RuntimeException bug) {
      return CompletableFuture.failedFuture(bug);
    }
  }

  /**
   * Whether a connection ended without a word. Servers close idle connections, and one that closes
   * while we write to it has done nothing wrong: without another go, pooling would lose deliveries
   * that a product with a connection for each would have made.
   */
  private static boolean isStaleConnection(Throwable failure) {
    return failure instanceof IOException
        && !(failure instanceof HttpTimeoutException)
        && !(failure instanceof TooManyRedirects)
        && !(failure instanceof SSLException)
        && !(failure instanceof ConnectException);
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  private static int redirects(Attempt attempt) {
    return attempt.webhook().retries().redirects();
  }

  private HttpRequest request(Attempt attempt, URI pipeline) {
    var webhook = attempt.webhook();
    var headers = signed(attempt);
    var request =
        HttpRequest.newBuilder(pipeline.resolve(webhook.path()))
            .timeout(webhook.retries().timeout())
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(webhook.body()));
    headers.forEach(request::setHeader);
    wiretap.heard(webhook, headers);
    return request.build();
  }

  private Map<String, String> signed(Attempt attempt) {
    var webhook = attempt.webhook();
    var signing = new Signing(webhook, attempt.number(), attempt.reason());
    var clock = faults.clock(webhook.from());
    var headers = signing.now();
    if (signing.isStale(clock, headers)) {
      listener.meddled(webhook, attempt.number(), "stale-clock");
    }
    return headers;
  }

  private static Attempt.Ending failed(Throwable failure) {
    var cause = cause(failure);
    if (!(cause instanceof IOException)) {
      LOG.error("a webhook could not be made", cause);
    }
    return Attempt.Ending.of(cause);
  }

  private Void logged(Attempt attempt, Throwable bug) {
    if (!closed) {
      LOG.error("after attempt {} of {}", attempt.number(), attempt.webhook().delivery(), bug);
    }
    return null;
  }

  private void ended(Attempt attempt, Attempt.Ending ending, long nanos) {
    if (closed) {
      return;
    }
    try {
      listener.attempted(attempt.webhook(), attempt.number(), ending.status(), nanos);
    } finally {
      free();
      if (attempt.inLane()) {
        lanes.next(attempt.webhook()).ifPresent(next -> begin(Attempt.first(next, true)));
      }
      attempt.again(ending).ifPresentOrElse(this::later, lanes::leave);
    }
  }

  private void later(Attempt.Again again) {
    try {
      after(again.after().toNanos(), () -> begin(again.attempt()));
    } catch (RejectedExecutionException closing) {
      lanes.leave();
    }
  }

  private void after(long eventNanos, Runnable later) {
    retries.schedule(later, (long) (eventNanos / speed), TimeUnit.NANOSECONDS);
  }

  /** How deliveries go, for what faults do to them. */
  private final class Ways implements Meddler.Road {
    @Override
    public boolean takePlace(Webhook webhook) {
      boolean free = lanes.take();
      if (!free) {
        listener.refused(webhook, pending());
      }
      return free;
    }

    @Override
    public void inOrder(Webhook webhook) {
      if (lanes.enter(webhook)) {
        begin(Attempt.first(webhook, true));
      }
    }

    @Override
    public void aside(Webhook webhook) {
      begin(Attempt.first(webhook, false));
    }

    @Override
    public void after(long eventNanos, Runnable later) {
      try {
        WebhookSender.this.after(eventNanos, later);
      } catch (RejectedExecutionException closing) {
        lanes.leave();
      }
    }
  }

  private void free() {
    Attempt next;
    synchronized (ready) {
      next = ready.poll();
      if (next == null) {
        open--;
        return;
      }
    }
    fire(next);
  }
}
