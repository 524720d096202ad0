package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.faults.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkspaceEventsTest {
  private final SlackWorkspace workspace =
      new SlackWorkspace("acme", new SettableClock(1_700_000_000L), new Faults(1));
  private final String channel = workspace.createChannel("event");
  private final String ada = workspace.addPerson("Ada", "ada@example.com");
  private final String bob = workspace.addPerson("Bob", "bob@example.com");
  private final String bot = workspace.botUserId();
  private final List<JsonNode> events = new ArrayList<>();
  private final List<String> conversations = new ArrayList<>();

  WorkspaceEventsTest() {
    WorkspaceEvents.tell(
        workspace,
        (conversation, event) -> {
          conversations.add(conversation);
          events.add(sent(event));
        });
  }

  /** As the app gets it. */
  private static JsonNode sent(JsonNode event) {
    try {
      return SlackJson.MAPPER.readTree(event.toString());
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  private String say(String text) {
    return workspace.post(ada, channel, text, Optional.empty()).orElseThrow();
  }

  private List<String> types() {
    return events.stream()
        .map(event -> event.path("type").asText() + " " + event.path("subtype").asText())
        .map(String::strip)
        .toList();
  }

  @Test
  void tellsNobodyWhatIsSetUp() {
    workspace.join(channel, ada);
    workspace.leave(channel, ada);
    workspace.createChannel("other");
    workspace.addUserGroup("g", List.of(ada));
    workspace.admin().deactivate(bob);

    assertEquals(List.of(), types());
  }

  @Test
  void tellsTheAppTwiceThatItIsCalled() {
    var ts = say("<@" + bot + "> help");
    say("not you");

    assertEquals(List.of("message", "app_mention", "message"), types());
    var mention = events.get(1);
    assertEquals("<@" + bot + "> help", mention.path("text").asText());
    assertEquals(ada, mention.path("user").asText());
    assertEquals(channel, mention.path("channel").asText());
    assertEquals(ts, mention.path("ts").asText());
    assertEquals(ts, mention.path("event_ts").asText());
    assertFalse(mention.has("channel_type"));
  }

  @Test
  void tellsOfADeletedMessageWhatItWas() {
    var ts = say("wrong");
    workspace.delete(ada, channel, ts);

    var deleted = events.get(1);
    assertEquals("message_deleted", deleted.path("subtype").asText());
    assertTrue(deleted.path("hidden").asBoolean());
    assertEquals(ts, deleted.path("deleted_ts").asText());
    assertEquals("wrong", deleted.at("/previous_message/text").asText());
    assertEquals(ada, deleted.at("/previous_message/user").asText());
    assertEquals("1700000000.000002", deleted.path("event_ts").asText());
    assertEquals(channel + ":" + ts, conversations.get(1));
  }

  @Test
  void tellsOfATombstoneAsOfAChange() {
    var parent = say("p");
    workspace.post(bob, channel, "r", Optional.of(parent));
    workspace.delete(ada, channel, parent);

    var changed = events.get(2);
    assertEquals("message_changed", changed.path("subtype").asText());
    assertEquals("tombstone", changed.at("/message/subtype").asText());
    assertEquals("p", changed.at("/previous_message/text").asText());
    assertFalse(changed.path("previous_message").has("subtype"));
  }

  @Test
  void tellsOfAnEditWhatTheMessageWasAndIs() {
    var ts = say("old");
    workspace.edit(ada, channel, ts, "new");

    var changed = events.get(1);
    assertEquals("new", changed.at("/message/text").asText());
    assertEquals(ada, changed.at("/message/edited/user").asText());
    assertEquals("old", changed.at("/previous_message/text").asText());
    assertFalse(changed.path("previous_message").has("edited"));
  }

  @Test
  void tellsOfReactionsThatComeAndGo() {
    var ts = say("x");
    workspace.react(bob, channel, ts, "eyes");
    workspace.unreact(bob, channel, ts, "eyes");

    assertEquals(List.of("message", "reaction_added", "reaction_removed"), types());
    for (var reaction : events.subList(1, 3)) {
      assertEquals(bob, reaction.path("user").asText());
      assertEquals("eyes", reaction.path("reaction").asText());
      assertEquals(ada, reaction.path("item_user").asText());
      assertEquals(ts, reaction.at("/item/ts").asText());
      assertEquals(channel, reaction.at("/item/channel").asText());
    }
  }

  @Test
  void tellsWhoIsBroughtIn() {
    workspace.invite(ada, channel, bob);

    assertEquals(List.of("message channel_join", "member_joined_channel"), types());
    assertEquals("<@" + bob + "> has joined the channel", events.get(0).path("text").asText());
    var joined = events.get(1);
    assertEquals(bob, joined.path("user").asText());
    assertEquals(channel, joined.path("channel").asText());
    assertEquals("C", joined.path("channel_type").asText());
    assertEquals(workspace.teamId(), joined.path("team").asText());
    assertEquals(ada, joined.path("inviter").asText());
    assertFalse(workspace.invite(ada, channel, bob));
    assertEquals(2, events.size());
  }

  @Test
  void tellsOfAFileAfterTheMessageThatShowsIt() {
    var file = new Upload("a.png", new byte[] {1});
    var ts = workspace.upload(ada, channel, file, "see", Optional.empty()).orElseThrow();

    assertEquals(List.of("message file_share", "file_shared"), types());
    var shared = events.get(1);
    assertEquals(events.get(0).at("/files/0/id"), shared.path("file_id"));
    assertEquals(shared.path("file_id"), shared.at("/file/id"));
    assertEquals(ada, shared.path("user_id").asText());
    assertEquals(channel, shared.path("channel_id").asText());
    assertEquals(channel + ":" + ts, conversations.get(1));
  }

  @Test
  void tellsOfArchives() {
    workspace.admin().archive(ada, channel);
    workspace.admin().unarchive(ada, channel);

    assertEquals(List.of("channel_archive", "channel_unarchive"), types());
    assertEquals(ada, events.getFirst().path("user").asText());
    assertEquals(channel, conversations.getFirst());
  }

  @Test
  void callsEachKindOfChannelByItsName() {
    var quiet = workspace.admin().createPrivateChannel("quiet");
    workspace.post(ada, quiet, "x", Optional.empty());
    workspace.invite(ada, quiet, bob);
    workspace.admin().archive(ada, quiet);

    assertEquals("group", events.get(0).path("channel_type").asText());
    assertEquals("G", events.get(2).path("channel_type").asText());
    assertEquals("group_archive", events.get(3).path("type").asText());
  }

  @Test
  void tellsNothingOfChannelsTheBotIsNotIn() {
    workspace.leave(channel, bot);
    var ts = say("<@" + bot + "> x");
    workspace.edit(ada, channel, ts, "y");
    workspace.react(ada, channel, ts, "eyes");
    workspace.invite(ada, channel, bob);
    workspace.upload(ada, channel, new Upload("a", new byte[1]), "", Optional.empty());
    workspace.delete(ada, channel, ts);
    assertEquals(List.of(), types());

    workspace.invite(ada, channel, bot);

    assertEquals(List.of("message channel_join", "member_joined_channel"), types());
    assertEquals(bot, events.get(1).path("user").asText());
  }

  @Test
  void tellsOfChannelsThatTheBotMakes() {
    try (var slack = new RunningSlack()) {
      var told = new ArrayList<JsonNode>();
      WorkspaceEvents.tell(slack.workspace, (conversation, event) -> told.add(sent(event)));

      var made = slack.call("conversations.create", "name", "help").at("/channel/id").asText();
      slack.call("conversations.create", "name", "quiet", "is_private", "1");
      slack.call("conversations.leave", "channel", made);

      assertEquals(1, told.size());
      assertEquals("channel_created", told.getFirst().path("type").asText());
      assertEquals("help", told.getFirst().at("/channel/name").asText());
      assertEquals(made, told.getFirst().at("/channel/id").asText());
    }
  }
}
