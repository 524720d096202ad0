package gameday.live;

import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.mocks.slack.SlackListener;
import gameday.mocks.slack.SlackMessage;
import gameday.script.QuestionId;
import java.util.List;

/** Hears what is new in Slack. */
final class SlackEars implements SlackListener {
  private final Rehearsed run;

  SlackEars(Rehearsed run) {
    this.run = run;
  }

  @Override
  public void posted(SlackMessage message) {
    Author author = run.author(message.userId(), message.byBot());
    // A ts is unique in its channel only.
    String channel = message.channelId() + " ";
    List<QuestionId> questions =
        run.correlation.posted(
            channel + message.ts(), message.threadTs().map(channel::concat), message.text());
    run.record(
        new Happening.SlackPosted(
            message.channel(),
            message.ts(),
            message.threadTs(),
            author,
            message.text(),
            questions));
    if (run.isEventChannel(message.channel())) {
      run.onAgenda(
          staff ->
              staff.slackPosted(
                  message.ts(), message.threadTs(), author, message.text(), questions));
    }
  }

  @Override
  public void edited(SlackMessage before, SlackMessage after) {
    Author author = run.author(after.userId(), after.byBot());
    String channel = after.channelId() + " ";
    List<QuestionId> questions =
        run.correlation.about(channel + after.threadTs().orElse(after.ts()));
    run.record(
        new Happening.SlackEdited(
            after.channel(), after.ts(), after.threadTs(), author, after.text(), questions));
    if (run.isEventChannel(after.channel())) {
      run.onAgenda(
          staff ->
              staff.slackEdited(after.ts(), after.threadTs(), author, after.text(), questions));
    }
  }

  @Override
  public void reacted(String channelId, String channel, String ts, String userId, String name) {
    Author author = run.author(userId, run.isBot(userId));
    run.record(new Happening.SlackReacted(channel, ts, author, name));
  }
}
