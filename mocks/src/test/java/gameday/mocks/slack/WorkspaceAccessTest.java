package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.faults.Faults;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkspaceAccessTest {
  private final SlackWorkspace workspace =
      new SlackWorkspace("acme", new SettableClock(1_700_000_000L), new Faults(1));
  private final String channel = workspace.createChannel("event");
  private final String ada = workspace.addPerson("Ada Lovelace", "ada@example.com");
  private final WorkspaceAccess access = new WorkspaceAccess(workspace);
  private final SlackReader reader = new SlackReader(workspace);

  private static JsonNode json(String text) {
    try {
      return SlackJson.MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  private List<String> texts() {
    return reader.messages(channel, 10).stream().map(read -> read.message().text()).toList();
  }

  @Test
  void writesAsTheAppButWithoutItsUser() {
    assertEquals(
        Optional.empty(),
        access.post(channel, json("{\"text\":\"x\",\"blocks\":[{\"type\":\"divider\"}]}")));

    var message = access.message(channel, "1700000000.000001").orElseThrow();
    assertEquals("bot_message", message.path("subtype").asText());
    assertEquals("gameday", message.path("username").asText());
    assertEquals(access.botId(), message.path("bot_id").asText());
    assertFalse(message.has("user"));
    assertEquals("divider", message.at("/blocks/0/type").asText());
    assertTrue(message.at("/blocks/0/block_id").isTextual());
  }

  @Test
  void saysWhyNothingIsWritten() {
    assertEquals(Optional.of("channel_not_found"), access.post("C0", json("{\"text\":\"x\"}")));
    assertEquals(Optional.of("no_text"), access.post(channel, json("{}")));
    assertEquals(Optional.of("no_text"), access.post(channel, json("[]")));
    assertEquals(
        Optional.of("invalid_payload"), access.post(channel, json("{\"text\":\"\\ud83d\"}")));
    assertEquals(
        Optional.of("thread_not_found"),
        access.post(channel, json("{\"text\":\"x\",\"thread_ts\":\"1.1\"}")));
    workspace.admin().archive(ada, channel);
    assertEquals(Optional.of("is_archived"), access.post(channel, json("{\"text\":\"x\"}")));
    assertEquals(List.of(), texts());
  }

  @Test
  void replacesAllOfAMessageAndDeletesIt() {
    access.post(channel, json("{\"text\":\"x\",\"blocks\":[{\"type\":\"divider\"}]}"));
    var ts = "1700000000.000001";

    assertEquals(Optional.empty(), access.replace(channel, ts, json("{\"text\":\"y\"}")));
    assertEquals(List.of("y"), texts());
    assertFalse(access.message(channel, ts).orElseThrow().has("blocks"));
    assertEquals(Optional.empty(), access.delete(channel, ts));
    assertEquals(List.of(), texts());
    assertEquals(Optional.of("message_not_found"), access.delete(channel, ts));
  }

  @Test
  void touchesNothingOfPeoples() {
    var ts = workspace.post(ada, channel, "hers", Optional.empty()).orElseThrow();

    assertEquals(
        Optional.of("cant_update_message"), access.replace(channel, ts, json("{\"text\":\"y\"}")));
    assertEquals(Optional.of("cant_update_message"), access.delete(channel, ts));
    assertEquals(List.of("hers"), texts());
  }

  @Test
  void showsSomethingToOnePersonOnly() {
    var message = json("{\"text\":\"psst\",\"blocks\":[{\"type\":\"divider\"}]}");
    assertEquals(Optional.empty(), access.show(ada, channel, message, Optional.empty()));

    var shown = workspace.ephemerals().of(ada).getFirst();
    assertEquals("psst", shown.text());
    assertEquals("divider", shown.json().at("/blocks/0/type").asText());
    assertEquals(List.of(), texts());
    assertEquals(Optional.empty(), access.hide(ada, channel, shown.ts()));
    assertEquals(Optional.of("message_not_found"), access.hide(ada, channel, shown.ts()));
  }

  @Test
  void namesPeopleAndChannels() {
    assertEquals(Optional.of("ada.lovelace"), access.handle(ada));
    assertEquals(Optional.empty(), access.handle(workspace.botUserId()));
    assertEquals(Optional.of("event"), access.channelName(channel));
    assertEquals("acme", access.team());
    assertEquals(Optional.of(channel), reader.channelId("event"));
    assertEquals(List.of("event"), reader.channels().stream().map(c -> c.name()).toList());
    assertEquals(
        List.of("gameday", "Ada Lovelace"), reader.members().stream().map(m -> m.name()).toList());
  }
}
