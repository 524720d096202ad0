package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists and their pages. */
class ListingTest {
  private final RunningSlack slack = new RunningSlack();

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void listsTheKindsOfChannelsAskedFor() {
    var admin = slack.workspace.admin();
    var bob = slack.workspace.addPerson("Bob", "bob@example.com");
    admin.createPrivateChannel("quiet");
    slack.workspace.leave(admin.createPrivateChannel("secret"), slack.workspace.botUserId());
    admin.archive(slack.ada, slack.workspace.createChannel("old"));
    slack.call("conversations.open", "users", bob);
    slack.call("conversations.open", "users", bob + "," + slack.ada);

    assertEquals(List.of("event-summit", "old"), names());
    assertEquals(List.of("event-summit"), names("exclude_archived", "true"));
    assertEquals(List.of("quiet"), names("types", "private_channel"));
    assertEquals(List.of("mpdm-bob--ada.lovelace-1"), names("types", "mpim"));
    assertEquals(
        List.of("event-summit", "quiet", "old"), names("types", "public_channel, private_channel"));
    var direct = slack.call("conversations.list", "types", "im").path("channels");
    assertEquals(bob, direct.at("/0/user").asText());
    assertEquals("invalid_types", slack.error("conversations.list", "types", "im,secret"));
  }

  private List<String> names(String... ask) {
    return slack.call("conversations.list", ask).path("channels").findValuesAsText("name");
  }

  @Test
  void countsMembersWhereAskedTo() {
    slack.workspace.join(slack.channel, slack.ada);

    var info = slack.call("conversations.info", "channel", slack.channel);
    var counted =
        slack.call("conversations.info", "channel", slack.channel, "include_num_members", "1");
    var list = slack.call("conversations.list");

    assertFalse(info.path("channel").has("num_members"));
    assertEquals(2, counted.at("/channel/num_members").asInt());
    assertEquals(2, list.at("/channels/0/num_members").asInt());
  }

  @Test
  void pagesThroughEverythingByCursors() {
    IntStream.range(0, 4).forEach(n -> slack.workspace.createChannel("c" + n));
    for (var n = 0; n < 3; n++) {
      var person = slack.workspace.addPerson("P" + n, n + "@example.com");
      slack.workspace.join(slack.channel, person);
    }

    assertEquals(List.of(2, 2, 1), pages("conversations.list", "channels", "2"));
    assertEquals(List.of(3, 2), pages("users.list", "members", "3"));
    assertEquals(
        List.of(3, 1), pages("conversations.members", "members", "3", "channel", slack.channel));
  }

  private List<Integer> pages(String method, String items, String limit, String... more) {
    var sizes = new ArrayList<Integer>();
    var cursor = "";
    do {
      var ask = new ArrayList<>(List.of("limit", limit, "cursor", cursor));
      ask.addAll(List.of(more));
      var page = slack.call(method, ask.toArray(String[]::new));
      sizes.add(page.path(items).size());
      cursor = page.at("/response_metadata/next_cursor").asText();
    } while (!cursor.isEmpty());
    return sizes;
  }

  @Test
  void refusesCursorsAndLimitsThatMeanNothing() {
    for (var method : List.of("conversations.list", "users.list")) {
      assertEquals("invalid_cursor", slack.error(method, "cursor", "x"));
      assertEquals("invalid_cursor", slack.error(method, "cursor", Cursor.of("offset", "99")));
      assertEquals("invalid_limit", slack.error(method, "limit", "many"));
      assertEquals("invalid_limit", slack.error(method, "limit", "-1"));
      assertEquals("", slack.error(method, "limit", "0"));
      assertEquals("", slack.error(method, "limit", "100000"));
    }
    var c = slack.channel;
    assertEquals(
        "invalid_limit", slack.error("conversations.members", "channel", c, "limit", "1.5"));
    for (var method : List.of("conversations.history", "conversations.replies")) {
      var ts = slack.said("x");
      assertEquals("invalid_cursor", slack.error(method, "channel", c, "ts", ts, "cursor", "?"));
      assertEquals(
          "invalid_cursor",
          slack.error(method, "channel", c, "ts", ts, "cursor", Cursor.of("next_ts", "1")));
      assertEquals("invalid_ts_latest", slack.error(method, "channel", c, "ts", ts, "latest", "x"));
      assertEquals("invalid_ts_oldest", slack.error(method, "channel", c, "ts", ts, "oldest", "x"));
    }
  }

  @Test
  void refusesToReadWithoutAPlaceToRead() {
    assertEquals("invalid_arguments", slack.error("conversations.history"));
    assertEquals("channel_not_found", slack.error("conversations.history", "channel", ""));
    assertEquals("invalid_arguments", slack.error("conversations.replies", "channel", "C0"));
    assertEquals(
        "thread_not_found",
        slack.error("conversations.replies", "channel", slack.channel, "ts", ""));
    assertEquals("invalid_arguments", slack.error("conversations.info"));
    assertEquals("invalid_arguments", slack.error("conversations.members"));
  }

  @Test
  void givesRepliesBetweenTwoMoments() {
    var parent = slack.said("p");
    IntStream.rangeClosed(1, 4)
        .forEach(n -> slack.workspace.post(slack.ada, slack.channel, "" + n, Optional.of(parent)));
    var ask =
        new String[] {
          "channel",
          slack.channel,
          "ts",
          parent,
          "oldest",
          "1700000000.000002",
          "latest",
          "1700000000.000004"
        };

    assertEquals(List.of("p", "2"), texts("conversations.replies", ask));
  }

  private List<String> texts(String method, String... ask) {
    return slack.call(method, ask).path("messages").findValuesAsText("text");
  }

  @Test
  void tellsTheEndOfARangeThatWasAskedFor() {
    slack.said("x");

    var all = slack.call("conversations.history", "channel", slack.channel);
    var until =
        slack.call(
            "conversations.history", "channel", slack.channel, "latest", "1700000000.000009");

    assertFalse(all.has("latest"));
    assertEquals("1700000000.000009", until.path("latest").asText());
    assertEquals(0, all.path("pin_count").asInt());
    assertEquals("", all.at("/response_metadata/next_cursor").asText());
  }

  @Test
  void listsPeopleAsFarAsTheyAreIn() {
    var admin = slack.workspace.admin();
    var eve = admin.invitePerson("Eve", "eve@example.com");
    var gone = slack.workspace.addPerson("Gone", "gone@example.com");
    admin.deactivate(gone);

    var members = slack.call("users.list").path("members");

    assertEquals(
        List.of(slack.workspace.botUserId(), slack.ada, eve, gone), members.findValuesAsText("id"));
    assertFalse(user(slack.ada).has("is_invited_user"));
    assertTrue(user(eve).path("is_invited_user").asBoolean());
    assertTrue(user(gone).path("deleted").asBoolean());
    assertFalse(user(gone).has("tz"));
    assertEquals("", slack.error("users.lookupByEmail", "email", "eve@example.com"));
    assertEquals(
        "users_not_found", slack.error("users.lookupByEmail", "email", "gone@example.com"));
  }

  private JsonNode user(String id) {
    return slack.call("users.info", "user", id).path("user");
  }

  @Test
  void saysThatAPersonOrABotIsNotThere() {
    assertEquals("user_not_found", slack.error("users.info", "user", ""));
    assertEquals("invalid_arguments", slack.error("users.info"));
    assertEquals("invalid_arguments", slack.error("users.lookupByEmail"));
    assertEquals("users_not_found", slack.error("users.lookupByEmail", "email", ""));
    assertEquals("bot_not_found", slack.error("bots.info", "bot", "B0"));
    assertEquals("bot_not_found", slack.error("bots.info"));
  }

  @Test
  void countsAGroupsUsersWhereAskedTo() {
    slack.workspace.addUserGroup("tech-support", List.of(slack.ada));

    assertFalse(slack.call("usergroups.list").at("/usergroups/0").has("user_count"));
    assertEquals(
        1,
        slack
            .call("usergroups.list", "include_count", "true")
            .at("/usergroups/0/user_count")
            .asInt());
    assertEquals(
        slack.ada,
        slack.call("usergroups.list", "include_users", "1").at("/usergroups/0/users/0").asText());
  }
}
