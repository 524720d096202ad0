package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code conversations.history} and {@code conversations.replies}. */
final class HistoryMethods {
  private static final String NEXT = "next_ts";
  private static final int HISTORY_LIMIT = 100;
  private static final int MOST_HISTORY = 999;
  private static final int REPLIES_LIMIT = 1_000;

  private final SlackState state;
  private final SlackJson json;

  HistoryMethods(SlackState state, SlackJson json) {
    this.state = state;
    this.json = json;
  }

  Map<String, Method> all() {
    return Map.of(
        "conversations.history", this::history,
        "conversations.replies", this::replies);
  }

  /** Newest first, without replies. The cursor names the first message of the next page. */
  private ObjectNode history(Arguments arguments) {
    var asked = Asked.of(arguments, HISTORY_LIMIT, MOST_HISTORY);
    var channel = arguments.text("channel").flatMap(state::visible);
    var refusal = refusal(arguments.missing("channel"), channel, asked);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var range = asked.range().of(channel.orElseThrow().messages).descendingMap();
    var from = asked.cursor().map(ts -> range.tailMap(ts, true)).orElse(range);
    var found = from.values().stream().filter(Stored::inChannel);
    var reply = listed(channel.get(), found, asked).put("pin_count", 0);
    arguments.text("latest").ifPresent(latest -> reply.put("latest", asked.range().latest()));
    return reply;
  }

  /** The parent, whatever the range, then the replies, oldest first. */
  private ObjectNode replies(Arguments arguments) {
    var asked = Asked.of(arguments, REPLIES_LIMIT, REPLIES_LIMIT);
    var channel = arguments.text("channel").flatMap(state::visible);
    var refusal = refusal(arguments.missing("channel", "ts"), channel, asked);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var parent = arguments.text("ts").flatMap(channel.orElseThrow()::thread);
    if (parent.isEmpty()) {
      return Reply.error("thread_not_found");
    }
    var inRange = asked.range().of(channel.get().messages);
    var replies =
        parent.get().replies().stream()
            .filter(reply -> inRange.containsKey(reply.ts))
            .filter(reply -> asked.cursor().map(ts -> reply.ts.compareTo(ts) >= 0).orElse(true));
    var first = asked.cursor().isEmpty() ? Stream.of(parent.get()) : Stream.<Stored>empty();
    return listed(channel.get(), Stream.concat(first, replies), asked);
  }

  private ObjectNode listed(Channel channel, Stream<Stored> found, Asked asked) {
    // One more than asked for tells whether there is a next page, and where it starts.
    List<Stored> messages = found.limit(asked.limit() + 1L).toList();
    var hasMore = messages.size() > asked.limit();
    var reply = Reply.ok();
    var array = reply.putArray("messages");
    messages.stream()
        .limit(asked.limit())
        .map(
            message ->
                asked.withMetadata()
                    ? json.messageWithMetadata(channel, message)
                    : json.message(channel, message))
        .forEach(array::add);
    reply.put("has_more", hasMore);
    return Reply.withCursor(reply, hasMore ? Cursor.of(NEXT, messages.getLast().ts) : "");
  }

  private Optional<ObjectNode> refusal(
      Optional<String> missing, Optional<Channel> channel, Asked asked) {
    if (missing.isPresent()) {
      return Optional.of(Reply.missing(missing.get()));
    }
    if (channel.isEmpty()) {
      return Optional.of(Reply.error("channel_not_found"));
    }
    return state.hasBot(channel.get())
        ? asked.error().map(Reply::error)
        : Optional.of(Reply.error("not_in_channel"));
  }

  /** What part of the messages is asked for. */
  private record Asked(
      TsRange range,
      Optional<String> cursor,
      int limit,
      boolean withMetadata,
      Optional<String> error) {
    static Asked of(Arguments arguments, int limitByDefault, int mostLimit) {
      var range = TsRange.of(arguments);
      var limit = Page.limit(arguments, limitByDefault, mostLimit);
      var cursor = arguments.text("cursor").map(given -> Cursor.value(NEXT, given).orElse(""));
      var error = range.error();
      if (limit.isEmpty()) {
        error = Optional.of("invalid_limit");
      }
      if (cursor.filter(ts -> !TsRange.isTs(ts)).isPresent()) {
        error = Optional.of("invalid_cursor");
      }
      var withMetadata = arguments.flag("include_all_metadata");
      return new Asked(range, cursor, limit.orElse(limitByDefault), withMetadata, error);
    }
  }
}
