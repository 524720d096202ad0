package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.Attachment;
import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.process.Chat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Intercom's notifications. A conversation is the chatbot's while it is assigned to nobody.
 *
 * <p>Whatever happens in a conversation is a part with an id of its own, and that id is the key: a
 * notification that comes twice, is replayed, or tells what a look has told counts once. The
 * product promises no order, and what failed comes again a minute later: a change that is older
 * than one already heard of is no news.
 */
public final class IntercomInbound implements Inbound {
  private static final int REMEMBERED = 20_000;

  private final IntercomCalls calls;
  private final Map<String, Long> latestPart = new LinkedHashMap<>();

  /**
   * Has heard of nothing yet.
   *
   * @param calls tells which messages are ours
   */
  public IntercomInbound(IntercomCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<Arrival> read(JsonNode body) throws IOException, InterruptedException {
    JsonNode item = body.path("data").path("item");
    if (!item.path("type").asText().equals("conversation") || id(item).isEmpty()) {
      return List.of();
    }
    return switch (body.path("topic").asText()) {
      case "conversation.user.created" -> List.of(firstMessage(item));
      case "conversation.user.replied" -> userReplied(item);
      case "conversation.admin.replied", "conversation.admin.noted" -> messages(item);
      case "conversation.admin.assigned",
          "conversation.admin.open.assigned",
          "conversation.admin.opened" ->
          takesNote(item) ? opened(item, newest(body, item)) : List.of();
      case "conversation.admin.closed" ->
          takesNote(item)
              ? List.of(
                  new Arrival(
                      newest(body, item) + ":closed", new Signal.Closed(about(item), asker(item))))
              : List.of();
      default -> List.of();
    };
  }

  /** The message a conversation began with. */
  static Arrival firstMessage(JsonNode item) {
    String text = IntercomText.text(item.path("source").path("body").asText(""));
    return new Arrival(
        "intercom:source:" + id(item),
        new Signal.UserWrote(
            about(item), asker(item), text, isForAgents(item), 0, files(item.path("source"))));
  }

  /**
   * What a part says, if it is a message that isn't ours.
   *
   * @param forAgents whether the conversation waits for, or is with, agents
   */
  List<Arrival> message(JsonNode item, JsonNode part, boolean forAgents)
      throws IOException, InterruptedException {
    JsonNode body = part.path("body");
    JsonNode author = part.path("author");
    String writer = author.path("id").asText();
    List<Attachment> files = files(part);
    if (!body.isTextual() && files.isEmpty()) {
      return List.of();
    }
    String text = IntercomText.text(body.asText(""));
    String key = "intercom:part:" + part.path("id").asText();
    return switch (author.path("type").asText()) {
      case "user", "lead", "contact" ->
          List.of(
              new Arrival(
                  key, new Signal.UserWrote(about(item), asker(item), text, forAgents, 0, files)));
      case "admin" -> {
        if (writer.equals(calls.me())) {
          yield List.of();
        }
        boolean isNote = part.path("part_type").asText().equals("note");
        yield List.of(
            new Arrival(
                key,
                isNote
                    ? new Signal.AgentNoted(about(item), asker(item), writer, text)
                    : new Signal.Taken(about(item), asker(item), writer)));
      }
      default -> List.of();
    };
  }

  private static List<Attachment> files(JsonNode message) {
    return SentFiles.of(message.path("attachments"), "url", "name");
  }

  /** The parts that came with a conversation. */
  static JsonNode parts(JsonNode item) {
    return item.path("conversation_parts").path("conversation_parts");
  }

  /** Who asks in a conversation; the page is where they began it. */
  static Caller asker(JsonNode item) {
    JsonNode source = item.path("source");
    JsonNode author = source.path("author");
    return author.path("type").asText().equals("admin")
        ? Caller.UNKNOWN
        : new Caller(
            author.path("name").asText(""),
            author.path("email").asText(""),
            source.path("url").asText(""),
            TopicName.in(
                item.path("tags")
                    .path("tags")
                    .valueStream()
                    .map(tag -> tag.path("name").asText())));
  }

  /** Whether a conversation is assigned to a team or an admin. */
  static boolean isForAgents(JsonNode item) {
    return item.hasNonNull("team_assignee_id") || item.hasNonNull("admin_assignee_id");
  }

  static Conversation about(JsonNode item) {
    return new Conversation(Chat.HELP, id(item));
  }

  private static String id(JsonNode item) {
    return item.path("id").asText();
  }

  private List<Arrival> userReplied(JsonNode item) throws IOException, InterruptedException {
    List<Arrival> arrivals = new ArrayList<>(messages(item));
    for (JsonNode part : parts(item)) {
      // A reply that opens a closed conversation is the only word there is of its opening.
      if (part.path("part_type").asText().equals("open") && takesNote(item)) {
        arrivals.addAll(opened(item, "intercom:part:" + part.path("id").asText()));
      }
    }
    return arrivals;
  }

  private List<Arrival> messages(JsonNode item) throws IOException, InterruptedException {
    List<Arrival> arrivals = new ArrayList<>();
    for (JsonNode part : parts(item)) {
      arrivals.addAll(message(item, part, isForAgents(item)));
    }
    return arrivals;
  }

  /**
   * Whether a change of a conversation's state, as its latest part tells it, is no older than what
   * was known; remembers it then. Parts' ids grow.
   */
  boolean takesNote(JsonNode item) {
    JsonNode parts = parts(item);
    long part = parts.path(parts.size() - 1).path("id").asLong(0);
    if (part == 0) {
      return true;
    }
    synchronized (latestPart) {
      // Taken out and put in again, so that the first is the one that was silent longest.
      Long known = latestPart.remove(id(item));
      long latest = known == null ? part : Math.max(known, part);
      latestPart.put(id(item), latest);
      if (latestPart.size() > REMEMBERED) {
        latestPart.remove(latestPart.keySet().iterator().next());
      }
      return part == latest;
    }
  }

  private static List<Arrival> opened(JsonNode item, String key) {
    if (!item.path("open").asBoolean(false) || !isForAgents(item)) {
      return List.of();
    }
    List<Arrival> arrivals = new ArrayList<>();
    arrivals.add(new Arrival(key + ":open", new Signal.OpenedForAgents(about(item), asker(item))));
    if (item.hasNonNull("admin_assignee_id")) {
      String agent = item.path("admin_assignee_id").asText();
      arrivals.add(new Arrival(key + ":taken", new Signal.Taken(about(item), asker(item), agent)));
    }
    return arrivals;
  }

  private static String newest(JsonNode body, JsonNode item) {
    JsonNode parts = parts(item);
    String part = parts.path(parts.size() - 1).path("id").asText();
    return part.isEmpty()
        ? "intercom:notification:" + body.path("id").asText()
        : "intercom:part:" + part;
  }
}
