package gameday.pipeline.products;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which channel an effect goes into: the event's own, unless a saboteur has it otherwise. */
final class SlackChannels {
  private final SlackCalls slack;
  private final Conduct conduct;
  private final Map<String, SlackCalls> others = new ConcurrentHashMap<>();
  private Optional<String> name = Optional.empty();

  SlackChannels(SlackCalls slack, Conduct conduct) {
    this.slack = slack;
    this.conduct = conduct;
  }

  /**
   * Calls for the channel of {@code effect}. The honest one asks nobody.
   *
   * @throws IOException if the channel isn't found
   */
  SlackCalls of(Effect effect) throws IOException {
    if (conduct == Conduct.HONEST || !(effect instanceof Effect.ToSlack message)) {
      return slack;
    }
    // Whoever gives back what they are given wants the own channel, whatever its name is.
    if (conduct.channel(message, slack.channel()).equals(slack.channel())) {
      return slack;
    }
    return other(conduct.channel(message, ownName()));
  }

  private synchronized String ownName() throws IOException {
    if (name.isEmpty()) {
      ConversationsInfoResponse info = slack.info();
      if (!info.isOk()) {
        throw new IOException("Slack: " + info.getError());
      }
      name = Optional.of(info.getChannel().getName());
    }
    return name.get();
  }

  private synchronized SlackCalls other(String wanted) throws IOException {
    SlackCalls known = others.get(wanted);
    if (known == null) {
      known = slack.in(slack.idOf(wanted));
      others.put(wanted, known);
    }
    return known;
  }
}
