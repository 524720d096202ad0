package gameday.mocks.sdk;

import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.slack.SlackMessage;
import gameday.mocks.slack.app.Outcome;
import gameday.mocks.slack.app.SlackInteractions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do, and what they must see of the app, by the names the list has for it. */
final class BoltFlows {
  private static final Outcome ACKNOWLEDGED = new Outcome.Acknowledged();

  private static final String FORGED =
      """
      {"token":"t","team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"Ev1",
       "event_time":1700000000,"event":{"type":"message","channel":"C1","channel_type":"channel",
       "user":"U1","text":"help","ts":"1700000000.000001","event_ts":"1700000000.000001"}}
      """;

  private final Stage stage;
  private final BoltApp app;
  private final String ada;
  private final String channel;

  BoltFlows(Stage stage, BoltApp app) {
    this.stage = stage;
    this.app = app;
    this.ada = stage.fact("ada");
    this.channel = stage.fact("channel");
  }

  interface Play {
    void play() throws Exception;
  }

  Map<String, Play> all() {
    return Map.ofEntries(
        entry("answers the challenge", this::challenge),
        entry("replies in the thread of a message", this::reply),
        entry("answers a mention", this::mention),
        entry("sees a reaction", this::reaction),
        entry("is told again of what it failed to take", this::retry),
        entry("refuses a forged event", this::forgery),
        entry("answers a slash command", this::command),
        entry("answers a pressed button by its response_url", this::press),
        entry("has a view filled in", this::view),
        entry("comes back when it is asked to", this::reconnect));
  }

  private void challenge() {
    assertTrue(stage.mocks.verify(app.url().orElseThrow()).holds());
  }

  private void reply() {
    var ts = post("help, no sound");

    var reply = replyTo(ts);
    assertEquals("on it, <@" + ada + ">", reply.text());
    assertEquals(stage.fact("bot"), reply.userId());
    assertEquals(channel, reply.channelId());
  }

  private void mention() {
    var ts = post("<@" + stage.fact("bot") + "> are you there?");

    assertEquals("yes, <@" + ada + ">?", replyTo(ts).text());
  }

  private void reaction() {
    var ts = post("who has seen this?");
    stage.mocks.slack().react(ada, channel, ts, "eyes");

    assertEquals("<@" + ada + "> says eyes", replyTo(ts).text());
  }

  private void retry() {
    var ts = post("fail once");

    var reason = app.url().isPresent() ? "http_error" : "timeout";
    assertEquals("again 1 " + reason, replyTo(ts).text());
  }

  private void forgery() throws Exception {
    var forged =
        HttpRequest.newBuilder(app.url().orElseThrow().resolve("/slack/events"))
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", "" + Instant.now().getEpochSecond())
            .header("X-Slack-Signature", "v0=" + "0".repeat(64))
            .POST(BodyPublishers.ofString(FORGED))
            .build();

    try (var intruder = HttpClient.newHttpClient()) {
      assertEquals(401, intruder.send(forged, BodyHandlers.discarding()).statusCode());
    }
  }

  private void command() {
    assertEquals(ACKNOWLEDGED, people().command(ada, channel, "/status", "hall 1").join());

    var seen = people().ephemerals(ada).getLast();
    assertEquals("all is well: hall 1", seen.text());
  }

  private void press() {
    var offer = replyTo(post("help, who takes this?"));

    assertEquals(ACKNOWLEDGED, people().press(ada, channel, offer.ts(), "take").join());

    await().until(() -> stage.edited(offer).isPresent());
    assertEquals("q7 taken by <@" + ada + ">", stage.edited(offer).orElseThrow().text());
  }

  private void view() {
    assertEquals(ACKNOWLEDGED, people().shortcut(ada, "ask").join());
    await().until(() -> people().openViews(ada).size() == 1);
    var view = people().openViews(ada).getFirst().path("id").asText();

    var rejected = people().submit(ada, view, Map.of("text", List.of("?"))).join();
    assertEquals(new Outcome.Rejected(Map.of("question", "say more")), rejected);
    var taken = people().submit(ada, view, Map.of("text", List.of("when?"))).join();
    assertEquals(ACKNOWLEDGED, taken);

    assertTrue(people().openViews(ada).isEmpty());
    await().until(() -> stage.said("you asked: when?"));
  }

  private void reconnect() {
    stage.mocks.sockets().refresh();
    await().until(() -> stage.mocks.sockets().connections() == 1);

    assertEquals("on it, <@" + ada + ">", replyTo(post("help again")).text());
  }

  private SlackInteractions people() {
    return stage.mocks.interactions();
  }

  private String post(String text) {
    return stage.mocks.slack().post(ada, channel, text, Optional.empty()).orElseThrow();
  }

  private SlackMessage replyTo(String ts) {
    await().until(() -> stage.replyTo(ts).isPresent());
    return stage.replyTo(ts).orElseThrow();
  }
}
