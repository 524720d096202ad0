package gameday.virtual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A channel with its messages. */
final class SlackChannel {
  private static final long ELEVEN_DIGITS = 10_000_000_000L;
  private static final int SEVEN_DIGITS = 1_000_000;

  final String name;
  final String id;
  final Map<String, SlackMessage> byTs = new HashMap<>();

  /** The messages outside threads, oldest first. */
  final List<SlackMessage> roots = new ArrayList<>();

  /** Where the pipeline's messages stand, by the keys they carry. */
  final Map<String, String> tsByKey = new HashMap<>();

  private long second;
  private int counter;

  SlackChannel(String name, String id) {
    this.name = name;
    this.id = id;
  }

  /**
   * A new message.
   *
   * @param nowSeconds by Slack's clock
   * @param threadTs a message of this channel, or a reply to one, to stand in its thread
   * @param key what it carries to be found by; empty if nothing
   */
  SlackMessage post(
      long nowSeconds, String user, Optional<String> threadTs, String text, String key) {
    Optional<SlackMessage> root =
        threadTs.map(byTs::get).map(found -> byTs.getOrDefault(found.thread(), found));
    SlackMessage message = new SlackMessage(nextTs(nowSeconds), root.map(it -> it.ts), user, text);
    byTs.put(message.ts, message);
    root.ifPresentOrElse(it -> it.replies.add(message), () -> roots.add(message));
    if (!key.isEmpty()) {
      tsByKey.putIfAbsent(key, message.ts);
    }
    return message;
  }

  /** Its author edits a message. */
  void edit(SlackMessage message, long nowSeconds, String text) {
    message.text = text;
    message.edited = nextTs(nowSeconds);
  }

  /** Grows even if the clock stands or goes back. */
  private String nextTs(long nowSeconds) {
    if (nowSeconds > second) {
      second = nowSeconds;
      counter = 0;
    }
    counter++;
    return Long.toString(ELEVEN_DIGITS + second).substring(1)
        + "."
        + Integer.toString(SEVEN_DIGITS + counter).substring(1);
  }
}
