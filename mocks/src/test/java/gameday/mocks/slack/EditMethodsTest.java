package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditMethodsTest {
  private static final String DIVIDER = "[{\"type\":\"divider\",\"block_id\":\"d\"}]";

  private final RunningSlack slack = new RunningSlack();

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void changesOnlyWhatIsGiven() {
    var ts =
        slack
            .call(
                "chat.postMessage",
                "channel",
                slack.channel,
                "text",
                "old",
                "blocks",
                DIVIDER,
                "attachments",
                "[{\"text\":\"a\"}]",
                "metadata",
                "{\"event_type\":\"t\",\"event_payload\":{}}")
            .path("ts")
            .asText();

    var text = update(ts, "text", "new");
    assertEquals("new", text.path("text").asText());
    assertEquals("d", text.at("/message/blocks/0/block_id").asText());
    assertEquals("a", text.at("/message/attachments/0/text").asText());
    assertEquals("t", text.at("/message/metadata/event_type").asText());
    assertEquals(slack.workspace.botUserId(), text.at("/message/edited/user").asText());

    var bare = update(ts, "text", "x", "blocks", "[]", "attachments", "[]", "metadata", "{}");
    assertFalse(bare.path("message").has("blocks"));
    assertFalse(bare.path("message").has("attachments"));
    assertFalse(bare.path("message").has("metadata"));
  }

  private JsonNode update(String ts, String... extra) {
    var all = new ArrayList<>(List.of("channel", slack.channel, "ts", ts));
    all.addAll(List.of(extra));
    return slack.call("chat.update", all.toArray(String[]::new));
  }

  @Test
  void refusesWhatIsNotTheBotsOwn() {
    var hers = slack.said("hers");

    assertEquals("cant_update_message", update(hers, "text", "x").path("error").asText());
    assertEquals(
        "cant_delete_message", slack.error("chat.delete", "channel", slack.channel, "ts", hers));
  }

  @Test
  void refusesWhatIsNotThere() {
    assertEquals("message_not_found", update("1700000000.000009").path("error").asText());
    assertEquals("channel_not_found", slack.error("chat.update", "channel", "C0", "ts", "1"));
    assertEquals("invalid_arguments", slack.error("chat.update", "channel", slack.channel));
    assertEquals("invalid_arguments", slack.error("chat.delete", "ts", "1"));
    assertEquals(
        "message_not_found", slack.error("chat.delete", "channel", slack.channel, "ts", "x"));
    assertEquals(
        "message_not_found",
        slack.error("chat.getPermalink", "channel", slack.channel, "message_ts", "1.1"));
  }

  @Test
  void refusesWhatIsTooLongTooOldOrArchived() {
    var ts = slack.posted("x");

    assertEquals("", update(ts, "text", "a".repeat(4_000)).path("error").asText());
    assertEquals("msg_too_long", update(ts, "text", "a".repeat(4_001)).path("error").asText());
    assertEquals("no_text", update(ts).path("error").asText());
    assertEquals(
        "cant_broadcast_message",
        update(ts, "text", "x", "reply_broadcast", "1").path("error").asText());

    slack.workspace.admin().limitEditing(Duration.ofMinutes(5));
    slack.clock.seconds += 299;
    assertEquals("", update(ts, "text", "x").path("error").asText());
    slack.clock.seconds += 1;
    assertEquals("edit_window_closed", update(ts, "text", "x").path("error").asText());

    slack.workspace.admin().archive(slack.ada, slack.channel);
    assertEquals("is_inactive", update(ts, "text", "x").path("error").asText());
    assertEquals(
        "cant_delete_message", slack.error("chat.delete", "channel", slack.channel, "ts", ts));
  }

  @Test
  void deletesForGood() {
    var ts = slack.posted("x");

    var deleted = slack.call("chat.delete", "channel", slack.channel, "ts", ts);

    assertEquals(slack.channel, deleted.path("channel").asText());
    assertEquals(ts, deleted.path("ts").asText());
    assertEquals(List.of(), texts());
    assertEquals(
        "message_not_found", slack.error("chat.delete", "channel", slack.channel, "ts", ts));
  }

  @Test
  void leavesATombstoneWhereAThreadHangs() {
    var parent = slack.posted("p");
    var reply =
        slack.workspace.post(slack.ada, slack.channel, "r", Optional.of(parent)).orElseThrow();

    slack.call("chat.delete", "channel", slack.channel, "ts", parent);

    var thread =
        slack
            .call("conversations.replies", "channel", slack.channel, "ts", parent)
            .path("messages");
    assertEquals("tombstone", thread.at("/0/subtype").asText());
    assertEquals("This message was deleted.", thread.at("/0/text").asText());
    assertEquals("USLACKBOT", thread.at("/0/user").asText());
    assertEquals("r", thread.at("/1/text").asText());
    assertEquals("cant_update_message", update(parent, "text", "x").path("error").asText());

    slack.workspace.delete(slack.ada, slack.channel, reply);
    assertEquals(List.of(), texts());
  }

  @Test
  void deletesAReplyFromItsThread() {
    var parent = slack.said("p");
    var reply =
        slack
            .call("chat.postMessage", "channel", slack.channel, "text", "r", "thread_ts", parent)
            .path("ts")
            .asText();

    slack.call("chat.delete", "channel", slack.channel, "ts", reply);

    var thread = slack.call("conversations.replies", "channel", slack.channel, "ts", parent);
    assertEquals(1, thread.path("messages").size());
    assertFalse(thread.at("/messages/0").has("reply_count"));
  }

  private List<String> texts() {
    return slack
        .call("conversations.history", "channel", slack.channel)
        .path("messages")
        .findValuesAsText("text");
  }
}
