package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import java.util.List;
import java.util.Set;

/**
 * Slack's Events API. Slack may send one message up to eleven times under different event ids, so
 * what names a message is its ts.
 */
public final class SlackInbound implements Inbound {
  private static final Set<String> SUBTYPES = Set.of("", "thread_broadcast", "file_share");

  private final String channel;

  /**
   * Hears nothing of any other channel.
   *
   * @param channel the event channel's id
   */
  public SlackInbound(String channel) {
    this.channel = channel;
  }

  @Override
  public List<Arrival> read(JsonNode body) {
    JsonNode event = body.path("event");
    if (!body.path("type").asText().equals("event_callback")) {
      return List.of();
    }
    return switch (event.path("type").asText()) {
      case "message" -> message(event);
      case "reaction_added" -> reaction(event);
      default -> List.of();
    };
  }

  /**
   * A message, from an event or from the channel's history; what is absent is empty.
   *
   * @param bot the app it is from, if it is from one
   * @param edited the ts of its latest edit
   */
  record Written(
      String ts,
      String thread,
      String user,
      String bot,
      String subtype,
      String text,
      String edited) {
    private boolean isBySomebody() {
      return SUBTYPES.contains(subtype) && bot.isEmpty() && !user.isEmpty() && !ts.isEmpty();
    }

    private String threadOrItself() {
      return thread.isEmpty() ? ts : thread;
    }
  }

  /** What a message of the event's channel says: nothing if it is an app's, or no message. */
  List<Arrival> message(Written message) {
    if (!message.isBySomebody()) {
      return List.of();
    }
    String ts = message.ts();
    String thread = message.threadOrItself();
    Arrival first =
        new Arrival(
            messageKey(ts),
            thread.equals(ts)
                ? new Signal.SlackPosted(ts, message.user(), message.text())
                : new Signal.SlackReplied(ts, thread, message.user(), message.text()));
    // Of what was edited before we saw it we know the latest words only; that is enough.
    return message.edited().isEmpty() ? List.of(first) : List.of(first, edited(message));
  }

  private static Arrival edited(Written message) {
    return new Arrival(
        "slack:edit:" + message.ts() + ":" + message.edited(),
        new Signal.SlackEdited(
            message.ts(),
            message.threadOrItself(),
            message.user(),
            message.text(),
            message.edited()));
  }

  /** What a reaction of {@code user} to the message {@code ts} says. */
  static Arrival reaction(String ts, String user, String name) {
    return new Arrival(
        "slack:reaction:" + ts + ":" + user + ":" + name, new Signal.SlackReacted(ts, user, name));
  }

  static String messageKey(String ts) {
    return "slack:message:" + ts;
  }

  private List<Arrival> message(JsonNode event) {
    if (!event.path("channel").asText().equals(channel)) {
      return List.of();
    }
    return switch (event.path("subtype").asText("")) {
      case "message_changed" -> changed(written(event.path("message")));
      case "message_deleted" -> deleted(written(event.path("previous_message")));
      default -> message(written(event));
    };
  }

  private static Written written(JsonNode message) {
    return new Written(
        message.path("ts").asText(),
        message.path("thread_ts").asText(""),
        message.path("user").asText(),
        message.path("bot_id").asText(""),
        message.path("subtype").asText(""),
        message.path("text").asText(""),
        message.path("edited").path("ts").asText(""));
  }

  /** Slack also says so when only a link's preview was added, which is no edit of anybody's. */
  private static List<Arrival> changed(Written now) {
    return now.isBySomebody() && !now.edited().isEmpty() ? List.of(edited(now)) : List.of();
  }

  private static List<Arrival> deleted(Written before) {
    return before.isBySomebody() && !before.thread().isEmpty()
        ? List.of(
            new Arrival(
                "slack:deleted:" + before.ts(),
                new Signal.SlackDeleted(before.ts(), before.thread(), before.user())))
        : List.of();
  }

  private List<Arrival> reaction(JsonNode event) {
    JsonNode item = event.path("item");
    return item.path("channel").asText().equals(channel)
        ? List.of(
            reaction(
                item.path("ts").asText(),
                event.path("user").asText(),
                event.path("reaction").asText()))
        : List.of();
  }
}
