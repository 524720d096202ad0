package gameday.mocks.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.AgentDesk;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Transcript;
import gameday.mocks.slack.SlackReader;
import java.util.Locale;

/** What is in the mocks now, as the page wants it: the latest of everything, within bounds. */
final class ConsoleState {
  private static final int MOST_CHANNELS = 50;
  private static final int MOST_MESSAGES = 200;
  private static final int MOST_CONVERSATIONS = 50;
  private static final int MOST_LINES = 100;

  private final Backstage backstage;
  private final SlackReader slack;
  private final FaultHand faults;

  ConsoleState(Backstage backstage) {
    this.backstage = backstage;
    this.slack = new SlackReader(backstage.slack());
    this.faults = new FaultHand(backstage.faults());
  }

  ObjectNode json() {
    var state = RequestJson.object();
    state.set("slack", slack());
    state.set("helpChat", chat(backstage.helpChat()).put("product", backstage.helpChat().prefix()));
    var modChat = chat(backstage.modChat());
    var sessions = modChat.putArray("sessions");
    backstage
        .modChat()
        .sessions()
        .forEach(
            session -> sessions.addObject().put("id", session.id()).put("title", session.title()));
    state.set("modChat", modChat);
    state.set("faults", faults.json());
    return state;
  }

  private ObjectNode slack() {
    var json = RequestJson.object();
    var people = json.putArray("people");
    for (var member : slack.members()) {
      people
          .addObject()
          .put("id", member.id())
          .put("name", member.name())
          .put("email", member.email())
          .put("bot", member.bot());
    }
    var channels = json.putArray("channels");
    slack.channels().stream()
        .limit(MOST_CHANNELS)
        .forEach(channel -> channel(channels.addObject(), channel));
    return json;
  }

  private void channel(ObjectNode json, SlackReader.ChannelSummary channel) {
    json.put("id", channel.id()).put("name", channel.name()).put("direct", channel.direct());
    var messages = json.putArray("messages");
    for (var read : slack.messages(channel.id(), MOST_MESSAGES)) {
      var message = read.message();
      var one =
          messages
              .addObject()
              .put("ts", message.ts())
              .put("user", message.userId())
              .put("bot", message.byBot())
              .put("text", message.text());
      message.threadTs().ifPresent(ts -> one.put("thread", ts));
      var reactions = one.putObject("reactions");
      read.reactions().forEach(reactions::put);
    }
  }

  private static ObjectNode chat(AgentDesk desk) {
    var json = RequestJson.object();
    var agents = json.putArray("agents");
    desk.colleagues()
        .forEach(agent -> agents.addObject().put("id", agent.id()).put("name", agent.name()));
    var conversations = json.putArray("conversations");
    desk.transcripts(MOST_CONVERSATIONS)
        .forEach(transcript -> conversation(conversations.addObject(), transcript));
    return json;
  }

  private static void conversation(ObjectNode json, Transcript transcript) {
    json.put("id", transcript.conversation())
        .put("visitor", transcript.visitor())
        .put("email", transcript.email())
        .put("place", transcript.place())
        .put("state", transcript.state());
    ArrayNode lines = json.putArray("lines");
    var all = transcript.lines();
    for (var line : all.subList(Math.max(0, all.size() - MOST_LINES), all.size())) {
      lines
          .addObject()
          .put("at", line.epochMillis())
          .put("by", line.by().name().toLowerCase(Locale.ROOT))
          .put("name", line.name())
          .put("text", line.text())
          .put("note", line.note());
    }
  }
}
