package gameday.pipeline.products;

import com.slack.api.model.Message;
import com.slack.api.model.Reaction;
import gameday.pipeline.catchup.Learner;
import gameday.pipeline.catchup.LookBack;
import gameday.pipeline.delivery.Gate;
import gameday.pipeline.record.Arrival;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channel's messages since the pipeline's first start, and the threads with news in them. */
public final class SlackLookBack implements LookBack {
  private static final Logger LOG = LoggerFactory.getLogger(SlackLookBack.class);
  private static final int PAGES = 5;

  private final SlackCalls slack;
  private final SlackInbound inbound;

  /** Reads the channel that {@code slack} is for. */
  public SlackLookBack(SlackCalls slack) {
    this.slack = slack;
    this.inbound = new SlackInbound(slack.channel());
  }

  @Override
  public void read(Gate gate, Learner learner) throws IOException, InterruptedException {
    String oldest = learner.born().getEpochSecond() + ".000000";
    // Slack gives the newest first; what came first is learnt first.
    List<Message> parents =
        pages("history", cursor -> gate.read(() -> slack.history(oldest, cursor))).reversed();
    for (Message parent : parents) {
      learner.learn(learnt(parent));
    }
    for (Message parent : parents) {
      String latest = Optional.ofNullable(parent.getLatestReply()).orElse("");
      if (latest.isEmpty() || learner.knows(SlackInbound.messageKey(latest))) {
        continue;
      }
      String thread = parent.getTs();
      for (Message reply :
          pages(thread, cursor -> gate.read(() -> slack.replies(thread, cursor)))) {
        learner.learn(learnt(reply));
      }
    }
  }

  private interface Pages {
    SlackCalls.Page at(String cursor) throws IOException, InterruptedException;
  }

  private static List<Message> pages(String what, Pages pages)
      throws IOException, InterruptedException {
    List<Message> messages = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      SlackCalls.Page found = pages.at(cursor);
      messages.addAll(found.messages());
      cursor = found.next();
      if (cursor.isEmpty()) {
        return messages;
      }
    }
    LOG.warn("event=catch-up-bounded from=slack what={} pages={}", what, PAGES);
    return messages;
  }

  private List<Arrival> learnt(Message message) {
    List<Arrival> learnt =
        new ArrayList<>(
            inbound.message(
                new SlackInbound.Written(
                    message.getTs(),
                    orEmpty(message.getThreadTs()),
                    orEmpty(message.getUser()),
                    orEmpty(message.getBotId()),
                    orEmpty(message.getSubtype()),
                    orEmpty(message.getText()),
                    Optional.ofNullable(message.getEdited())
                        .map(edited -> orEmpty(edited.getTs()))
                        .orElse(""))));
    for (Reaction reaction : Optional.ofNullable(message.getReactions()).orElse(List.of())) {
      for (String user : Optional.ofNullable(reaction.getUsers()).orElse(List.of())) {
        learnt.add(SlackInbound.reaction(message.getTs(), user, reaction.getName()));
      }
    }
    return learnt;
  }

  private static String orEmpty(String text) {
    return Optional.ofNullable(text).orElse("");
  }
}
