package gameday.pipeline.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import gameday.pipeline.delivery.Backoff;
import gameday.pipeline.delivery.RateLimited;
import gameday.pipeline.products.SlackCalls;
import gameday.pipeline.settings.Settings;
import gameday.slack.SlackSdk;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a Socket Mode connection open, whatever happens to it. Slack's client offers to do that,
 * but its watch ends for good when Slack answers with an error word.
 */
final class SlackSocket {
  static final String CHECK = "slack-socket";

  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final Slack slack;
  private final String appToken;
  private final Envelopes envelopes;
  private final Readiness readiness;
  private final Backoff backoff;
  private final Thread thread;

  private final Semaphore greeted = new Semaphore(0);
  private final Semaphore troubled = new Semaphore(0);
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile boolean hasBeenOpen;
  private volatile boolean stopping;
  private Optional<SocketClient> current = Optional.empty();

  SlackSocket(Settings.Slack settings, Envelopes envelopes, Readiness readiness, Backoff backoff) {
    this.slack = SlackSdk.at(settings.apiUrl()).slack();
    this.appToken = settings.appToken().orElseThrow();
    this.envelopes = envelopes;
    this.readiness = readiness;
    this.backoff = backoff;
    this.thread = Thread.ofPlatform().name(CHECK).daemon().unstarted(this::run);
    readiness.expect(CHECK);
  }

  /** Begins in the background. */
  void start() {
    thread.start();
  }

  /** Whether there has been a connection. */
  boolean hasBeenOpen() {
    return hasBeenOpen;
  }

  /** Closes it; what was told and isn't acknowledged, Slack tells again. */
  void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(1_000);
  }

  private void run() {
    int tries = 0;
    try {
      while (!stopping) {
        troubled.drainPermits();
        boolean wanted = asked.getAndSet(false);
        if (!wanted && current.isPresent() && current.get().verifyConnection()) {
          tries = 0;
          troubled.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } else if (!stopping) {
          Thread.sleep(open(++tries, wanted));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      current.ifPresent(SlackSocket::end);
    }
  }

  /**
   * Opens a connection, and ends the one before it.
   *
   * @param wanted whether Slack asked for it, and tells us everything on the old one meanwhile
   * @return when to try again, if it isn't open
   */
  private Duration open(int tries, boolean wanted) throws InterruptedException {
    Optional<SocketClient> before = current;
    try {
      greeted.drainPermits();
      SocketClient opened = new SocketClient(slack, appToken, address(), this::hear);
      opened.addWebSocketCloseListener((code, reason) -> troubled.release());
      current = Optional.of(opened);
      opened.connect();
      if (!greeted.tryAcquire(HELLO_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("no hello within " + HELLO_WITHIN.toSeconds() + " s");
      }
    } catch (IOException | URISyntaxException | RuntimeException e) {
      current
          .filter(client -> before.isEmpty() || client != before.get())
          .ifPresent(SlackSocket::end);
      current = before;
      Duration pause = e instanceof RateLimited later ? later.after() : backoff.after(tries);
      notOpen(tries, pause, e);
      return pause;
    }
    before.ifPresent(SlackSocket::end);
    readiness.fine(CHECK);
    LOG.info("event=socket-open tries={} asked={}", tries, wanted);
    if (hasBeenOpen && !wanted) {
      envelopes.missed();
    }
    hasBeenOpen = true;
    return Duration.ZERO;
  }

  private void notOpen(int tries, Duration pause, Exception why) {
    readiness.wrong(CHECK, "not connected: " + why.getMessage());
    LOG.warn(
        "event=socket-not-open tries={} pause={}ms reason=\"{}\"",
        tries,
        pause.toMillis(),
        why.getMessage());
  }

  private String address() throws IOException {
    try {
      AppsConnectionsOpenResponse answer =
          slack.methods().appsConnectionsOpen(call -> call.token(appToken));
      if (!answer.isOk()) {
        throw new IOException("Slack does not take SLACK_APP_TOKEN: " + answer.getError());
      }
      return answer.getUrl();
    } catch (SlackApiException e) {
      throw SlackCalls.noAnswer(e);
    }
  }

  private static void end(SocketClient client) {
    try {
      client.close();
    } catch (IOException | RuntimeException e) {
      LOG.warn("event=socket-not-closed reason=\"{}\"", e.getMessage());
    }
  }

  private void hear(SocketClient from, String text) {
    try {
      JsonNode told = JSON.readTree(text);
      switch (told.path("type").asText()) {
        case "hello" -> greeted.release();
        case "disconnect" -> {
          LOG.info("event=socket-asked-to-reconnect reason={}", told.path("reason").asText());
          asked.set(true);
          troubled.release();
        }
        default -> envelopes.take(told, from::sendWebSocketMessage);
      }
    } catch (JsonProcessingException e) {
      LOG.warn("event=socket-unreadable length={}", text.length());
    }
  }
}
