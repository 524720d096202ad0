package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What other SDKs send, and what Slack's client would hide. */
class SlackApiTest {
  private final RunningSlack slack = new RunningSlack();

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void wantsTheBotsToken() {
    var body = BodyPublishers.noBody();

    assertEquals("not_authed", error(slack.send(slack.request("auth.test").POST(body))));
    assertEquals(
        "invalid_auth",
        error(
            slack.send(
                slack.request("auth.test").header("Authorization", "Bearer xoxb-no").POST(body))));
    assertEquals("", error(slack.send(slack.request("api.test").POST(body))));
  }

  @Test
  void takesTheTokenAsAParameterToo() {
    var form = BodyPublishers.ofString("token=" + slack.credentials.botToken());

    var answer =
        slack.send(
            slack
                .request("auth.test")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form));

    assertEquals("", error(answer));
  }

  @Test
  void takesJsonAndAnEmptyBodyLabelledJson() throws Exception {
    assertEquals("", error(slack.json("auth.test", "")));
    var posted =
        slack.json(
            "chat.postMessage", "{\"channel\":\"event-summit\",\"text\":\"<b> & \\\"quotes\\\"\"}");

    assertEquals("<b> & \"quotes\"", parsed(posted).at("/message/text").asText());
    assertEquals("invalid_json", error(slack.json("chat.postMessage", "{")));
    assertEquals("json_not_object", error(slack.json("chat.postMessage", "[]")));
  }

  @Test
  void takesAFieldThatComesTwice() throws Exception {
    var ts = slack.workspace.post(slack.ada, slack.channel, "p", Optional.empty()).orElseThrow();

    var reply =
        slack.form(
            "chat.postMessage",
            "channel=%s&text=r&thread_ts=%s&thread_ts=%s".formatted(slack.channel, ts, ts));

    assertEquals(ts, parsed(reply).at("/message/thread_ts").asText());
  }

  @Test
  void keepsTheSendersOwnMessageId() throws Exception {
    slack.form("chat.postMessage", "channel=event-summit&text=x&client_msg_id=mine-1");

    var history = parsed(slack.form("conversations.history", "channel=event-summit"));
    assertEquals("mine-1", history.at("/messages/0/client_msg_id").asText());
  }

  @Test
  void refusesInSlacksWords() {
    var c = "channel=" + slack.channel;

    assertEquals("unknown_method", error(slack.form("chat.shout", c)));
    assertEquals("channel_not_found", error(slack.form("chat.postMessage", "channel=C0&text=x")));
    assertEquals("invalid_arguments", error(slack.form("chat.postMessage", "text=x")));
    assertEquals("no_text", error(slack.form("chat.postMessage", c)));
    assertEquals(
        "invalid_blocks_format", error(slack.form("chat.postMessage", c + "&blocks=%7B%7D")));
    assertEquals(
        "thread_not_found",
        error(slack.form("chat.postMessage", c + "&text=x&thread_ts=1.000000")));
    assertEquals(
        "invalid_metadata_format",
        error(slack.form("chat.postMessage", c + "&text=x&metadata=%7B%7D")));
    assertEquals("message_not_found", error(slack.form("chat.update", c + "&ts=1&text=x")));
    assertEquals("thread_not_found", error(slack.form("conversations.replies", c + "&ts=1")));
    assertEquals("invalid_cursor", error(slack.form("conversations.history", c + "&cursor=x")));
    assertEquals(
        "invalid_ts_oldest", error(slack.form("conversations.history", c + "&oldest=now")));
    assertEquals(
        "invalid_ts_latest", error(slack.form("conversations.history", c + "&latest=now")));
    assertEquals("invalid_types", error(slack.form("conversations.list", "types=secret")));
    assertEquals("invalid_limit", error(slack.form("users.list", "limit=none")));
    assertEquals("user_not_found", error(slack.form("users.info", "user=U0")));
    assertEquals("invalid_name", error(slack.form("reactions.add", c + "&timestamp=1&name=No!")));
    assertEquals("bad_timestamp", error(slack.form("reactions.add", c + "&timestamp=1&name=eyes")));
    assertEquals(
        "message_not_found",
        error(slack.form("reactions.add", c + "&timestamp=1700000000.000009&name=eyes")));
  }

  @Test
  void refusesToEditWhatAPersonWrote() {
    var ts = slack.workspace.post(slack.ada, slack.channel, "mine", Optional.empty());

    assertEquals(
        "cant_update_message",
        error(
            slack.form(
                "chat.update", "text=x&channel=%s&ts=%s".formatted(slack.channel, ts.get()))));
  }

  @Test
  void letsTheBotWriteOnlyWhereItIsAMember() {
    slack.workspace.leave(slack.channel, slack.workspace.botUserId());
    assertEquals(
        "not_in_channel", error(slack.form("chat.postMessage", "channel=event-summit&text=x")));
    assertEquals(
        "not_in_channel", error(slack.form("conversations.history", "channel=event-summit")));

    slack.form("conversations.join", "channel=event-summit");

    assertEquals("", error(slack.form("chat.postMessage", "channel=event-summit&text=x")));
  }

  @Test
  void cutsALongTextInsteadOfRefusingIt() throws Exception {
    var posted = slack.form("chat.postMessage", "channel=event-summit&text=" + "a".repeat(40_001));
    var ts = parsed(posted).path("ts").asText();

    assertEquals(40_000, parsed(posted).at("/message/text").asText().length());
    assertEquals(
        "msg_too_long",
        error(
            slack.form(
                "chat.update", "channel=event-summit&ts=" + ts + "&text=" + "a".repeat(4_001))));
  }

  @Test
  void notifiesByMarkupAndNotByALiteralAtHere() throws Exception {
    slack.workspace.join(slack.channel, slack.ada);

    assertEquals(List.of(), woken("@here help"));
    assertEquals(List.of(slack.ada), woken("<!here> help"));
    assertEquals(List.of(slack.ada), woken("<@" + slack.ada + "> help"));
    assertEquals(List.of(), woken("&lt;!here&gt; help"));
    var linked = slack.form("chat.postMessage", "channel=event-summit&link_names=1&text=@here+x");
    assertEquals("<!here> x", parsed(linked).at("/message/text").asText());
  }

  @Test
  void givesHistoryBetweenTwoMoments() throws Exception {
    IntStream.rangeClosed(1, 5)
        .forEach(n -> slack.workspace.post(slack.ada, slack.channel, "" + n, Optional.empty()));
    var between = "channel=event-summit&oldest=1700000000.000002&latest=1700000000.000004";

    var open = parsed(slack.form("conversations.history", between));
    var closed = parsed(slack.form("conversations.history", between + "&inclusive=true"));
    var since = parsed(slack.form("conversations.history", "channel=event-summit&oldest=0"));

    assertEquals(List.of("3"), open.path("messages").findValuesAsText("text"));
    assertEquals(List.of("4", "3", "2"), closed.path("messages").findValuesAsText("text"));
    assertEquals(5, since.path("messages").size());
  }

  @Test
  void showsARepliesParentOnTheFirstPageOnly() throws Exception {
    var parent = slack.workspace.post(slack.ada, slack.channel, "p", Optional.empty());
    IntStream.rangeClosed(1, 3)
        .forEach(n -> slack.workspace.post(slack.ada, slack.channel, "r" + n, parent));
    var ask = "channel=event-summit&limit=2&ts=" + parent.get();

    var first = parsed(slack.form("conversations.replies", ask));
    var cursor = first.at("/response_metadata/next_cursor").asText();
    var second = parsed(slack.form("conversations.replies", ask + "&cursor=" + cursor));

    assertEquals(List.of("p", "r1"), first.path("messages").findValuesAsText("text"));
    assertEquals(List.of("r2", "r3"), second.path("messages").findValuesAsText("text"));
  }

  @Test
  void showsABroadcastReplyInTheChannelToo() throws Exception {
    var parent = slack.workspace.post(slack.ada, slack.channel, "p", Optional.empty());
    slack.form(
        "chat.postMessage",
        "channel=event-summit&text=r&reply_broadcast=1&thread_ts=" + parent.get());

    var history = parsed(slack.form("conversations.history", "channel=event-summit"));

    assertEquals("thread_broadcast", history.at("/messages/0/subtype").asText());
    assertEquals(2, history.path("messages").size());
  }

  @Test
  void sendsDirectMessagesToAUsersId() throws Exception {
    var posted = parsed(slack.form("chat.postMessage", "text=psst&channel=" + slack.ada));

    assertTrue(posted.path("channel").asText().startsWith("D"));
    assertEquals(
        0,
        parsed(slack.form("conversations.history", "channel=event-summit"))
            .path("messages")
            .size());
  }

  @Test
  void keepsAnEphemeralMessageNowhere() throws Exception {
    slack.workspace.join(slack.channel, slack.ada);
    var ask = "channel=event-summit&text=x&user=";

    var shown = parsed(slack.form("chat.postEphemeral", ask + slack.ada));

    assertTrue(TsRange.isTs(shown.path("message_ts").asText()));
    assertEquals("user_not_in_channel", error(slack.form("chat.postEphemeral", ask + "U0")));
    assertEquals(
        0,
        parsed(slack.form("conversations.history", "channel=event-summit"))
            .path("messages")
            .size());
  }

  @Test
  void keepsThreadsApartWhenManyWriteAtOnce() throws Exception {
    var threads = new HashMap<String, String>();
    for (var name : List.of("a", "b")) {
      var ts = slack.workspace.post(slack.ada, slack.channel, name, Optional.empty());
      threads.put(name, ts.orElseThrow());
    }
    try (var clients = Executors.newFixedThreadPool(8)) {
      clients.invokeAll(
          IntStream.range(0, 200)
              .<Callable<HttpResponse<String>>>mapToObj(n -> () -> reply(threads, n))
              .toList());
    }

    for (var name : List.of("a", "b")) {
      var replies =
          parsed(
              slack.form("conversations.replies", "channel=event-summit&ts=" + threads.get(name)));
      var texts = replies.path("messages").findValuesAsText("text");
      var ts = replies.path("messages").findValuesAsText("ts");
      assertEquals(101, texts.size());
      assertTrue(texts.stream().allMatch(name::equals), texts.toString());
      assertEquals(ts.stream().distinct().sorted().toList(), ts);
    }
  }

  private HttpResponse<String> reply(HashMap<String, String> threads, int n) {
    var name = n % 2 == 0 ? "a" : "b";
    return slack.form(
        "chat.postMessage",
        "channel=event-summit&text=" + name + "&thread_ts=" + threads.get(name));
  }

  private List<String> woken(String text) {
    var message =
        new SlackMessage(slack.channel, "event-summit", "1", Optional.empty(), "U0", true, text);
    return List.copyOf(slack.workspace.notified(message)).stream()
        .filter(user -> !user.equals(slack.workspace.botUserId()))
        .toList();
  }

  private static String error(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode());
    return parsed(answer).path("error").asText();
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    try {
      return SlackJson.MAPPER.readTree(answer.body());
    } catch (java.io.IOException notJson) {
      throw new AssertionError(answer.body(), notJson);
    }
  }
}
