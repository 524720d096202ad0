package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatMethodsTest {
  private final RunningSlack slack = new RunningSlack();

  @AfterEach
  void stop() {
    slack.close();
  }

  private String error(String... extra) {
    var all = new String[extra.length + 2];
    all[0] = "channel";
    all[1] = slack.channel;
    System.arraycopy(extra, 0, all, 2, extra.length);
    return slack.error("chat.postMessage", all);
  }

  @Test
  void tellsAMissingArgumentFromAWrongOne() {
    var missing = slack.call("chat.postMessage", "text", "x");

    assertEquals("invalid_arguments", missing.path("error").asText());
    assertEquals(
        "[ERROR] missing required field: channel",
        missing.at("/response_metadata/messages/0").asText());
    assertEquals("channel_not_found", slack.error("chat.postMessage", "channel", "", "text", "x"));
    assertEquals("channel_not_found", slack.error("chat.postMessage", "channel", "C0"));
  }

  @Test
  void wantsSomethingToSay() {
    assertEquals("no_text", error());
    assertEquals("no_text", error("text", " \n"));
    assertEquals("no_text", error("blocks", "[]", "attachments", "[]"));
    assertEquals("", error("attachments", "[{\"text\":\"x\"}]"));
    assertEquals("", error("blocks", "[{\"type\":\"divider\"}]"));
    assertEquals("", error("markdown_text", "**x**"));
  }

  @Test
  void refusesBlocksInWordsThatSayWhere() {
    var refused =
        slack.call(
            "chat.postMessage",
            "channel",
            slack.channel,
            "blocks",
            "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
                + "a".repeat(3_001)
                + "\"}}]");

    assertEquals("invalid_blocks", refused.path("error").asText());
    assertEquals(
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
        refused.at("/errors/0").asText());
    assertEquals(
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
        refused.at("/response_metadata/messages/0").asText());
    assertEquals("invalid_blocks_format", error("blocks", "{\"blocks\":[]}"));
    assertEquals("invalid_blocks_format", error("blocks", "[{"));
    assertEquals("invalid_blocks_format", error("blocks", "[] x"));
  }

  @Test
  void refusesBlocksThatAreTooLongTogether() {
    var fits = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}";
    var four = String.join(",", Collections.nCopies(4, fits.formatted("a".repeat(3_000))));

    assertEquals("", error("blocks", "[" + four + "]"));
    assertEquals(
        "msg_blocks_too_long",
        error("blocks", "[" + four + "," + fits.formatted("a".repeat(1_500)) + "]"));
  }

  @Test
  void boundsAttachmentsAndMarkdown() {
    var hundred = "[" + "{\"text\":\"x\"},".repeat(99) + "{\"text\":\"x\"}";

    assertEquals("", error("attachments", hundred + "]"));
    assertEquals("too_many_attachments", error("attachments", hundred + ",{}]"));
    assertEquals("invalid_attachments", error("attachments", "{}"));
    assertEquals("invalid_attachments", error("attachments", "[1]"));
    assertEquals("", error("markdown_text", "a".repeat(12_000)));
    assertEquals("msg_too_long", error("markdown_text", "a".repeat(12_001)));
    assertEquals("markdown_text_conflict", error("markdown_text", "a", "text", "b"));
    assertEquals(
        "markdown_text_conflict",
        error("markdown_text", "a", "blocks", "[{\"type\":\"divider\"}]"));
  }

  @Test
  void boundsMetadata() {
    var form = "{\"event_type\":\"t\",\"event_payload\":{\"x\":\"%s\"}}";

    assertEquals("", error("text", "x", "metadata", form.formatted("a".repeat(16_000))));
    assertEquals(
        "metadata_too_large", error("text", "x", "metadata", form.formatted("a".repeat(16_384))));
    assertEquals("invalid_metadata_format", error("text", "x", "metadata", "{"));
    assertEquals("invalid_metadata_format", error("text", "x", "metadata", "{}"));
    assertEquals(
        "invalid_metadata_format", error("text", "x", "metadata", "{\"event_type\":\"t\"}"));
  }

  @Test
  void saysThatItHasCutALongText() {
    var cut = slack.call("chat.postMessage", "channel", slack.channel, "text", "a".repeat(40_001));

    assertTrue(cut.path("ok").asBoolean());
    assertEquals("message_truncated", cut.path("warning").asText());
    assertEquals("message_truncated", cut.at("/response_metadata/warnings/0").asText());
    assertEquals(40_000, cut.at("/message/text").asText().length());
  }

  @Test
  void neverCutsACharacterInTwo() {
    var text = "a".repeat(39_999) + "\uD83D\uDD07";

    var cut = slack.call("chat.postMessage", "channel", slack.channel, "text", text + "b");

    assertEquals("a".repeat(39_999), cut.at("/message/text").asText());
  }

  @Test
  void writesNowhereItMayNot() {
    var admin = slack.workspace.admin();
    var secret = admin.createPrivateChannel("secret");
    slack.workspace.leave(secret, slack.workspace.botUserId());
    var alien = slack.workspace.createChannel("alien");
    slack.workspace.leave(alien, slack.workspace.botUserId());
    var old = slack.workspace.createChannel("old");
    admin.archive(slack.ada, old);
    var news = slack.workspace.createChannel("news");
    admin.restrictPosting(news, true);

    assertEquals("channel_not_found", slack.error("chat.postMessage", "channel", secret));
    assertEquals("channel_not_found", slack.error("chat.postMessage", "channel", "secret"));
    assertEquals("not_in_channel", slack.error("chat.postMessage", "channel", alien));
    assertEquals("is_archived", slack.error("chat.postMessage", "channel", old, "text", "x"));
    assertEquals("restricted_action", slack.error("chat.postMessage", "channel", news));

    admin.restrictPosting(news, false);
    admin.unarchive(slack.ada, old);
    assertEquals("", slack.error("chat.postMessage", "channel", news, "text", "x"));
    assertEquals("", slack.error("chat.postMessage", "channel", old, "text", "x"));
  }

  @Test
  void writesIntoThreadsOfMessagesThatTakeReplies() {
    var parent = slack.said("p");
    var newcomer = slack.workspace.addPerson("Eve", "eve@example.com");
    slack.workspace.invite(slack.ada, slack.channel, newcomer);
    var joined =
        slack.call("conversations.history", "channel", slack.channel).at("/messages/0/ts").asText();

    assertEquals("", error("text", "x", "thread_ts", parent));
    assertEquals("thread_not_found", error("text", "x", "thread_ts", "1700000000.999999"));
    assertEquals("cannot_reply_to_message", error("text", "x", "thread_ts", joined));
    var malformed =
        slack.call(
            "chat.postMessage", "channel", slack.channel, "text", "x", "thread_ts", "yesterday");
    assertEquals("invalid_thread_ts", malformed.path("error").asText());
    assertEquals(
        "[ERROR] yesterday is not a valid thread_ts",
        malformed.at("/response_metadata/messages/0").asText());
  }

  @Test
  void refusesRepliesToWhatWasDeleted() {
    var parent = slack.said("p");
    slack.workspace.post(slack.ada, slack.channel, "r", Optional.of(parent));
    slack.workspace.delete(slack.ada, slack.channel, parent);

    assertEquals("cannot_reply_to_message", error("text", "x", "thread_ts", parent));
  }

  @Test
  void linksGroupsAndWholeChannelsOnlyWhenAsked() {
    var group = slack.workspace.addUserGroup("tech-support", List.of(slack.ada));
    var text = "@tech-support, @here. mail@here";

    assertEquals(text, echo("text", text));
    assertEquals(
        "<!subteam^" + group + ">, <!here>. mail@here", echo("text", text, "link_names", "true"));
    assertEquals(
        "<!subteam^" + group + ">, <!here>. mail@here", echo("text", text, "parse", "full"));
  }

  @Test
  void keepsTextAsItCame() {
    assertEquals("a & <b> &amp; &lt;", echo("text", "a & <b> &amp; &lt;"));
    assertEquals("null\u0000byte \u202E", echo("text", "null\u0000byte \u202E"));
  }

  private String echo(String... extra) {
    var all = new String[extra.length + 2];
    all[0] = "channel";
    all[1] = slack.channel;
    System.arraycopy(extra, 0, all, 2, extra.length);
    return slack.call("chat.postMessage", all).at("/message/text").asText();
  }

  @Test
  void namesBlocksAndNumbersAttachmentsThatHaveNoName() {
    var posted =
        slack.call(
            "chat.postMessage",
            "channel",
            slack.channel,
            "blocks",
            "[{\"type\":\"divider\"},{\"type\":\"divider\",\"block_id\":\"mine\"}]",
            "attachments",
            "[{\"text\":\"a\"},{\"color\":\"#fff\"}]");

    var message = posted.path("message");
    assertEquals(5, message.at("/blocks/0/block_id").asText().length());
    assertEquals("mine", message.at("/blocks/1/block_id").asText());
    assertEquals(1, message.at("/attachments/0/id").asInt());
    assertEquals("a", message.at("/attachments/0/fallback").asText());
    assertEquals(2, message.at("/attachments/1/id").asInt());
    assertEquals("[no preview available]", message.at("/attachments/1/fallback").asText());
    var history = slack.call("conversations.history", "channel", slack.channel);
    assertEquals(message.path("blocks"), history.at("/messages/0/blocks"));
  }

  @Test
  void showsAnEphemeralMessageToMembersOnly() {
    slack.workspace.join(slack.channel, slack.ada);
    var eve = slack.workspace.addPerson("Eve", "eve@example.com");

    assertEquals(
        "user_not_in_channel",
        slack.error("chat.postEphemeral", "channel", slack.channel, "user", eve, "text", "x"));
    assertEquals(
        "invalid_arguments",
        slack.error("chat.postEphemeral", "channel", slack.channel, "text", "x"));
    assertEquals(
        "no_text", slack.error("chat.postEphemeral", "channel", slack.channel, "user", slack.ada));
    var shown =
        slack.call("chat.postEphemeral", "channel", slack.channel, "user", slack.ada, "text", "x");
    assertTrue(TsRange.isTs(shown.path("message_ts").asText()));
    assertFalse(shown.has("message"));
  }

  @Test
  void writesToAPersonsIdButNotToOneWhoIsGone() {
    assertEquals("no_text", slack.error("chat.postMessage", "channel", slack.ada));
    assertEquals("channel_not_found", slack.error("conversations.info", "channel", slack.ada));
    assertTrue(
        slack
            .call("chat.postMessage", "channel", slack.ada, "text", "x")
            .path("channel")
            .asText()
            .startsWith("D"));

    slack.workspace.admin().deactivate(slack.ada);

    assertEquals(
        "channel_not_found", slack.error("chat.postMessage", "channel", slack.ada, "text", "x"));
  }
}
