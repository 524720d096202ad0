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
import gameday.mocks.slack.SlackSignature;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.WorkspaceEvents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the pipeline of what happens by Slack's Events API over HTTP. */
public final class SlackEvents implements EventSink {
  /** Where the pipeline takes events. */
  public static final String PATH = "/slack/events";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final RetryRule RETRIES =
      new RetryRule(PATIENCE, List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5)));

  private final SlackWorkspace workspace;
  private final SlackCredentials credentials;
  private final Deliveries deliveries;
  private final Clock wallClock;
  private long events;

  /**
   * Events of everything that happens from now on.
   *
   * @param wallClock the machine's clock, by which receivers judge a signature's age
   */
  public static SlackEvents of(
      SlackWorkspace workspace,
      SlackCredentials credentials,
      Deliveries deliveries,
      Clock wallClock) {
    var events = new SlackEvents(workspace, credentials, deliveries, wallClock);
    WorkspaceEvents.tell(workspace, events);
    return events;
  }

  private SlackEvents(
      SlackWorkspace workspace,
      SlackCredentials credentials,
      Deliveries deliveries,
      Clock wallClock) {
    this.workspace = workspace;
    this.credentials = credentials;
    this.deliveries = deliveries;
    this.wallClock = wallClock;
  }

  /**
   * Sends the challenge that Slack sends before an app's URL is used.
   *
   * @param pipeline its base URL
   * @return how it was answered
   */
  public Verification verify(URI pipeline) {
    var challenge = Ids.hex("challenge " + pipeline);
    var asked =
        MAPPER
            .createObjectNode()
            .put("token", verificationToken())
            .put("challenge", challenge)
            .put("type", "url_verification");
    return ask(pipeline, bytes(asked), challenge);
  }

  /**
   * How a challenge was answered.
   *
   * @param holds whether in time with the challenge, as JSON or as bare text
   * @param status HTTP status, 0 if there was no answer
   */
  public record Verification(boolean holds, int status) {}

  private Verification ask(URI pipeline, byte[] body, String challenge) {
    var request =
        HttpRequest.newBuilder(pipeline.resolve(PATH))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    headers(0, "", body).forEach(request::setHeader);
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      boolean accepted = answer.statusCode() / 100 == 2;
      return new Verification(accepted && holds(answer.body(), challenge), answer.statusCode());
    } catch (IOException noAnswer) {
      return new Verification(false, 0);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Verification(false, 0);
    }
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

  @Override
  public void happened(String conversation, ObjectNode event) {
    var id = Ids.of("Ev", workspace.teamId() + events++);
    deliveries.send(
        new Webhook(
            SlackWorkspace.NAME,
            PATH,
            id,
            conversation,
            bytes(envelope(id, event)),
            this::headers,
            RETRIES));
  }

  private ObjectNode envelope(String id, ObjectNode event) {
    var envelope =
        MAPPER
            .createObjectNode()
            .put("token", verificationToken())
            .put("team_id", workspace.teamId())
            .put("api_app_id", workspace.appId());
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
        .put("team_id", workspace.teamId())
        .put("user_id", workspace.botUserId())
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    return envelope.put("is_ext_shared_channel", false);
  }

  private Map<String, String> headers(int attempt, String reason, byte[] body) {
    var now = wallClock.instant().getEpochSecond();
    var headers = new LinkedHashMap<String, String>();
    headers.put("X-Slack-Request-Timestamp", Long.toString(now));
    headers.put("X-Slack-Signature", SlackSignature.of(credentials.signingSecret(), now, body));
    if (attempt > 0) {
      headers.put("x-slack-retry-num", Integer.toString(attempt));
      headers.put("x-slack-retry-reason", reason);
    }
    return headers;
  }

  /** The old way to know Slack; still sent, not to be relied on. */
  private String verificationToken() {
    return Ids.hex("verification " + workspace.teamId());
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
