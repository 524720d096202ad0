package gameday.preflight;

import static gameday.preflight.CheckName.BOT_IN_CHANNEL;
import static gameday.preflight.CheckName.SLACK_CHANNEL;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.model.Conversation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The event's channel. */
final class SlackChannel {
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 100;

  private final SlackLine slack;
  private final Findings findings;
  private final String id;
  private final String expected;

  SlackChannel(SlackLine slack, Findings findings, String id, String expectedName) {
    this.slack = slack;
    this.findings = findings;
    this.id = id;
    this.expected = expectedName;
  }

  /** Looks; empty if there is no such channel, or it can't be told. */
  Optional<Conversation> look() throws InterruptedException {
    Answer<ConversationsInfoResponse> answer =
        slack.ask(client -> client.conversationsInfo(r -> r.channel(id)));
    switch (answer) {
      case Answer.Good<ConversationsInfoResponse> good -> {
        judge(good.value().getChannel());
        return Optional.of(good.value().getChannel());
      }
      case Answer.Refused<ConversationsInfoResponse> no ->
          findings.missing(
              SLACK_CHANNEL,
              id,
              no.word(),
              "make #%s and set SLACK_CHANNEL to its id; the bot sees a private one only from"
                      .formatted(expected)
                  + " within");
      case Answer.Silent<ConversationsInfoResponse> silent ->
          findings.unknown(SLACK_CHANNEL, id, silent.why());
    }
    return Optional.empty();
  }

  private void judge(Conversation channel) {
    String subject = "#" + channel.getName();
    if (channel.isArchived()) {
      findings.missing(SLACK_CHANNEL, subject, "archived", "unarchive it, or make a new one");
    } else if (!expected.equals(channel.getName())) {
      findings.missing(
          SLACK_CHANNEL,
          subject,
          "SLACK_CHANNEL names it, but the scenario's event.channel is #" + expected,
          "correct whichever is wrong");
    } else {
      findings.ok(SLACK_CHANNEL, subject, "exists, " + id);
    }
    if (channel.isMember()) {
      findings.ok(BOT_IN_CHANNEL, subject, "the bot is a member");
    } else {
      findings.missing(
          BOT_IN_CHANNEL, subject, "the bot is no member", "write /invite @bot in " + subject);
    }
  }

  /** Who is in the channel, by their ids. */
  record Members(Set<String> ids) {}

  /** Its members' ids, or why they can't be told. */
  Answer<Members> members() throws InterruptedException {
    Set<String> members = new HashSet<>();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String from = cursor;
      Answer<ConversationsMembersResponse> answer =
          slack.ask(
              client ->
                  client.conversationsMembers(
                      r -> r.channel(id).limit(PAGE).cursor(from.isEmpty() ? null : from)));
      switch (answer) {
        case Answer.Good<ConversationsMembersResponse> good -> {
          members.addAll(good.value().getMembers());
          var more = good.value().getResponseMetadata();
          cursor = more == null || more.getNextCursor() == null ? "" : more.getNextCursor();
        }
        case Answer.Refused<ConversationsMembersResponse> no -> {
          return new Answer.Refused<>(no.word());
        }
        case Answer.Silent<ConversationsMembersResponse> silent -> {
          return new Answer.Silent<>(silent.why());
        }
      }
      if (cursor.isEmpty()) {
        return new Answer.Good<>(new Members(members));
      }
    }
    return new Answer.Silent<>("the channel has more members than can be looked through");
  }
}
