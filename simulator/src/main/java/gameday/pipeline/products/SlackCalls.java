package gameday.pipeline.products;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.auth.AuthTestRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.RateLimited;
import gameday.pipeline.settings.Settings;
import gameday.slack.SlackSdk;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Slack's Web API, in the event's channel. */
public final class SlackCalls {
  private static final int PAGE = 200;
  private static final int MOST_CHANNELS = 1_000;

  private final Settings.Slack settings;
  private final String channel;
  private MethodsClient client;
  private OkHttpClient http;

  /** Calls nobody yet. */
  public SlackCalls(Settings.Slack settings) {
    this(settings, settings.channel());
  }

  private SlackCalls(Settings.Slack settings, String channel) {
    this.settings = settings;
    this.channel = channel;
  }

  /** The same Slack, in another channel. */
  SlackCalls in(String otherChannel) {
    return new SlackCalls(settings, otherChannel);
  }

  /** The channel's id; the event's, unless it was made for another. */
  public String channel() {
    return channel;
  }

  /**
   * The id of the channel of that name, among the first thousand.
   *
   * @throws IOException if there is none, or that can't be told now
   */
  String idOf(String name) throws IOException {
    return asked(() -> client().conversationsList(list -> list.limit(MOST_CHANNELS)))
        .getChannels()
        .stream()
        .filter(found -> name.equals(found.getName()))
        .map(Conversation::getId)
        .findFirst()
        .orElseThrow(() -> new IOException("no channel is called " + name));
  }

  /**
   * Some messages.
   *
   * @param next where the rest begins; empty if this is all
   */
  record Page(List<Message> messages, String next) {
    private static Page of(
        SlackApiTextResponse response, List<Message> messages, ResponseMetadata more)
        throws IOException {
      if (!response.isOk()) {
        throw new IOException("Slack: " + response.getError());
      }
      return new Page(
          messages == null ? List.of() : messages,
          more == null || more.getNextCursor() == null ? "" : more.getNextCursor());
    }
  }

  ChatPostMessageResponse post(ChatPostMessageRequest.ChatPostMessageRequestBuilder message)
      throws IOException, SlackApiException {
    return readable(() -> client().chatPostMessage(message.channel(channel()).build()));
  }

  /** The channel's messages after {@code oldest}, newest first, without replies. */
  Page history(String oldest, String cursor) throws IOException {
    return asked(
        () -> {
          var response =
              client()
                  .conversationsHistory(
                      ConversationsHistoryRequest.builder()
                          .channel(channel())
                          .oldest(oldest)
                          .limit(PAGE)
                          .cursor(cursor.isEmpty() ? null : cursor)
                          .includeAllMetadata(true)
                          .build());
          return Page.of(response, response.getMessages(), response.getResponseMetadata());
        });
  }

  /** A thread's messages, oldest first. */
  Page replies(String thread, String cursor) throws IOException {
    return asked(
        () -> {
          var response =
              client()
                  .conversationsReplies(
                      ConversationsRepliesRequest.builder()
                          .channel(channel())
                          .ts(thread)
                          .limit(PAGE)
                          .cursor(cursor.isEmpty() ? null : cursor)
                          .includeAllMetadata(true)
                          .build());
          return Page.of(response, response.getMessages(), response.getResponseMetadata());
        });
  }

  /** Asks where to put a file. */
  FilesGetUploadURLExternalResponse announce(String name, int length)
      throws IOException, SlackApiException {
    return readable(
        () ->
            client()
                .filesGetUploadURLExternal(
                    FilesGetUploadURLExternalRequest.builder()
                        .filename(name)
                        .length(length)
                        .build()));
  }

  /**
   * Puts a file where Slack said.
   *
   * @throws IOException if it may not have arrived
   */
  void upload(String url, byte[] bytes) throws IOException {
    client();
    Request request = new Request.Builder().url(url).post(RequestBody.create(bytes)).build();
    try (Response response = http.newCall(request).execute()) {
      if (response.code() != 200) {
        throw new IOException("HTTP " + response.code());
      }
    }
  }

  /** Shows an uploaded file in a thread. */
  FilesCompleteUploadExternalResponse show(String file, String title, String thread)
      throws IOException, SlackApiException {
    return readable(
        () ->
            client()
                .filesCompleteUploadExternal(
                    FilesCompleteUploadExternalRequest.builder()
                        .files(
                            List.of(
                                FilesCompleteUploadExternalRequest.FileDetails.builder()
                                    .id(file)
                                    .title(title)
                                    .build()))
                        .channelId(channel())
                        .threadTs(thread)
                        .build()));
  }

  /**
   * Who we are, by our token, and what it lets us do; an error word of Slack's is an answer too.
   *
   * @throws IOException if there is none; {@link RateLimited} if Slack asks to come later
   */
  public AuthTestResponse whoAmI() throws IOException {
    return asked(() -> client().authTest(AuthTestRequest.builder().build()));
  }

  /**
   * The channel, as far as we may see it; an error word of Slack's is an answer too.
   *
   * @throws IOException as {@link #whoAmI} does
   */
  public ConversationsInfoResponse info() throws IOException {
    return asked(() -> client().conversationsInfo(info -> info.channel(channel())));
  }

  /** What an answer says that Slack's client throws as an exception. */
  static Attempt ofResponse(Response response) {
    Attempt attempt =
        Attempt.ofStatus(response.code(), String.valueOf(response.header("Retry-After")));
    return switch (attempt) {
      // Slack says what is wrong with a message in a 200; any other status is trouble on the way,
      // a proxy's page perhaps, which doesn't know whether Slack has carried the call out.
      case Attempt.Refused refused -> new Attempt.Unknown(refused.reason());
      // The client throws at a 200 that it can't read: a page, or half an answer.
      case Attempt.Accepted accepted -> new Attempt.Unknown("unreadable answer");
      case Attempt.NotNow notNow -> notNow;
      case Attempt.Failed failed -> new Attempt.Unknown(failed.reason());
      case Attempt.Unknown unknown -> unknown;
    };
  }

  private interface Question<T> {
    T ask() throws IOException, SlackApiException;
  }

  /** What the client throws at half an answer, or at a proxy's page, is no bug of ours. */
  private static <T> T readable(Question<T> question) throws IOException, SlackApiException {
    try {
      return question.ask();
    } catch (RuntimeException unreadable) {
      throw new IOException("unreadable answer", unreadable);
    }
  }

  private static <T> T asked(Question<T> question) throws IOException {
    try {
      return readable(question);
    } catch (SlackApiException e) {
      throw noAnswer(e);
    }
  }

  /** Why a question has no answer: {@link RateLimited} if Slack asks to come later. */
  public static IOException noAnswer(SlackApiException thrown) {
    Response response = thrown.getResponse();
    return ofResponse(response) instanceof Attempt.NotNow notNow
        ? new RateLimited(notNow.after())
        : new IOException("HTTP " + response.code(), thrown);
  }

  // Made when it is first needed: its libraries take a good part of a start.
  private synchronized MethodsClient client() {
    if (client == null) {
      SlackSdk sdk = SlackSdk.at(settings.apiUrl());
      http = sdk.http();
      client = sdk.slack().methods(settings.botToken());
    }
    return client;
  }
}
