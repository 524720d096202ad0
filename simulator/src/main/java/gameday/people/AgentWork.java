package gameday.people;

import gameday.people.Conversation.Phase;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import gameday.script.ScriptedQuestion.FollowUp;
import java.time.Duration;
import java.util.Optional;

/**
 * What an agent of the Client team does with a question, from taking it to closing it.
 *
 * <p>Each time agents turn to a chat, and before they answer, they see whether the asker is still
 * there; at a dead chat they lose a look's time and close it.
 */
final class AgentWork {
  private static final String IN_BETWEEN = "Let me check with our team, I'll be right back.";

  private final Setting setting;
  private final Team team;
  private final Plans plans;
  private final WayOut wayOut;

  AgentWork(Setting setting, Team team) {
    this.setting = setting;
    this.team = team;
    this.plans = new Plans(setting);
    this.wayOut = new WayOut(setting, team, plans);
  }

  /** The chat's thread is there; agents may get that wrong. */
  void heardOfThread(Conversation chat, String threadTs) {
    wayOut.heardOfThread(chat, threadTs);
  }

  /** The question waits; the task is to take it. */
  Task waits(Conversation chat, Task.Rank rank) {
    chat.turn++;
    chat.phase = Phase.WAITING;
    Task task = new Task(rank, setting.agenda().now(), person -> takes(chat, person));
    chat.task = Optional.of(task);
    return task;
  }

  private void takes(Conversation chat, Person person) {
    boolean hadIt = chat.agent.filter(agent -> agent == person).isPresent();
    chat.task = Optional.empty();
    chat.agent = Optional.of(person);
    chat.phase = Phase.WITH_AGENT;
    chat.inSlot = true;
    if (chat.over) {
      closes(chat);
    } else if (hadIt) {
      turnsTo(chat);
    } else {
      plans.insists(
          chat,
          () -> setting.world().agentTakes(chat.question.id(), person.id),
          () -> turnsTo(chat));
    }
  }

  /** The agent works on what the chat needs next. */
  void turnsTo(Conversation chat) {
    ScriptedQuestion question = chat.question;
    if (chat.leftSilently) {
      findsDead(chat);
    } else if (chat.followUpAsked) {
      FollowUp followUp = question.followUp().orElseThrow();
      plans.after(chat, followUp.work(), () -> answers(chat, followUp.answer()));
    } else if (chat.brought.isPresent()) {
      plans.after(chat, question.work().agentReturn(), () -> answers(chat, chat.brought.get()));
    } else if (chat.inThread) {
      plans.after(chat, setting.habits().look(), () -> reassures(chat));
    } else {
      plans.after(chat, question.work().agent(), () -> decides(chat));
    }
  }

  private void findsDead(Conversation chat) {
    plans.after(chat, setting.habits().look(), () -> closes(chat));
  }

  private void decides(Conversation chat) {
    if (chat.leftSilently) {
      findsDead(chat);
    } else if (chat.brought.isPresent()) {
      answers(chat, chat.brought.get());
    } else if (!wayOut.escalates(chat)) {
      answers(chat, chat.question.answer());
    } else if (chat.inThread) {
      reassures(chat);
    } else {
      wayOut.escalate(chat, () -> reassures(chat));
    }
  }

  private void reassures(Conversation chat) {
    QuestionId id = chat.question.id();
    String agent = chat.agent.orElseThrow().id;
    if (chat.brought.isPresent() || chat.leftSilently) {
      putsAside(chat);
    } else {
      plans.insists(
          chat,
          () -> setting.world().agentReplies(id, agent, IN_BETWEEN, false),
          () -> putsAside(chat));
    }
  }

  private void putsAside(Conversation chat) {
    if (chat.brought.isPresent()) {
      turnsTo(chat);
      return;
    }
    chat.phase = Phase.ESCALATED;
    team.escalates(chat.agent.orElseThrow());
    if (!setting.habits().holdsSlot()) {
      releases(chat);
    }
  }

  private void answers(Conversation chat, String text) {
    if (chat.leftSilently) {
      findsDead(chat);
      return;
    }
    QuestionId id = chat.question.id();
    String agent = chat.agent.orElseThrow().id;
    plans.insists(
        chat, () -> setting.world().agentReplies(id, agent, text, true), () -> hasAnswer(chat));
  }

  /** The asker, who is still there, has a wrong answer: a word in between puts it right. */
  void corrects(Conversation chat, String answer) {
    switch (chat.phase) {
      case AWAITING_FOLLOW_UP, WAITING, WITH_AGENT -> {
        QuestionId id = chat.question.id();
        chat.agent.ifPresent(
            agent ->
                plans.insists(
                    chat,
                    () -> setting.world().agentReplies(id, agent.id, answer, false),
                    () -> {}));
      }
      case NEW, WITH_CHATBOT, UNRESOLVED, ESCALATED, CLOSING, CLOSED -> {}
    }
  }

  /** The asker has the answer, from whomever. */
  void hasAnswer(Conversation chat) {
    chat.answered = true;
    if (!chat.expectsFollowUp()) {
      closes(chat);
      return;
    }
    Duration after = chat.question.followUp().orElseThrow().after();
    letsGo(chat, Phase.AWAITING_FOLLOW_UP);
    plans.after(chat, after.plus(setting.habits().followUpGrace()), () -> closes(chat));
  }

  /**
   * The conversation is closed: by its agent, or if they are gone, by anybody at a glance. If
   * nobody is there at all, whoever comes first does it.
   */
  void closes(Conversation chat) {
    Optional<Person> closer = chat.agent.filter(Person::isHere).or(team::anybody);
    if (closer.isEmpty()) {
      letsGo(chat, Phase.WAITING);
      chat.over = true;
      team.add(waits(chat, Task.Rank.RETURN), Duration.ZERO);
      return;
    }
    Phase was = forgets(chat, Phase.CLOSING);
    plans.insists(
        chat,
        () -> setting.world().agentCloses(chat.question.id(), closer.get().id),
        () -> chat.phase = Phase.CLOSED);
    frees(chat, was);
  }

  /** The chat is no longer anybody's to work on. */
  void letsGo(Conversation chat, Phase next) {
    frees(chat, forgets(chat, next));
  }

  private Phase forgets(Conversation chat, Phase next) {
    Phase was = chat.phase;
    chat.turn++;
    chat.phase = next;
    chat.task.ifPresent(team::remove);
    chat.task = Optional.empty();
    return was;
  }

  private void frees(Conversation chat, Phase was) {
    if (was == Phase.ESCALATED) {
      team.escalationEnds(chat.agent.orElseThrow());
    }
    if (chat.inSlot) {
      releases(chat);
    }
  }

  private void releases(Conversation chat) {
    chat.inSlot = false;
    team.release(chat.agent.orElseThrow());
  }
}
