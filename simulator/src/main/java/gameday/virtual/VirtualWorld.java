package gameday.virtual;

import gameday.history.Happening;
import gameday.people.World;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.process.SlackText;
import gameday.script.QuestionId;
import java.util.Optional;
import java.util.function.Predicate;

/** What people do, done in the virtual products. */
final class VirtualWorld implements World {
  private static final long LOOK_AGAIN_NANOS = 5_000_000_000L;
  private static final String CHATBOT = "chatbot";

  private final Stage stage;

  VirtualWorld(Stage stage) {
    this.stage = stage;
  }

  @Override
  public boolean chatbotReplies(QuestionId question, String text, boolean resolves) {
    boolean done =
        does(
            question,
            new Happening.ChatbotReplied(question, text, resolves),
            talk -> stage.helpChat.chatbotReplies(talk, text));
    if (done && resolves) {
      chatbotCloses(question);
    }
    if (done) {
      mail(question, resolves ? Mail.CHATBOT_RESOLVED : Mail.CHATBOT_PASSED);
    }
    return done;
  }

  @Override
  public boolean agentTakes(QuestionId question, String agent) {
    String account = stage.cast.chatId(agent);
    return does(
        question, new Happening.AgentTook(question, agent), talk -> room(talk).take(talk, account));
  }

  @Override
  public boolean agentReplies(QuestionId question, String agent, String text, boolean answers) {
    String account = stage.cast.chatId(agent);
    boolean done =
        does(
            question,
            new Happening.AgentReplied(question, agent, text, answers),
            talk -> room(talk).reply(talk, account, text));
    if (done) {
      mail(question, answers ? Mail.ANSWERED : Mail.TENDED);
      if (answers) {
        stage.correlation.over(question);
      }
    }
    return done;
  }

  @Override
  public boolean agentEscalatesByNote(
      QuestionId question, String agent, EscalationTemplate template) {
    String note = EscalationMessage.forNote(template);
    String account = stage.cast.chatId(agent);
    stage.correlation.escalated(question, template);
    boolean done =
        does(
            question,
            new Happening.AgentNoted(question, agent, note),
            talk -> room(talk).note(talk, account, note));
    if (done) {
      stage.chronicle.record(
          new Happening.Escalated(question, agent, EscalationWay.NOTE, template.issue()));
    }
    return done;
  }

  @Override
  public boolean agentEscalatesByHand(
      QuestionId question, String agent, EscalationTemplate template) {
    if (stage.slack.isOut()) {
      return false;
    }
    stage.correlation.escalated(question, template);
    stage.chronicle.record(
        new Happening.Escalated(question, agent, EscalationWay.BY_HAND, template.issue()));
    String text = EscalationMessage.forSlack(stage.cast.mention(), template);
    return stage.slack.paste(stage.cast.slackId(agent), text, question);
  }

  @Override
  public boolean agentCloses(QuestionId question, String agent) {
    return closes(question, agent);
  }

  @Override
  public boolean reactsWithEyes(String person, String ts) {
    return stage.slack.react(stage.cast.slackId(person), ts, "eyes");
  }

  @Override
  public boolean csmCallsTechSupport(String csm, String threadTs, String text) {
    String call = stage.cast.techSupport() + " " + SlackText.escape(text);
    return stage.slack.post(stage.cast.slackId(csm), Optional.of(threadTs), call);
  }

  @Override
  public boolean answersInThread(String person, String threadTs, String text) {
    return stage.slack.post(
        stage.cast.slackId(person), Optional.of(threadTs), SlackText.escape(text));
  }

  @Override
  public boolean editsAnswer(String person, String threadTs, String ts, String text) {
    return stage.slack.edit(ts, SlackText.escape(text));
  }

  @Override
  public boolean agentCallsTechSupport(String agent, String threadTs, String text) {
    return csmCallsTechSupport(agent, threadTs, text);
  }

  @Override
  public boolean writesAtTopLevel(String person, String text) {
    return stage.slack.post(stage.cast.slackId(person), Optional.empty(), SlackText.escape(text));
  }

  @Override
  public boolean agentEscalatesElsewhere(
      QuestionId question, String agent, EscalationTemplate template) {
    String text = EscalationMessage.forSlack(stage.cast.mention(), template);
    return stage.slack.postElsewhere(stage.cast.slackId(agent), text);
  }

  /** A visitor wants an agent: the chatbot lets go, once the chat is back if it is out. */
  void handOver(QuestionId question) {
    boolean done = stage.talk(question).filter(stage.helpChat::handOver).isPresent();
    if (done || !stage.helpChat.isOut()) {
      stage.staff.agentRequested(question);
    } else {
      stage.time.after(LOOK_AGAIN_NANOS, () -> handOver(question));
    }
  }

  private void chatbotCloses(QuestionId question) {
    // Who reopened it, or took it over, meanwhile isn't cut short: only an outage is waited for.
    if (!closes(question, CHATBOT) && stage.helpChat.isOut()) {
      stage.time.after(LOOK_AGAIN_NANOS, () -> chatbotCloses(question));
    }
  }

  private boolean closes(QuestionId question, String by) {
    boolean done =
        does(question, new Happening.Closed(question, by), talk -> room(talk).close(talk));
    if (done) {
      mail(question, Mail.CLOSED);
      stage.time.after(0, () -> stage.staff.conversationClosed(question));
    }
    return done;
  }

  private boolean does(QuestionId question, Happening what, Predicate<Talk> action) {
    boolean done = stage.talk(question).filter(action).isPresent();
    if (done) {
      stage.chronicle.record(what);
    }
    return done;
  }

  private ChatRoom room(Talk talk) {
    return stage.room(talk.conversation.chat());
  }

  private void mail(QuestionId question, Mail mail) {
    stage.visitor(question).mail(mail);
  }
}
