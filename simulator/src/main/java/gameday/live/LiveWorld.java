package gameday.live;

import gameday.history.Happening;
import gameday.live.Mailbox.Mail;
import gameday.mocks.chat.AgentDesk;
import gameday.people.World;
import gameday.process.Chat;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.process.SlackText;
import gameday.script.QuestionId;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What people do, done in the mocks. The time is taken before each action: what it leads to may be
 * recorded while it is still under way.
 */
final class LiveWorld implements World {
  private final Rehearsed run;
  private final Stage stage;

  LiveWorld(Rehearsed run, Stage stage) {
    this.run = run;
    this.stage = stage;
  }

  @Override
  public boolean chatbotReplies(QuestionId question, String text, boolean resolves) {
    boolean done =
        does(
            question,
            new Happening.ChatbotReplied(question, text, resolves),
            conversation -> stage.helpChat.chatbotReplies(conversation, text));
    if (done && resolves) {
      chatbotCloses(question);
    }
    if (done) {
      run.mail(question, resolves ? Mail.CHATBOT_RESOLVED : Mail.CHATBOT_PASSED);
    }
    return done;
  }

  @Override
  public boolean agentTakes(QuestionId question, String agent) {
    return does(
        question,
        new Happening.AgentTook(question, agent),
        conversation -> desk(question).take(conversation, account(question, agent)));
  }

  @Override
  public boolean agentReplies(QuestionId question, String agent, String text, boolean answers) {
    boolean done =
        does(
            question,
            new Happening.AgentReplied(question, agent, text, answers),
            conversation -> desk(question).reply(conversation, account(question, agent), text));
    if (done) {
      run.mail(question, answers ? Mail.ANSWERED : Mail.TENDED);
      if (answers) {
        run.correlation.over(question);
      }
    }
    return done;
  }

  @Override
  public boolean agentEscalatesByNote(
      QuestionId question, String agent, EscalationTemplate template) {
    String note = EscalationMessage.forNote(template);
    run.correlation.escalated(question, template);
    long before = System.nanoTime();
    boolean done =
        does(
            question,
            new Happening.AgentNoted(question, agent, note),
            conversation -> desk(question).note(conversation, account(question, agent), note));
    if (done) {
      run.record(
          before, new Happening.Escalated(question, agent, EscalationWay.NOTE, template.issue()));
    }
    return done;
  }

  @Override
  public boolean agentEscalatesByHand(
      QuestionId question, String agent, EscalationTemplate template) {
    run.correlation.escalated(question, template);
    long before = System.nanoTime();
    boolean done = pastes(agent, stage.channelId, template);
    if (done) {
      run.record(
          before,
          new Happening.Escalated(question, agent, EscalationWay.BY_HAND, template.issue()));
    }
    return done;
  }

  @Override
  public boolean agentCloses(QuestionId question, String agent) {
    return closes(question, agent, account(question, agent));
  }

  @Override
  public boolean reactsWithEyes(String person, String ts) {
    if (stage.faults.isOut(gameday.mocks.slack.SlackWorkspace.NAME)) {
      return false;
    }
    // False here says that the reaction stands there already, which is as good.
    stage.slack.react(stage.cast.player(person).slackId(), stage.channelId, ts, "eyes");
    return true;
  }

  @Override
  public boolean csmCallsTechSupport(String csm, String threadTs, String text) {
    String mention = "<!subteam^" + stage.techSupportGroup + ">";
    return posts(csm, Optional.of(threadTs), mention + " " + SlackText.escape(text));
  }

  @Override
  public boolean answersInThread(String person, String threadTs, String text) {
    return posts(person, Optional.of(threadTs), SlackText.escape(text));
  }

  @Override
  public boolean editsAnswer(String person, String threadTs, String ts, String text) {
    String account = stage.cast.player(person).slackId();
    return stage.slack.edit(account, stage.channelId, ts, SlackText.escape(text));
  }

  @Override
  public boolean agentCallsTechSupport(String agent, String threadTs, String text) {
    return csmCallsTechSupport(agent, threadTs, text);
  }

  @Override
  public boolean writesAtTopLevel(String person, String text) {
    return posts(person, Optional.empty(), SlackText.escape(text));
  }

  @Override
  public boolean agentEscalatesElsewhere(
      QuestionId question, String agent, EscalationTemplate template) {
    return pastes(agent, stage.elsewhere(), template);
  }

  /** The chatbot lets go; false while the chat is out. */
  boolean handsOver(QuestionId question) {
    return run.conversations.conversation(question).map(stage.helpChat::handOver).orElse(false);
  }

  private void chatbotCloses(QuestionId question) {
    // Who reopened it, or took it over, meanwhile isn't cut short: only an outage is waited for.
    if (!closes(question, AgentDesk.CHATBOT, AgentDesk.CHATBOT)
        && stage.faults.isOut(stage.helpChat.name())) {
      run.onceBack(() -> chatbotCloses(question));
    }
  }

  private boolean closes(QuestionId question, String by, String account) {
    boolean done =
        does(
            question,
            new Happening.Closed(question, by),
            conversation -> desk(question).close(conversation, account));
    if (done) {
      run.mail(question, Mail.CLOSED);
      run.onAgenda(staff -> staff.conversationClosed(question));
    }
    return done;
  }

  private boolean pastes(String agent, String channelId, EscalationTemplate template) {
    String text = EscalationMessage.forSlack(stage.mention(), template);
    String account = stage.cast.player(agent).slackId();
    return stage.slack.post(account, channelId, text, Optional.empty()).isPresent();
  }

  private boolean posts(String person, Optional<String> threadTs, String text) {
    return stage
        .slack
        .post(stage.cast.player(person).slackId(), stage.channelId, text, threadTs)
        .isPresent();
  }

  private boolean does(QuestionId question, Happening what, Predicate<String> action) {
    long before = System.nanoTime();
    boolean done = run.conversations.conversation(question).filter(action).isPresent();
    if (done) {
      run.record(before, what);
    }
    return done;
  }

  private AgentDesk desk(QuestionId question) {
    return inModChat(question) ? stage.modChat : stage.helpChat;
  }

  private String account(QuestionId question, String agent) {
    Cast.Player player = stage.cast.player(agent);
    return inModChat(question) ? player.modChatId() : player.helpChatId();
  }

  private boolean inModChat(QuestionId question) {
    return run.scripted(question).filter(asked -> asked.chat() == Chat.MOD).isPresent();
  }
}
