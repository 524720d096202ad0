package gameday.mocks.slack.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.delivery.Deliveries;
import gameday.mocks.delivery.RetryRule;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.slack.EventSink;
import gameday.mocks.slack.Ids;
import gameday.mocks.slack.SlackCredentials;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.WorkspaceEvents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tells the pipeline of what happens by Slack's Events API: by HTTP, or by a socket it opened. */
public final class SlackEvents implements EventSink {
  /** Where a pipeline takes events unless it says otherwise. */
  public static final String PATH = "/slack/events";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int REDIRECTS = 2;
  private static final RetryRule RETRIES =
      new RetryRule(
          Timing.PATIENCE,
          List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5)),
          REDIRECTS);
  private static final long SECONDS_PER_MINUTE = 60;

  private final Identity app;
  private final Deliveries deliveries;
  private final SocketMode sockets;
  private final String path;
  private final Timing timing;
  private final EventQuota quota;
  private final Signing signing;
  private long events;

  SlackEvents(Identity app, Deliveries deliveries, SocketMode sockets, String path, Timing timing) {
    this.app = app;
    this.deliveries = deliveries;
    this.sockets = sockets;
    this.path = path;
    this.timing = timing;
    this.quota = new EventQuota(timing);
    this.signing = app.signing(Signing.JSON, timing);
  }

  /**
   * Events of everything that happens from now on, by HTTP to the standard path and at real speed,
   * without the rest of what {@link SlackApp} does.
   *
   * @param wallClock the machine's clock, by which receivers judge a signature's age
   */
  public static SlackEvents of(
      SlackWorkspace workspace,
      SlackCredentials credentials,
      Deliveries deliveries,
      Clock wallClock) {
    var app = new Identity(workspace, credentials);
    var timing = new Timing(wallClock, System::nanoTime, 1, Alarms.NONE);
    var sockets = new SocketMode(app.appId(), new Secrets(credentials.signingSecret()), timing);
    var events = new SlackEvents(app, deliveries, sockets, PATH, timing);
    WorkspaceEvents.tell(workspace, events);
    return events;
  }

  /**
   * Sends the challenge that Slack sends before an app's URL is used. Nothing is sent to an app
   * that has opened a socket: it needs no URL.
   *
   * @param pipeline its base URL
   * @return how it was answered
   */
  public Verification verify(URI pipeline) {
    if (sockets.isUsed()) {
      return new Verification(true, 0);
    }
    var challenge = Ids.hex("challenge " + pipeline);
    var asked =
        MAPPER
            .createObjectNode()
            .put("token", app.token())
            .put("challenge", challenge)
            .put("type", "url_verification");
    return ask(pipeline, bytes(asked), challenge);
  }

  /**
   * How a challenge was answered.
   *
   * @param holds whether in time with the challenge, as JSON or as bare text
   * @param status HTTP status, 0 if there was no answer or no question
   */
  public record Verification(boolean holds, int status) {}

  private Verification ask(URI pipeline, byte[] body, String challenge) {
    var request =
        HttpRequest.newBuilder(pipeline.resolve(path))
            .timeout(Timing.PATIENCE)
            .POST(BodyPublishers.ofByteArray(body));
    signing.headers(0, "", body).forEach(request::setHeader);
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var answer = client.send(request.build(), BoundedBody.handler());
      boolean accepted = answer.statusCode() / 100 == 2;
      return new Verification(
          accepted && holds(text(answer.body()), challenge), answer.statusCode());
    } catch (IOException noAnswer) {
      return new Verification(false, 0);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Verification(false, 0);
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static boolean holds(String answer, String challenge) {
    if (answer.strip().equals(challenge)) {
      return true;
    }
    try {
      return MAPPER.readTree(answer).path("challenge").asText().equals(challenge);
    } catch (JsonProcessingException neither) {
      return false;
    }
  }

  /** Slack tells an app nothing that has neither a request URL nor a socket. */
  @Override
  public boolean isListening() {
    return sockets.isUsed() || deliveries.hasReceiver();
  }

  @Override
  public void happened(String conversation, ObjectNode event) {
    if (!isListening()) {
      return;
    }
    switch (quota.next()) {
      case DELIVER -> {
        var id = nextId();
        send(id, conversation, envelope(id, event));
      }
      case TELL -> {
        // Of the Events API only: sockets have no envelope for it.
        if (!sockets.isUsed()) {
          send(nextId(), "app_rate_limited", rateLimited());
        }
      }
      case DROP -> {}
    }
  }

  private void send(String id, String conversation, ObjectNode body) {
    deliveries.send(
        new Webhook(SlackWorkspace.NAME, path, id, conversation, bytes(body), signing, RETRIES));
  }

  private String nextId() {
    return Ids.of("Ev", app.teamId() + events++);
  }

  private ObjectNode envelope(String id, ObjectNode event) {
    var envelope =
        MAPPER
            .createObjectNode()
            .put("token", app.token())
            .put("team_id", app.teamId())
            .put("api_app_id", app.appId());
    envelope.set("event", event);
    var seconds = event.path("event_ts").asText();
    envelope
        .put("type", "event_callback")
        .put("event_id", id)
        .put("event_time", Long.parseLong(seconds.substring(0, seconds.indexOf('.'))));
    envelope
        .putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", app.teamId())
        .put("user_id", app.botUserId())
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    return envelope
        .put("is_ext_shared_channel", false)
        .put("event_context", "4-" + Ids.hex("context " + id));
  }

  private ObjectNode rateLimited() {
    var now = timing.wall().instant().getEpochSecond();
    return MAPPER
        .createObjectNode()
        .put("token", app.token())
        .put("type", "app_rate_limited")
        .put("team_id", app.teamId())
        .put("minute_rate_limited", now - now % SECONDS_PER_MINUTE)
        .put("api_app_id", app.appId());
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
