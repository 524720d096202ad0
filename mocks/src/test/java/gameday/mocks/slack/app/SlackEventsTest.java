package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.mocks.delivery.DeliveryListener;
import gameday.mocks.delivery.Receiver;
import gameday.mocks.delivery.WebhookSender;
import gameday.mocks.faults.Fault;
import gameday.mocks.slack.RunningSlack;
import gameday.mocks.slack.SlackSignature;
import gameday.mocks.slack.limits.RateLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackEventsTest {
  private static final double MINUTE_IN_A_MILLISECOND = 60_000;

  private final RunningSlack slack = new RunningSlack();
  private final Receiver pipeline = new Receiver();
  private final WebhookSender sender =
      new WebhookSender(
          MINUTE_IN_A_MILLISECOND, 1_000, slack.faults, (webhook, attempt, status, nanos) -> {});
  private final ManualAlarms alarms = new ManualAlarms();
  private final SlackApp events = app();

  SlackEventsTest() {
    sender.pipeline(pipeline.base());
  }

  private SlackApp app() {
    var wiring =
        new AppWiring(
            sender,
            DeliveryListener.NONE,
            slack.faults,
            RateLimits.off(),
            RunningSlack.STOPPED_CLOCK,
            1,
            RequestUrls.STANDARD,
            pipeline::base);
    var timing = new Timing(RunningSlack.STOPPED_CLOCK, alarms::nanos, 1, alarms);
    var identity = new Identity(slack.workspace, slack.credentials);
    return new SlackApp(identity, wiring, timing, new WallAlarms());
  }

  @AfterEach
  void stop() {
    sender.close();
    events.close();
    pipeline.close();
    slack.close();
  }

  @Test
  void signsAsSlackDocuments() {
    var body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    assertEquals(
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        SlackSignature.of(
            "8f742231b10e8888abcd99yyyzzz85a5",
            1_531_420_618L,
            body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void tellsOfAPersonsReplyInASignedEnvelope() {
    var parent = slack.workspace.post(slack.ada, slack.channel, "p", Optional.empty());
    slack.workspace.post(slack.ada, slack.channel, "hällo", parent);

    var envelope = delivered(2).getLast();
    assertEquals("event_callback", envelope.path("type").asText());
    assertEquals(slack.workspace.teamId(), envelope.path("team_id").asText());
    assertEquals(RunningSlack.NOW_SECONDS, envelope.path("event_time").asLong());
    assertEquals(slack.workspace.botUserId(), envelope.at("/authorizations/0/user_id").asText());
    var event = envelope.path("event");
    assertEquals("message", event.path("type").asText());
    assertEquals("hällo", event.path("text").asText());
    assertEquals(slack.ada, event.path("user").asText());
    assertEquals(slack.channel, event.path("channel").asText());
    assertEquals("channel", event.path("channel_type").asText());
    assertEquals(parent.get(), event.path("thread_ts").asText());
    assertEquals(event.path("ts").asText(), event.path("event_ts").asText());
    assertFalse(event.has("bot_id"));
    assertEquals(36, event.path("client_msg_id").asText().length());

    var headers = pipeline.headers.getLast();
    assertEquals("" + RunningSlack.NOW_SECONDS, headers.get("x-slack-request-timestamp"));
    assertEquals(
        SlackSignature.of(
            slack.credentials.signingSecret(),
            RunningSlack.NOW_SECONDS,
            pipeline.bodies.getLast().getBytes(StandardCharsets.UTF_8)),
        headers.get("x-slack-signature"));
    assertFalse(headers.containsKey("x-slack-retry-num"));
  }

  @Test
  void tellsOfWhatTheBotWritesToo() {
    slack.form("chat.postMessage", "channel=event-summit&text=x");

    var event = delivered(1).getFirst().path("event");
    assertEquals(slack.workspace.botUserId(), event.path("user").asText());
    assertTrue(event.path("bot_id").asText().startsWith("B"));
  }

  @Test
  void tellsOfReactionsAndEdits() {
    var posted = slack.form("chat.postMessage", "channel=event-summit&text=old").body();
    var ts = read(posted).path("ts").asText();
    slack.workspace.react(slack.ada, slack.channel, ts, "eyes");
    slack.form("chat.update", "channel=event-summit&text=new&ts=" + ts);

    var told = delivered(3);
    var reaction = told.get(1).path("event");
    assertEquals("reaction_added", reaction.path("type").asText());
    assertEquals("eyes", reaction.path("reaction").asText());
    assertEquals(slack.ada, reaction.path("user").asText());
    assertEquals(ts, reaction.at("/item/ts").asText());
    var edit = told.get(2).path("event");
    assertEquals("message_changed", edit.path("subtype").asText());
    assertEquals("new", edit.at("/message/text").asText());
    assertEquals("old", edit.at("/previous_message/text").asText());
  }

  @Test
  void saysNothingOfAReactionThatWasThere() {
    var ts = slack.workspace.post(slack.ada, slack.channel, "x", Optional.empty()).orElseThrow();

    assertTrue(slack.workspace.react(slack.ada, slack.channel, ts, "eyes"));
    assertFalse(slack.workspace.react(slack.ada, slack.channel, ts, "eyes"));

    assertEquals(2, delivered(2).size());
  }

  @Test
  void triesThreeTimesMoreAndSaysWhy() {
    pipeline.status = 500;
    slack.workspace.post(slack.ada, slack.channel, "x", Optional.empty());

    var told = delivered(4);
    assertEquals(1, told.stream().map(each -> each.path("event_id").asText()).distinct().count());
    assertEquals(
        List.of("", "1", "2", "3"),
        pipeline.headers.stream().map(each -> each.getOrDefault("x-slack-retry-num", "")).toList());
    assertEquals("http_error", pipeline.headers.getLast().get("x-slack-retry-reason"));
  }

  @Test
  void tellsOfAThreadInOrderAndNamesEachEventOnce() {
    var parent = slack.workspace.post(slack.ada, slack.channel, "0", Optional.empty());
    IntStream.range(1, 30)
        .forEach(n -> slack.workspace.post(slack.ada, slack.channel, "" + n, parent));

    var told = delivered(30);
    assertEquals(
        IntStream.range(0, 30).mapToObj(n -> "" + n).toList(),
        told.stream().map(each -> each.at("/event/text").asText()).toList());
    assertEquals(30, told.stream().map(each -> each.path("event_id").asText()).distinct().count());
  }

  @Test
  void tellsNothingDuringAnOutageAndCatchesUpAfterIt() {
    slack.workspace.post(slack.ada, slack.channel, "before", Optional.empty());
    delivered(1);
    slack.faults.begin("slack", new Fault.Outage());
    assertTrue(slack.workspace.post(slack.ada, slack.channel, "in", Optional.empty()).isEmpty());
    slack.faults.end("slack", new Fault.Outage());
    slack.workspace.post(slack.ada, slack.channel, "after", Optional.empty());

    assertEquals("after", delivered(2).getLast().at("/event/text").asText());
  }

  @Test
  void takesTheChallengeAsTextOrJson() {
    pipeline.answer = body -> read(body).path("challenge").asText();
    assertTrue(events.verify(pipeline.base()).holds());

    pipeline.answer = body -> "{\"challenge\":\"" + read(body).path("challenge").asText() + "\"}";
    assertTrue(events.verify(pipeline.base()).holds());

    pipeline.answer = body -> "{\"challenge\":\"other\"}";
    assertFalse(events.verify(pipeline.base()).holds());

    pipeline.answer = body -> read(body).path("challenge").asText();
    pipeline.status = 404;
    assertFalse(events.verify(pipeline.base()).holds());
  }

  /** All there are once nothing is under way; fails unless that many came. */
  private List<JsonNode> delivered(int count) {
    await().until(() -> sender.pending() == 0);
    assertEquals(count, pipeline.bodies.size());
    return pipeline.bodies.stream().map(SlackEventsTest::read).toList();
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (java.io.IOException notJson) {
      throw new AssertionError(json, notJson);
    }
  }
}
