package gameday.live;

import gameday.history.Happening;
import gameday.live.Mailbox.Mail;
import gameday.mocks.Listeners;
import gameday.mocks.chat.ChatListener;
import gameday.process.Chat;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.util.Optional;

/**
 * Hears what mocks tell: writes it down at once, and lets visitors know at once and people on the
 * agenda's thread.
 */
final class Ears {
  private final Rehearsed run;

  Ears(Rehearsed run) {
    this.run = run;
  }

  Listeners all() {
    MachineEars machines = new MachineEars(run::record, run::isOver);
    return new Listeners(
        new SlackEars(run),
        new ChatEars(Chat.HELP),
        new ChatEars(Chat.MOD),
        machines,
        machines,
        machines,
        machines);
  }

  private final class ChatEars implements ChatListener {
    private final Chat chat;

    ChatEars(Chat chat) {
      this.chat = chat;
    }

    @Override
    public void opened(String conversation, String visitorKey, String email, String text) {
      Optional<ScriptedQuestion> asked = run.scripted(new QuestionId(visitorKey));
      if (asked.isEmpty()) {
        run.trouble(Optional.empty(), "a visitor who is not in the script wrote: " + visitorKey);
        return;
      }
      QuestionId question = asked.get().id();
      run.conversations.opened(question, chat, conversation);
      run.correlation.asked(question, email, text);
      run.record(run.askedAt(question), new Happening.Asked(question, chat, conversation, text));
      run.onAgenda(run.askedAt(question), staff -> staff.questionOpened(question));
    }

    @Override
    public void visitorWrote(String conversation, String text) {
      question(conversation).ifPresent(question -> run.wrote(question, text));
    }

    @Override
    public void pipelineReplied(String conversation, String text) {
      Optional<QuestionId> question = question(conversation);
      run.record(new Happening.PipelineReplied(chat, conversation, question, text));
      question.ifPresent(
          about -> {
            boolean answers = run.holdsAnAnswer(text);
            run.mail(about, answers ? Mail.ANSWERED : Mail.TENDED);
            if (answers) {
              run.answered(about);
            }
            run.onAgenda(staff -> staff.pipelineReplied(about, text));
          });
    }

    @Override
    public void pipelineNoted(String conversation, String text) {
      Optional<QuestionId> question = question(conversation);
      run.record(new Happening.PipelineNoted(chat, conversation, question, text));
      question.ifPresent(about -> run.onAgenda(staff -> staff.pipelineNoted(about, text)));
    }

    private Optional<QuestionId> question(String conversation) {
      return run.conversations.question(chat, conversation);
    }
  }
}
