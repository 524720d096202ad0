package gameday.pipeline.products;

import com.fasterxml.jackson.databind.node.TextNode;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Destination;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import java.util.Optional;

/**
 * Slack's Web API. Our messages carry their key as metadata, by which they are found again in the
 * channel or the thread.
 */
public final class SlackDestination implements Destination {
  private static final String EVENT_TYPE = "gameday_escalation";
  private static final int PAGES = 5;

  private final SlackChannels channels;

  /** Writes to the channel that {@code slack} is for, unless {@code conduct} has another. */
  public SlackDestination(SlackCalls slack, Conduct conduct) {
    this.channels = new SlackChannels(slack, conduct);
  }

  @Override
  public Attempt send(Effect effect) {
    var message =
        ChatPostMessageRequest.builder()
            .text(effect.text())
            .threadTs(thread(effect).orElse(null))
            .metadata(new Message.Metadata(EVENT_TYPE, Map.of("key", effect.key())));
    try {
      ChatPostMessageResponse response = channels.of(effect).post(message);
      return response.isOk()
          ? new Attempt.Accepted(response.getTs())
          : SlackWords.ofError(String.valueOf(response.getError()));
    } catch (SlackApiException e) {
      return SlackCalls.ofResponse(e.getResponse());
    } catch (ConnectException e) {
      return new Attempt.Failed("no connection");
    } catch (IOException e) {
      return new Attempt.Unknown(e.toString());
    }
  }

  /** The name a file has in Slack. */
  static String nameOf(Effect.ShowFile file) {
    return Digest.of(TextNode.valueOf(file.key())).substring(0, 12) + "-" + file.name();
  }

  private static boolean shows(Message message, Effect.ShowFile file) {
    return message.getFiles() != null
        && message.getFiles().stream().anyMatch(shown -> nameOf(file).equals(shown.getName()));
  }

  @Override
  public Optional<String> find(Effect effect) throws IOException {
    Optional<String> thread = thread(effect);
    SlackCalls slack = channels.of(effect);
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      SlackCalls.Page found =
          thread.isPresent() ? slack.replies(thread.get(), cursor) : slack.history("0", cursor);
      for (Message message : found.messages()) {
        if (isOurs(message, effect.key())
            || effect instanceof Effect.ShowFile file && shows(message, file)) {
          return Optional.of(message.getTs());
        }
      }
      cursor = found.next();
      if (cursor.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
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
      case Effect.AddToThread post -> Optional.of(post.threadTs());
      case Effect.ShowFile file -> Optional.of(file.threadTs());
      case Effect.ToChat chat -> throw new IllegalArgumentException("for a chat: " + chat);
    };
  }
}
