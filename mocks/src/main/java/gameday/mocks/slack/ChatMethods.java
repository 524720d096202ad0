package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The methods of {@code chat.*} that write; {@link EditMethods} has those that change. */
final class ChatMethods {
  private static final Pattern TS = Pattern.compile("\\d{1,10}\\.\\d{1,6}");

  private static final int LONGEST_QUOTE = 40;

  private final SlackState state;
  private final Ephemerals ephemerals;
  private final SlackJson json;

  ChatMethods(SlackState state, Ephemerals ephemerals, SlackJson json) {
    this.state = state;
    this.ephemerals = ephemerals;
    this.json = json;
  }

  Map<String, Method> all() {
    return Map.of(
        "chat.postMessage", this::postMessage,
        "chat.postEphemeral", this::postEphemeral);
  }

  private ObjectNode postMessage(Arguments arguments) {
    if (!arguments.has("channel")) {
      return Reply.missing("channel");
    }
    var content = Content.of(arguments);
    var asked = arguments.text("channel");
    var channel = asked.flatMap(state::visible);
    var person = asked.flatMap(state::reachable);
    var isNew = channel.isEmpty() && person.isPresent() && !arguments.has("thread_ts");
    if (isNew) {
      // Only what can be said is a reason to open direct messages.
      return content
          .refusal(arguments, false)
          .orElseGet(() -> post(state.channels.direct(List.of(person.get())), arguments, content));
    }
    return placeProblem(channel, arguments)
        .or(() -> content.refusal(arguments, false))
        .orElseGet(() -> post(channel.orElseThrow(), arguments, content));
  }

  private ObjectNode post(Channel channel, Arguments arguments, Content content) {
    var given = text(content, arguments, state.people);
    var draft =
        Draft.of(
            given,
            arguments.flag("reply_broadcast"),
            content.extras(arguments.text("client_msg_id"), channel.id + channel.lastTs()));
    var parent = arguments.text("thread_ts").flatMap(channel::thread);
    var stored = state.store(channel, state.bot.id(), parent, draft);
    var reply = Reply.ok().put("channel", channel.id).put("ts", stored.ts);
    reply.set("message", json.messageWithMetadata(channel, stored));
    return given.length() > Draft.LONGEST_TEXT ? Reply.warn(reply, "message_truncated") : reply;
  }

  private ObjectNode postEphemeral(Arguments arguments) {
    var missing = arguments.missing("channel", "user");
    if (missing.isPresent()) {
      return Reply.missing(missing.get());
    }
    var channel = arguments.text("channel").flatMap(state::visible);
    var place = placeProblem(channel, arguments);
    if (place.isPresent()) {
      return place.get();
    }
    if (!channel.orElseThrow().members.contains(arguments.text("user").orElse(""))) {
      return Reply.error("user_not_in_channel");
    }
    return Content.of(arguments)
        .refusal(arguments, false)
        .orElseGet(() -> show(channel.orElseThrow(), arguments));
  }

  private ObjectNode show(Channel channel, Arguments arguments) {
    var ts = channel.nextTs();
    ephemerals.show(json.ephemeral(channel, arguments.text("user").orElseThrow(), ts, arguments));
    return Reply.ok().put("message_ts", ts);
  }

  /** What Slack replies if nothing may be written there. */
  private Optional<ObjectNode> placeProblem(Optional<Channel> found, Arguments arguments) {
    if (found.isEmpty()) {
      return Optional.of(Reply.error("channel_not_found"));
    }
    var channel = found.get();
    if (channel.archived) {
      return Optional.of(Reply.error("is_archived"));
    }
    if (!state.hasBot(channel) && !state.grant.now().scopes().contains("chat:write.public")) {
      return Optional.of(Reply.error("not_in_channel"));
    }
    if (channel.postingRestricted) {
      return Optional.of(Reply.error("restricted_action"));
    }
    return arguments.text("thread_ts").flatMap(ts -> threadProblem(channel, ts));
  }

  private static Optional<ObjectNode> threadProblem(Channel channel, String ts) {
    if (!TS.matcher(ts).matches()) {
      var shown = ts.length() > LONGEST_QUOTE ? "this" : ts;
      return Optional.of(
          Reply.error("invalid_thread_ts", List.of(shown + " is not a valid thread_ts")));
    }
    var parent = channel.thread(ts);
    if (parent.isEmpty()) {
      // What Slack does with a thread that doesn't exist is unknown. Refusing is our choice:
      // a message that lands elsewhere would hide the pipeline's mistake.
      return Optional.of(Reply.error("thread_not_found"));
    }
    return parent.get().isSlacks()
        ? Optional.of(Reply.error("cannot_reply_to_message"))
        : Optional.empty();
  }

  /** The text as Slack keeps it, but for its length. */
  static String text(Content content, Arguments arguments, People people) {
    var text = content.text().orElse("");
    var link =
        arguments.flag("link_names") || arguments.text("parse").filter("full"::equals).isPresent();
    return link ? Mentions.linked(text, people) : text;
  }
}
