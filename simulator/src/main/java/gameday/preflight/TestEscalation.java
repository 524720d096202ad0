package gameday.preflight;

import static gameday.preflight.CheckName.SLACK_EVENTS;
import static gameday.preflight.CheckName.SLACK_POST;

import com.slack.api.methods.response.chat.ChatDeleteResponse;
import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in the event's channel that says what it is, mentions nobody, and is taken back:
 * whatever happens meanwhile, also when the program is ended.
 */
final class TestEscalation {
  private static final int LOOKED_THROUGH = 50;

  private final SlackLine slack;
  private final Findings findings;
  private final String channel;
  private final String subject;
  private final String mark = "preflight-" + UUID.randomUUID().toString().substring(0, 8);

  TestEscalation(SlackLine slack, Findings findings, String channel, String channelName) {
    this.slack = slack;
    this.findings = findings;
    this.channel = channel;
    this.subject = "#" + channelName;
  }

  private String text() {
    return "*A test, please ignore it.* Gameday's preflight ("
        + mark
        + ") sees whether escalations"
        + " can be posted here. Nobody has to do anything; this message is taken back at once.";
  }

  void play(Optional<EventListener> ears, Duration wait) throws InterruptedException {
    Answer<ChatPostMessageResponse> posted =
        slack.ask(
            client ->
                client.chatPostMessage(
                    r -> r.channel(channel).text(text()).unfurlLinks(false).unfurlMedia(false)));
    switch (posted) {
      case Answer.Good<ChatPostMessageResponse> good -> standing(good.value().getTs(), ears, wait);
      case Answer.Refused<ChatPostMessageResponse> no -> {
        findings.missing(SLACK_POST, subject, "can't be posted: " + no.word(), remedy(no.word()));
        ears.ifPresent(
            listening -> findings.skipped(SLACK_EVENTS, "nothing could be posted to tell of"));
      }
      case Answer.Silent<ChatPostMessageResponse> silent -> {
        findings.unknown(SLACK_POST, subject, silent.why());
        ears.ifPresent(listening -> findings.unknown(SLACK_EVENTS, subject, silent.why()));
        takeBackIfThere();
      }
    }
  }

  private static String remedy(String word) {
    return switch (word) {
      case "not_in_channel", "channel_not_found" -> "invite the bot to the channel";
      case "is_archived" -> "unarchive the channel";
      case "restricted_action" -> "let the bot post in the channel";
      default -> "see Slack's documentation of chat.postMessage";
    };
  }

  private void standing(String ts, Optional<EventListener> ears, Duration wait)
      throws InterruptedException {
    Thread last = Thread.ofPlatform().unstarted(() -> lastAttempt(ts));
    Runtime.getRuntime().addShutdownHook(last);
    try {
      if (ears.isPresent()) {
        hears(ears.get().await(ts, wait), wait);
      }
    } finally {
      takeBack(ts);
      unhook(last);
    }
  }

  private static void unhook(Thread last) {
    try {
      Runtime.getRuntime().removeShutdownHook(last);
    } catch (IllegalStateException endingAlready) {
      // Then the hook runs, and finds the message gone.
    }
  }

  private void lastAttempt(String ts) {
    try {
      delete(ts);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void hears(EventListener.Heard heard, Duration wait) {
    String within = " within " + wait.toSeconds() + " s";
    switch (heard) {
      case IT -> findings.ok(SLACK_EVENTS, subject, "the test message's event came, signed");
      case FORGED ->
          findings.missing(
              SLACK_EVENTS,
              subject,
              "what came was not signed with SLACK_SIGNING_SECRET, or its time was wrong",
              "take the app's Signing Secret; look at the clocks");
      case NOTHING ->
          findings.missing(
              SLACK_EVENTS,
              subject,
              "no event came" + within,
              "subscribe to message.channels, with a request URL that leads here");
    }
  }

  private Answer<ChatDeleteResponse> delete(String ts) throws InterruptedException {
    return slack.ask(client -> client.chatDelete(r -> r.channel(channel).ts(ts)));
  }

  private void takeBack(String ts) throws InterruptedException {
    switch (delete(ts)) {
      case Answer.Good<ChatDeleteResponse> gone -> takenBack();
      case Answer.Refused<ChatDeleteResponse> no -> leftBehind(ts, no.word());
      case Answer.Silent<ChatDeleteResponse> silent -> {
        // The first attempt may have been carried out after all.
        switch (delete(ts)) {
          case Answer.Good<ChatDeleteResponse> gone -> takenBack();
          case Answer.Refused<ChatDeleteResponse> no -> {
            if (no.word().equals("message_not_found")) {
              takenBack();
            } else {
              leftBehind(ts, no.word());
            }
          }
          case Answer.Silent<ChatDeleteResponse> again -> leftBehind(ts, again.why());
        }
      }
    }
  }

  private void takenBack() {
    findings.ok(SLACK_POST, subject, "a test escalation was posted and taken back");
  }

  private void leftBehind(String ts, String why) throws InterruptedException {
    Answer<ChatGetPermalinkResponse> link =
        slack.ask(client -> client.chatGetPermalink(r -> r.channel(channel).messageTs(ts)));
    String where =
        link instanceof Answer.Good<ChatGetPermalinkResponse> found
            ? found.value().getPermalink()
            : "message " + ts;
    findings.missing(
        SLACK_POST,
        subject,
        "posted, and could not be taken back: " + why + "; it stands at " + where,
        "delete it by hand");
  }

  /** After an unknown outcome: it may stand there all the same. */
  private void takeBackIfThere() throws InterruptedException {
    Answer<ConversationsHistoryResponse> latest =
        slack.ask(
            client -> client.conversationsHistory(r -> r.channel(channel).limit(LOOKED_THROUGH)));
    if (latest instanceof Answer.Good<ConversationsHistoryResponse> history) {
      for (var message : history.value().getMessages()) {
        if (message.getText() != null && message.getText().contains(mark)) {
          takeBack(message.getTs());
        }
      }
    }
  }
}
