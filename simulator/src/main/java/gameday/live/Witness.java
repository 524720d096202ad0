package gameday.live;

import gameday.history.Happening;
import gameday.mocks.Listeners;
import gameday.mocks.chat.ChatListener;
import gameday.mocks.slack.SlackListener;
import gameday.mocks.slack.SlackMessage;
import gameday.process.Chat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Writes down what happens in mocks that no script is played in. */
final class Witness {
  private final Recorder recorder;
  private volatile BiFunction<String, Boolean, Happening.Author> authors =
      (user, byBot) -> new Happening.Author(Happening.Author.Role.OTHER, user);

  Witness(Recorder recorder) {
    this.recorder = recorder;
  }

  /** From now on {@code cast} tells who wrote in Slack. */
  void knows(Cast cast) {
    authors = cast::author;
  }

  Listeners all() {
    MachineEars machines = new MachineEars(recorder::record, () -> false);
    return new Listeners(
        slack(), chat(Chat.HELP), chat(Chat.MOD), machines, machines, machines, machines);
  }

  private SlackListener slack() {
    return new SlackListener() {
      @Override
      public void posted(SlackMessage message) {
        recorder.record(
            new Happening.SlackPosted(
                message.channel(),
                message.ts(),
                message.threadTs(),
                authors.apply(message.userId(), message.byBot()),
                message.text(),
                List.of()));
      }

      @Override
      public void edited(SlackMessage before, SlackMessage after) {
        recorder.record(
            new Happening.SlackEdited(
                after.channel(),
                after.ts(),
                after.threadTs(),
                authors.apply(after.userId(), after.byBot()),
                after.text(),
                List.of()));
      }

      @Override
      public void reacted(String channelId, String channel, String ts, String user, String name) {
        recorder.record(new Happening.SlackReacted(channel, ts, authors.apply(user, false), name));
      }
    };
  }

  private ChatListener chat(Chat chat) {
    return new ChatListener() {
      // What visitors ask belongs to questions of a script, and there is none.
      @Override
      public void opened(String conversation, String visitorKey, String email, String text) {}

      @Override
      public void visitorWrote(String conversation, String text) {}

      @Override
      public void pipelineReplied(String conversation, String text) {
        recorder.record(new Happening.PipelineReplied(chat, conversation, Optional.empty(), text));
      }

      @Override
      public void pipelineNoted(String conversation, String text) {
        recorder.record(new Happening.PipelineNoted(chat, conversation, Optional.empty(), text));
      }
    };
  }
}
