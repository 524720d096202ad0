package gameday.live;

import gameday.history.Happening;
import gameday.live.Mailbox.Mail;
import gameday.mocks.chat.ChatListener;
import gameday.mocks.delivery.DeliveryListener;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.http.CallListener;
import gameday.mocks.intruder.IntruderListener;
import gameday.mocks.modchat.ModChatDoor;
import gameday.mocks.slack.SlackListener;
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

  ChatListener chat(Chat chat) {
    return new ChatEars(chat);
  }

  SlackListener slack() {
    return new SlackEars(run);
  }

  ModChatDoor door() {
    return new ModChatDoor() {
      @Override
      public void refused(String session, String email, boolean writing) {
        run.record(new Happening.ModChatRefused(session, email, writing));
      }

      @Override
      public void granted(String session, String email) {
        run.record(new Happening.ModChatGranted(session, email));
      }
    };
  }

  CallListener calls() {
    return new CallListener() {
      @Override
      public void called(String service, String label, int status, String outcome) {
        run.record(new Happening.PipelineCalled(service, label, status, outcome));
      }

      @Override
      public void broke(String service, String call, RuntimeException why) {
        run.trouble(Optional.empty(), service + " broke answering " + call + ": " + why);
      }
    };
  }

  DeliveryListener deliveries() {
    return new DeliveryListener() {
      @Override
      public void attempted(Webhook webhook, int attempt, int status, long nanos) {
        if (run.isOver()) {
          return;
        }
        run.record(
            new Happening.WebhookDelivered(
                webhook.from(),
                webhook.delivery(),
                attempt,
                status,
                nanos,
                webhook.conversation()));
      }

      @Override
      public void meddled(Webhook webhook, int attempt, String fault) {
        run.record(
            new Happening.WebhookMeddled(
                webhook.from(), webhook.delivery(), attempt, fault, webhook.conversation()));
      }

      @Override
      public void refused(Webhook webhook, int pending) {
        run.trouble(
            Optional.empty(),
            "a delivery of " + webhook.from() + " was dropped: " + pending + " wait already");
      }
    };
  }

  IntruderListener intruder() {
    return (on, trick, status, mark) ->
        run.record(new Happening.IntruderTried(on, trick.word(), status, mark));
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
      question(conversation)
          .ifPresent(
              question -> {
                run.correlation.wrote(question, text);
                run.record(new Happening.UserWrote(question, text));
                run.onAgenda(staff -> staff.userWrote(question, text));
              });
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
