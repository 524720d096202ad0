package gameday.pipeline.server;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.util.http.SlackHttpClient;
import gameday.pipeline.Effect;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Slack's Web API. Our messages carry their key as metadata, by which they are found again in the
 * channel or the thread.
 */
final class SlackDestination implements Destination {
  private static final String EVENT_TYPE = "gameday_escalation";
  private static final int PAGES = 5;
  private static final int PAGE = 200;

  /** What trying again can't change; the agent must know. All else is tried again. */
  private static final Set<String> FOR_GOOD =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "no_text",
          "msg_too_long",
          "invalid_arguments",
          "cannot_reply_to_message",
          "thread_not_found",
          "restricted_action");

  /** Errors in which Slack doesn't say whether the message was stored. */
  private static final Set<String> DOUBTFUL =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private final MethodsClient slack;
  private final String channel;

  SlackDestination(Settings.Slack settings) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl());
    config.setTokenExistenceVerificationEnabled(false);
    config.setHttpClientCallTimeoutMillis(10_000);
    // Its own statistics would ask Slack who we are before every first call.
    config.setStatsEnabled(false);
    // After a dropped connection OkHttp sends a request again without a word: a second @here.
    OkHttpClient once =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .build();
    SlackHttpClient http = new SlackHttpClient(once);
    http.setConfig(config);
    this.slack = Slack.getInstance(config, http).methods(settings.botToken());
    this.channel = settings.channel();
  }

  @Override
  public Attempt send(Effect effect) {
    ChatPostMessageRequest request =
        ChatPostMessageRequest.builder()
            .channel(channel)
            .text(effect.text())
            .threadTs(thread(effect).orElse(null))
            .metadata(new Message.Metadata(EVENT_TYPE, Map.of("key", effect.key())))
            .build();
    try {
      ChatPostMessageResponse response = slack.chatPostMessage(request);
      return response.isOk()
          ? new Attempt.Accepted(response.getTs())
          : ofError(String.valueOf(response.getError()));
    } catch (SlackApiException e) {
      return ofResponse(e.getResponse());
    } catch (ConnectException e) {
      return new Attempt.Failed("no connection");
    } catch (IOException e) {
      return new Attempt.Unknown(e.toString());
    }
  }

  private static Attempt ofError(String error) {
    if (FOR_GOOD.contains(error)) {
      return new Attempt.Refused(error);
    }
    if (error.equals("ratelimited") || error.equals("rate_limited")) {
      return Attempt.ofStatus(429, "");
    }
    return DOUBTFUL.contains(error) ? new Attempt.Unknown(error) : new Attempt.Failed(error);
  }

  private static Attempt ofResponse(Response response) {
    Attempt attempt =
        Attempt.ofStatus(response.code(), String.valueOf(response.header("Retry-After")));
    // Slack says what is wrong with a message in a 200; any other status is trouble on the way.
    return attempt instanceof Attempt.Refused refused
        ? new Attempt.Failed(refused.reason())
        : attempt;
  }

  @Override
  public Optional<String> find(Effect effect) throws IOException {
    try {
      Optional<String> thread = thread(effect);
      String cursor = "";
      for (int page = 0; page < PAGES; page++) {
        Page found = thread.isPresent() ? replies(thread.get(), cursor) : history(cursor);
        for (Message message : found.messages()) {
          if (isOurs(message, effect.key())) {
            return Optional.of(message.getTs());
          }
        }
        cursor = found.next();
        if (cursor.isEmpty()) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    } catch (SlackApiException e) {
      if (ofResponse(e.getResponse()) instanceof Attempt.NotNow notNow) {
        throw new RateLimited(notNow.after());
      }
      throw new IOException("HTTP " + e.getResponse().code(), e);
    }
  }

  private record Page(List<Message> messages, String next) {}

  private Page history(String cursor) throws IOException, SlackApiException {
    var response =
        slack.conversationsHistory(
            ConversationsHistoryRequest.builder()
                .channel(channel)
                .limit(PAGE)
                .cursor(cursor.isEmpty() ? null : cursor)
                .includeAllMetadata(true)
                .build());
    return page(response.isOk(), response.getError(), response.getMessages())
        .apply(response.getResponseMetadata());
  }

  private Page replies(String thread, String cursor) throws IOException, SlackApiException {
    var response =
        slack.conversationsReplies(
            ConversationsRepliesRequest.builder()
                .channel(channel)
                .ts(thread)
                .limit(PAGE)
                .cursor(cursor.isEmpty() ? null : cursor)
                .includeAllMetadata(true)
                .build());
    return page(response.isOk(), response.getError(), response.getMessages())
        .apply(response.getResponseMetadata());
  }

  private static java.util.function.Function<ResponseMetadata, Page> page(
      boolean ok, String error, List<Message> messages) throws IOException {
    if (!ok) {
      throw new IOException("Slack: " + error);
    }
    List<Message> there = messages == null ? List.of() : messages;
    return next ->
        new Page(there, next == null || next.getNextCursor() == null ? "" : next.getNextCursor());
  }

  private static boolean isOurs(Message message, String key) {
    Message.Metadata metadata = message.getMetadata();
    return metadata != null
        && EVENT_TYPE.equals(metadata.getEventType())
        && metadata.getEventPayload() != null
        && key.equals(metadata.getEventPayload().get("key"));
  }

  private static Optional<String> thread(Effect effect) {
    return switch (effect) {
      case Effect.PostToSlack post -> Optional.empty();
      case Effect.PostInThread post -> Optional.of(post.threadTs());
      case Effect.NoteToAgent note -> throw new IllegalArgumentException("for a chat: " + note);
      case Effect.ReplyToUser reply -> throw new IllegalArgumentException("for a chat: " + reply);
    };
  }
}
