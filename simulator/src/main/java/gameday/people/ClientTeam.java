package gameday.people;

import gameday.people.Conversation.Phase;
import gameday.people.Task.Rank;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.scenario.SessionPlan;
import gameday.script.ScriptedQuestion.FollowUp;
import java.time.Duration;
import java.util.Optional;

/**
 * The first line in both chats: who gets which question, and when. What agents do with a question
 * they have is {@link AgentWork}'s.
 *
 * <p>Order of the queue: answers to hand over and follow-ups, then speakers close to their
 * session's start, then the rest; within each by the time they have waited since, then by the order
 * they came in.
 */
final class ClientTeam {
  private final Setting setting;
  private final Team team;
  private final AgentWork work;

  ClientTeam(Setting setting, Team team) {
    this.setting = setting;
    this.team = team;
    this.work = new AgentWork(setting, team);
  }

  /** An agent is asked for. */
  void gets(Conversation chat) {
    Task task = work.waits(chat, Rank.ORDINARY);
    if (chat.question.asker().audience() == Audience.SPEAKER) {
      chat.question
          .session()
          .flatMap(setting.scenario().event()::session)
          .ifPresent(session -> hurries(task, session));
    }
    team.add(task, chat.question.work().agentNotice());
  }

  private void hurries(Task task, SessionPlan session) {
    Duration urgent = setting.habits().urgent();
    Duration toStart = session.starts().minus(setting.agenda().now());
    if (toStart.compareTo(urgent) > 0) {
      setting.agenda().after(toStart.minus(urgent), () -> team.promote(task, Rank.URGENT));
    } else if (toStart.compareTo(urgent.negated()) >= 0) {
      team.promote(task, Rank.URGENT);
    }
  }

  /**
   * The asker writes on; only the scripted follow-up to an answer and the scripted comeback ask for
   * more work. In the Help chat, who comes back asks for an agent next.
   */
  void userWrote(Conversation chat, String text) {
    if (chat.isComeback(text)) {
      chat.comesBack();
      if (chat.question.chat() == Chat.MOD) {
        gets(chat);
      }
      return;
    }
    boolean asksOn =
        chat.answered
            && !chat.followUpAsked
            && chat.question.followUp().map(FollowUp::text).filter(text::equals).isPresent();
    if (!asksOn) {
      if (chat.phase == Phase.CLOSED && chat.agent.isPresent()) {
        // Written while the agent closed it, and so opened it again, with nothing left to answer.
        work.closes(chat);
      }
      return;
    }
    chat.followUpAsked = true;
    chat.over = false;
    switch (chat.phase) {
      case AWAITING_FOLLOW_UP, CLOSING, CLOSED -> comesBack(chat);
      // Somebody was to close it as soon as they come; they find the follow-up instead.
      case WAITING -> {}
      case NEW, WITH_CHATBOT, UNRESOLVED, WITH_AGENT, ESCALATED ->
          throw new IllegalStateException(chat.question.id() + " is answered, yet " + chat.phase);
    }
  }

  private void comesBack(Conversation chat) {
    if (chat.agent.isPresent()) {
      team.addFor(chat.agent.get(), work.waits(chat, Rank.RETURN));
    } else {
      gets(chat);
    }
  }

  /** The asker says that they leave; whoever has the chat sees it. */
  void userLeft(Conversation chat) {
    switch (chat.phase) {
      case WITH_CHATBOT, UNRESOLVED -> work.letsGo(chat, Phase.CLOSED);
      case WAITING, WITH_AGENT, ESCALATED, AWAITING_FOLLOW_UP -> work.closes(chat);
      case NEW, CLOSING, CLOSED -> {}
    }
  }

  /** The pipeline has written {@code text} into the chat, for agents only. */
  void pipelineNoted(Conversation chat, String text) {
    if (chat.answered || chat.brought.isPresent()) {
      correctionNoted(chat, text);
      return;
    }
    chat.brought = chat.answerIn(text);
    if (chat.brought.isEmpty()) {
      chat.isUnclear(new Conversation.Written(text, false));
      return;
    }
    switch (chat.phase) {
      case WAITING -> chat.task.ifPresent(team::hurry);
      case ESCALATED -> handsOver(chat);
      // An agent who is at it finds the note when they look up.
      case WITH_AGENT, NEW, WITH_CHATBOT, UNRESOLVED, AWAITING_FOLLOW_UP, CLOSING, CLOSED -> {}
    }
  }

  /** Who has yet to hand the answer over takes the corrected one; who has, hands that over, too. */
  private void correctionNoted(Conversation chat, String text) {
    Optional<String> corrected = chat.correctionIn(text);
    if (corrected.isEmpty()) {
      chat.isUnclear(new Conversation.Written(text, false));
      return;
    }
    chat.brought = corrected;
    if (chat.answered) {
      work.corrects(chat, corrected.get());
    }
  }

  private void handsOver(Conversation chat) {
    Person agent = chat.agent.orElseThrow();
    if (chat.inSlot) {
      chat.phase = Phase.WITH_AGENT;
      work.turnsTo(chat);
    } else {
      team.addFor(agent, work.waits(chat, Rank.RETURN));
    }
    team.escalationEnds(agent);
  }

  /** The pipeline has written {@code text} to the asker. */
  void pipelineReplied(Conversation chat, String text) {
    if (chat.answered) {
      return;
    }
    if (chat.answerIn(text).isEmpty()) {
      chat.isUnclear(new Conversation.Written(text, true));
      return;
    }
    switch (chat.phase) {
      case WAITING, WITH_AGENT, ESCALATED -> work.hasAnswer(chat);
      case NEW, WITH_CHATBOT, UNRESOLVED, AWAITING_FOLLOW_UP, CLOSING, CLOSED -> {}
    }
  }

  /** There is news of the chat's thread, which may tell what the pipeline's words meant. */
  void heardOfThread(Conversation chat, String threadTs) {
    work.heardOfThread(chat, threadTs);
    for (Conversation.Written written : chat.takeUnclear()) {
      if (written.toUser()) {
        pipelineReplied(chat, written.text());
      } else {
        pipelineNoted(chat, written.text());
      }
    }
  }

  /** Somebody else has closed the conversation. */
  void closed(Conversation chat) {
    work.letsGo(chat, Phase.CLOSED);
  }
}
