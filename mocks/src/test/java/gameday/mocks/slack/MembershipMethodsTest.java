package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembershipMethodsTest {
  private final RunningSlack slack = new RunningSlack();
  private final String bob = slack.workspace.addPerson("Bob", "bob@example.com");

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void makesChannelsWithTheBotInThem() {
    var open = slack.call("conversations.create", "name", "help-desk_2").path("channel");
    var closed =
        slack.call("conversations.create", "name", "quiet", "is_private", "true").path("channel");

    assertEquals("help-desk_2", open.path("name").asText());
    assertTrue(open.path("is_member").asBoolean());
    assertFalse(open.path("is_private").asBoolean());
    assertEquals(slack.workspace.botUserId(), open.path("creator").asText());
    assertTrue(closed.path("is_private").asBoolean());
    assertEquals("", slack.error("chat.postMessage", "channel", "quiet", "text", "x"));
  }

  @Test
  void refusesNamesThatSlackRefuses() {
    assertEquals("invalid_arguments", slack.error("conversations.create"));
    assertEquals("invalid_name_required", slack.error("conversations.create", "name", ""));
    assertEquals("invalid_name_specials", slack.error("conversations.create", "name", "Help"));
    assertEquals("invalid_name_specials", slack.error("conversations.create", "name", "a b"));
    assertEquals("invalid_name_specials", slack.error("conversations.create", "name", "#a"));
    assertEquals("invalid_name_punctuation", slack.error("conversations.create", "name", "--"));
    assertEquals("", slack.error("conversations.create", "name", "a".repeat(80)));
    assertEquals(
        "invalid_name_maxlength", slack.error("conversations.create", "name", "a".repeat(81)));
    assertEquals("name_taken", slack.error("conversations.create", "name", "event-summit"));
    assertEquals("", slack.error("conversations.create", "name", "hilfe-für-日本"));
  }

  @Test
  void invitesAllOrNobody() {
    var both = slack.ada + "," + bob;

    var refused = invite(both + ",U0");
    assertEquals("user_not_found", refused.path("error").asText());
    assertEquals("U0", refused.at("/errors/0/user").asText());
    assertFalse(refused.at("/errors/0/ok").asBoolean());
    assertEquals("user_not_found", refused.at("/errors/0/error").asText());
    assertEquals(1, refused.path("errors").size());
    assertEquals(List.of(slack.workspace.botUserId()), members());

    var done = invite(both);
    assertTrue(done.path("ok").asBoolean());
    assertEquals(slack.channel, done.at("/channel/id").asText());
    assertEquals(List.of(slack.workspace.botUserId(), slack.ada, bob), members());
  }

  @Test
  void goesOnWithTheOthersIfForced() {
    var forced =
        slack.call(
            "conversations.invite",
            "channel",
            slack.channel,
            "users",
            slack.ada + ",U0",
            "force",
            "true");

    assertTrue(forced.path("ok").asBoolean());
    assertEquals("U0", forced.at("/errors/0/user").asText());
    assertEquals(List.of(slack.workspace.botUserId(), slack.ada), members());
    assertEquals(
        "user_not_found",
        slack.error(
            "conversations.invite", "channel", slack.channel, "users", "U0", "force", "true"));
  }

  private JsonNode invite(String users) {
    return slack.call("conversations.invite", "channel", slack.channel, "users", users);
  }

  private List<String> members() {
    var members = slack.call("conversations.members", "channel", slack.channel).path("members");
    return members.valueStream().map(JsonNode::asText).toList();
  }

  @Test
  void saysWhyNobodyCanBeInvited() {
    invite(slack.ada);
    var gone = slack.workspace.addPerson("Gone", "gone@example.com");
    slack.workspace.admin().deactivate(gone);
    var hundredAndOne =
        IntStream.range(0, 101).mapToObj(n -> "U" + n).collect(Collectors.joining(","));

    assertEquals("already_in_channel", invite(slack.ada).path("error").asText());
    assertEquals("cant_invite_self", invite(slack.workspace.botUserId()).path("error").asText());
    assertEquals("cant_invite", invite(gone).path("error").asText());
    assertEquals("no_user", invite("").path("error").asText());
    assertEquals(
        "invalid_arguments", slack.error("conversations.invite", "channel", slack.channel));
    assertEquals("invalid_arguments", invite(hundredAndOne).path("error").asText());
    assertEquals(
        "channel_not_found", slack.error("conversations.invite", "channel", "C0", "users", bob));
    var direct = slack.call("conversations.open", "users", bob).at("/channel/id").asText();
    assertEquals(
        "method_not_supported_for_channel_type",
        slack.error("conversations.invite", "channel", direct, "users", slack.ada));
    slack.workspace.leave(slack.channel, slack.workspace.botUserId());
    assertEquals("not_in_channel", invite(bob).path("error").asText());
    slack.workspace.admin().archive(slack.ada, slack.channel);
    assertEquals("is_archived", invite(bob).path("error").asText());
  }

  @Test
  void joinsAndLeavesAsOftenAsItLikes() {
    var again = slack.call("conversations.join", "channel", slack.channel);
    assertEquals("already_in_channel", again.path("warning").asText());
    assertEquals("already_in_channel", again.at("/response_metadata/warnings/0").asText());

    assertEquals("", slack.error("conversations.leave", "channel", slack.channel));
    var left = slack.call("conversations.leave", "channel", slack.channel);
    assertFalse(left.path("ok").asBoolean());
    assertTrue(left.path("not_in_channel").asBoolean());

    var back = slack.call("conversations.join", "channel", slack.channel);
    assertTrue(back.at("/channel/is_member").asBoolean());
    assertFalse(back.has("warning"));
  }

  @Test
  void joinsNeitherPrivateNorArchivedChannels() {
    var quiet = slack.workspace.admin().createPrivateChannel("quiet");
    slack.workspace.admin().archive(slack.ada, slack.channel);

    assertEquals(
        "method_not_supported_for_channel_type",
        slack.error("conversations.join", "channel", quiet));
    assertEquals("is_archived", slack.error("conversations.join", "channel", slack.channel));
    assertEquals("is_archived", slack.error("conversations.leave", "channel", slack.channel));
    assertEquals("last_member", slack.error("conversations.leave", "channel", quiet));
    assertEquals("invalid_arguments", slack.error("conversations.join"));
  }

  @Test
  void archivesAndBringsBack() {
    var ask = new String[] {"channel", slack.channel};

    assertEquals("not_archived", slack.error("conversations.unarchive", ask));
    assertEquals("", slack.error("conversations.archive", ask));
    assertEquals("already_archived", slack.error("conversations.archive", ask));
    assertEquals("is_archived", slack.error("chat.postMessage", ask));
    assertTrue(slack.call("conversations.info", ask).at("/channel/is_archived").asBoolean());
    assertEquals("", slack.error("conversations.unarchive", ask));

    slack.workspace.leave(slack.channel, slack.workspace.botUserId());
    assertEquals("not_in_channel", slack.error("conversations.archive", ask));
    var direct = slack.call("conversations.open", "users", bob).at("/channel/id").asText();
    assertEquals(
        "method_not_supported_for_channel_type",
        slack.error("conversations.archive", "channel", direct));
  }

  @Test
  void opensDirectMessagesWithOneOrSeveral() {
    var first = slack.call("conversations.open", "users", bob);
    var second = slack.call("conversations.open", "users", bob, "return_im", "true");
    var group = slack.call("conversations.open", "users", bob + "," + slack.ada);

    var direct = first.at("/channel/id").asText();
    assertTrue(direct.startsWith("D"));
    assertFalse(first.has("no_op"));
    assertFalse(first.path("channel").has("user"));
    assertTrue(second.path("already_open").asBoolean());
    assertEquals(bob, second.at("/channel/user").asText());
    assertTrue(second.at("/channel/is_im").asBoolean());
    assertTrue(group.at("/channel/is_mpim").asBoolean());
    assertEquals("mpdm-bob--ada.lovelace-1", group.at("/channel/name").asText());
    assertEquals(
        direct, slack.call("conversations.open", "channel", direct).at("/channel/id").asText());
    assertEquals("", slack.error("chat.postMessage", "channel", direct, "text", "x"));
  }

  @Test
  void saysWhyNothingCanBeOpened() {
    var nine = IntStream.range(0, 9).mapToObj(n -> "U" + n).collect(Collectors.joining(","));
    slack.workspace.admin().deactivate(bob);

    assertEquals("users_list_not_supplied", slack.error("conversations.open"));
    assertEquals("user_not_found", slack.error("conversations.open", "users", "U0"));
    assertEquals("user_disabled", slack.error("conversations.open", "users", bob));
    assertEquals("too_many_users", slack.error("conversations.open", "users", nine));
    assertEquals("channel_not_found", slack.error("conversations.open", "channel", "D0"));
    assertEquals("channel_not_found", slack.error("conversations.open", "channel", slack.channel));
    assertEquals(
        "channel_not_found",
        slack.error("conversations.open", "users", slack.ada, "prevent_creation", "true"));
  }
}
