package gameday.virtual;

import gameday.mocks.delivery.RetryRule;
import gameday.mocks.slack.limits.RateLimits;
import gameday.pipeline.Effect;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.script.QuestionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slack: channels, threads, limits, and events of what people do in the event's channel. */
final class SlackSpace {
  /** Slack's name in the history. */
  static final String NAME = "slack";

  /** What another channel's name has more, into which somebody writes by mistake. */
  private static final String ELSEWHERE = "-social";

  static final String POST = "chat.postMessage";
  static final String HISTORY = "conversations.history";
  static final String REPLIES = "conversations.replies";

  private static final Webhook.Habits HABITS =
      new Webhook.Habits(
          new RetryRule(
              Duration.ofSeconds(3),
              List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5))),
          true,
          false);

  private final Stage stage;
  private final RateLimits limits;
  private final Map<String, SlackChannel> channels = new LinkedHashMap<>();
  private final SlackChannel event;

  SlackSpace(Stage stage) {
    this.stage = stage;
    this.limits = RateLimits.published(1, stage.time::nowNanos);
    this.event = channel(stage.scenario.event().channel());
  }

  /** The channel of that name; the bot and everybody are in it. */
  private SlackChannel channel(String name) {
    return channels.computeIfAbsent(
        name, unknown -> new SlackChannel(name, "C0" + (channels.size() + 1)));
  }

  boolean isOut() {
    return stage.faults.isOut(NAME);
  }

  // ---- what people do; false while it is out ----

  /** Somebody writes in the event's channel. */
  boolean post(String user, Optional<String> threadTs, String text) {
    return post(user, threadTs, text, Optional.empty());
  }

  /** Somebody pastes an escalation of {@code meant} into the event's channel. */
  boolean paste(String user, String text, QuestionId meant) {
    return post(user, Optional.empty(), text, Optional.of(meant));
  }

  private boolean post(
      String user, Optional<String> threadTs, String text, Optional<QuestionId> meant) {
    if (isOut()) {
      return false;
    }
    SlackMessage message = event.post(stage.clockSeconds(NAME), user, threadTs, text, "");
    stage.ears.slackPosted(event, message, meant);
    tell(message.thread(), News.of(List.of(written(message))));
    return true;
  }

  /** Somebody writes in another channel, of which the pipeline is told nothing. */
  boolean postElsewhere(String user, String text) {
    if (isOut()) {
      return false;
    }
    SlackChannel other = channel(event.name + ELSEWHERE);
    stage.ears.slackPosted(
        other,
        other.post(stage.clockSeconds(NAME), user, Optional.empty(), text, ""),
        Optional.empty());
    return true;
  }

  /** Somebody edits what they wrote in the event's channel. */
  boolean edit(String ts, String text) {
    SlackMessage message = event.byTs.get(ts);
    if (isOut() || message == null) {
      return false;
    }
    event.edit(message, stage.clockSeconds(NAME), text);
    stage.ears.slackEdited(event, message);
    tell(message.thread(), News.of(List.of(edited(message))));
    return true;
  }

  /** Somebody reacts; that it stands already is as good. */
  boolean react(String user, String ts, String name) {
    if (isOut()) {
      return false;
    }
    SlackMessage message = event.byTs.get(ts);
    if (message != null && message.react(user, name)) {
      stage.ears.slackReacted(event, ts, user, name);
      tell(message.thread(), News.of(List.of(reacted(ts, user, name))));
    }
    return true;
  }

  private void tell(String thread, News news) {
    stage.deliveries.send(NAME, event.id + ":" + thread, news, HABITS);
  }

  private static Arrival written(SlackMessage message) {
    String ts = message.ts;
    return new Arrival(
        "slack:message:" + ts,
        message.threadTs.isEmpty()
            ? new Signal.SlackPosted(ts, message.user, message.text)
            : new Signal.SlackReplied(ts, message.thread(), message.user, message.text));
  }

  private static Arrival edited(SlackMessage message) {
    String ts = message.ts;
    return new Arrival(
        "slack:edit:" + ts + ":" + message.edited,
        new Signal.SlackEdited(ts, message.thread(), message.user, message.text, message.edited));
  }

  private static Arrival reacted(String ts, String user, String name) {
    return new Arrival(
        "slack:reaction:" + ts + ":" + user + ":" + name, new Signal.SlackReacted(ts, user, name));
  }

  // ---- what the pipeline asks for ----

  /** The pipeline writes into a channel. */
  Outcome<String> write(Effect.ToSlack effect, String channelName) {
    SlackChannel channel = channel(channelName);
    Optional<Outcome<String>> limited = limited(POST, Optional.of(channel.id));
    if (limited.isPresent()) {
      return limited.get();
    }
    Optional<String> thread = thread(effect);
    if (thread.isPresent() && !channel.byTs.containsKey(thread.get())) {
      return Outcome.refused(200, "thread_not_found");
    }
    SlackMessage message =
        channel.post(stage.clockSeconds(NAME), Cast.BOT, thread, effect.text(), effect.key());
    stage.ears.slackPosted(channel, message, stage.meantBy(effect));
    return Outcome.written(200, message.ts);
  }

  /** The pipeline looks whether something stands; its ts if so. */
  Outcome<Optional<String>> find(Effect.ToSlack effect, String channelName) {
    String method = thread(effect).isPresent() ? REPLIES : HISTORY;
    Optional<Outcome<Optional<String>>> limited = limited(method, Optional.empty());
    return limited.orElseGet(
        () -> Outcome.read(Optional.ofNullable(channel(channelName).tsByKey.get(effect.key()))));
  }

  private <T> Optional<Outcome<T>> limited(String method, Optional<String> channelId) {
    RateLimits.Verdict verdict = limits.count(method, channelId);
    return verdict.go()
        ? Optional.empty()
        : Optional.of(Outcome.later(verdict.retryAfterSeconds()));
  }

  static Optional<String> thread(Effect.ToSlack effect) {
    return switch (effect) {
      case Effect.PostToSlack post -> Optional.empty();
      case Effect.PostInThread post -> Optional.of(post.threadTs());
      case Effect.AddToThread post -> Optional.of(post.threadTs());
      case Effect.ShowFile file -> Optional.of(file.threadTs());
    };
  }

  /** The messages outside threads of the event's channel, oldest first. */
  Outcome<List<SlackMessage>> history() {
    Optional<Outcome<List<SlackMessage>>> limited = limited(HISTORY, Optional.empty());
    return limited.orElseGet(() -> Outcome.read(List.copyOf(event.roots)));
  }

  /** A thread's messages, oldest first. */
  Outcome<List<SlackMessage>> replies(SlackMessage root) {
    Optional<Outcome<List<SlackMessage>>> limited = limited(REPLIES, Optional.empty());
    return limited.orElseGet(() -> Outcome.read(List.copyOf(root.replies)));
  }

  /** What a look at a message tells: nothing if it is our own, but reactions to it. */
  static List<Arrival> found(SlackMessage message) {
    List<Arrival> found = new ArrayList<>();
    if (!message.user.equals(Cast.BOT)) {
      found.add(written(message));
      if (!message.edited.isEmpty()) {
        found.add(edited(message));
      }
    }
    message.reactions.forEach(
        (name, users) -> users.forEach(user -> found.add(reacted(message.ts, user, name))));
    return found;
  }
}
