package gameday.mocks.slack.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import gameday.mocks.delivery.DeliveryListener;
import gameday.mocks.delivery.RetryRule;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.slack.Ids;
import gameday.mocks.slack.SlackWorkspace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the app of interactions, once each, and waits three seconds for what it says. */
final class InteractionSender implements AutoCloseable {
  /** Further ones fail at once. */
  private static final int MOST_UNDER_WAY = 1_000;

  private static final int OK = 200;

  /** How often a request is sent again because a pooled connection had gone stale. */
  private static final int MOST_RESENDS = 1;

  private static final RetryRule NEVER_AGAIN = new RetryRule(Timing.PATIENCE, List.of());
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SocketMode sockets;
  private final RequestUrls urls;
  private final DeliveryListener listener;
  private final Timing timing;
  private final Signing signing;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicInteger underWay = new AtomicInteger();
  private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(callbacks).build();
  private volatile Optional<URI> pipeline = Optional.empty();

  InteractionSender(
      Identity app,
      SocketMode sockets,
      RequestUrls urls,
      DeliveryListener listener,
      Timing timing) {
    this.sockets = sockets;
    this.urls = urls;
    this.listener = listener;
    this.timing = timing;
    this.signing = app.signing(Signing.FORM, timing);
  }

  void pipeline(URI base) {
    pipeline = Optional.of(base);
  }

  /** Completes, never exceptionally, and never on the caller's thread's stack. */
  CompletableFuture<Ack> send(Interaction interaction) {
    var webhook = webhook(interaction);
    if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
      underWay.decrementAndGet();
      listener.refused(webhook, MOST_UNDER_WAY);
      return CompletableFuture.completedFuture(Ack.failed(0, Trouble.FAILED));
    }
    var started = timing.now();
    var ack = sockets.isUsed() ? bySocket(interaction) : byHttp(webhook);
    return ack.thenApplyAsync(how -> ended(webhook, how, timing.now() - started), callbacks)
        .exceptionally(closing -> Ack.failed(0, Trouble.FAILED));
  }

  private Ack ended(Webhook webhook, Ack how, long nanos) {
    underWay.decrementAndGet();
    listener.attempted(webhook, 0, how.status(), nanos);
    return how;
  }

  private Webhook webhook(Interaction interaction) {
    var path =
        switch (interaction.kind()) {
          case INTERACTIVE -> urls.interactivity();
          case COMMAND -> urls.commands();
        };
    return new Webhook(
        SlackWorkspace.NAME,
        path,
        Ids.of("Ix", "interaction " + sent.getAndIncrement()),
        interaction.conversation(),
        interaction.form(),
        signing,
        NEVER_AGAIN);
  }

  private CompletableFuture<Ack> bySocket(Interaction interaction) {
    var parcel =
        new Parcel(
            interaction.kind().envelope(),
            interaction.payload(),
            interaction.takesAnswer(),
            Optional.empty());
    return sockets
        .send(parcel)
        .thenApply(
            receipt -> {
              if (receipt.taken()) {
                return Ack.taken(OK, receipt.payload());
              }
              var late = receipt == SocketMode.Receipt.TIMEOUT;
              return Ack.failed(0, late ? Trouble.TIMED_OUT : Trouble.FAILED);
            });
  }

  private CompletableFuture<Ack> byHttp(Webhook webhook) {
    if (pipeline.isEmpty()) {
      return CompletableFuture.completedFuture(Ack.failed(0, Trouble.FAILED));
    }
    var answer = exchange(request(webhook, pipeline.get()), MOST_RESENDS);
    var ack = new CompletableFuture<Ack>();
    var alarm =
        timing
            .alarms()
            .in(
                Timing.PATIENCE,
                () -> {
                  ack.complete(Ack.failed(0, Trouble.TIMED_OUT));
                  answer.cancel(true);
                });
    answer
        .handle((got, failure) -> failure == null ? read(got) : Ack.failed(0, Trouble.FAILED))
        .thenAccept(
            how -> {
              ack.complete(how);
              alarm.cancel();
            });
    return ack;
  }

  private HttpRequest request(Webhook webhook, URI base) {
    var request =
        HttpRequest.newBuilder(base.resolve(webhook.path()))
            .POST(BodyPublishers.ofByteArray(webhook.body()));
    webhook.signer().headers(0, "", webhook.body()).forEach(request::setHeader);
    return request.build();
  }

  private CompletableFuture<HttpResponse<byte[]>> exchange(HttpRequest request, int resends) {
    return client
        .sendAsync(request, BoundedBody.handler())
        .exceptionallyCompose(
            failure ->
                resends > 0 && isStaleConnection(failure)
                    ? exchange(request, resends - 1)
                    : CompletableFuture.failedFuture(failure));
  }

  private static boolean isStaleConnection(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof IOException
        && !(cause instanceof ConnectException)
        && !(cause instanceof BoundedBody.TooLarge)
        && !(cause.getCause() instanceof BoundedBody.TooLarge);
  }

  private static Ack read(HttpResponse<byte[]> answer) {
    var status = answer.statusCode();
    return status / 100 == 2
        ? Ack.taken(status, object(answer))
        : Ack.failed(status, Trouble.FAILED);
  }

  private static JsonNode object(HttpResponse<byte[]> answer) {
    var text = new String(answer.body(), StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return MissingNode.getInstance();
    }
    var type = answer.headers().firstValue("content-type").orElse("");
    if (type.startsWith(Signing.JSON)) {
      try {
        return MAPPER.readTree(text);
      } catch (JsonProcessingException noJson) {
        // Shown as it is, like any other text.
      }
    }
    return MAPPER.createObjectNode().put("text", text);
  }

  @Override
  public void close() {
    client.shutdownNow();
    callbacks.shutdown();
  }
}
