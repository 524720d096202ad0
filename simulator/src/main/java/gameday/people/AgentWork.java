package gameday.people;

import gameday.people.Conversation.Phase;
import gameday.people.Mistakes.Kind;
import gameday.process.Chat;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import gameday.script.ScriptedQuestion.FollowUp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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

  AgentWork(Setting setting, Team team) {
    this.setting = setting;
    this.team = team;
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
      insists(
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
      after(chat, followUp.work(), () -> answers(chat, followUp.answer()));
    } else if (chat.brought.isPresent()) {
      after(chat, question.work().agentReturn(), () -> answers(chat, chat.brought.get()));
    } else if (chat.inThread) {
      after(chat, setting.habits().look(), () -> reassures(chat));
    } else {
      after(chat, question.work().agent(), () -> decides(chat));
    }
  }

  private void findsDead(Conversation chat) {
    after(chat, setting.habits().look(), () -> closes(chat));
  }

  private void decides(Conversation chat) {
    if (chat.leftSilently) {
      findsDead(chat);
    } else if (chat.brought.isPresent()) {
      answers(chat, chat.brought.get());
    } else if (!escalates(chat.question)) {
      answers(chat, chat.question.answer());
    } else if (chat.inThread) {
      reassures(chat);
    } else {
      escalate(chat);
    }
  }

  private boolean escalates(ScriptedQuestion question) {
    return question.truth().needsEscalation()
        || setting.mistakes().happens(Kind.ESCALATES_WITHOUT_NEED, question.id());
  }

  private void escalate(Conversation chat) {
    QuestionId id = chat.question.id();
    Person agent = chat.agent.orElseThrow();
    EscalationTemplate template = template(chat.question);
    BooleanSupplier attempt =
        switch (way(chat.question)) {
          case NOTE -> () -> setting.world().agentEscalatesByNote(id, agent.id, template);
          case BY_HAND -> () -> escalatesByHand(id, agent, template);
        };
    insists(chat, attempt, () -> reassures(chat));
  }

  /** Who is not in Slack has a colleague paste it; where none is there, they ask again later. */
  private boolean escalatesByHand(QuestionId id, Person agent, EscalationTemplate template) {
    return Optional.of(agent)
        .filter(person -> person.inSlack)
        .or(() -> team.anybody(person -> person.inSlack))
        .filter(person -> setting.world().agentEscalatesByHand(id, person.id, template))
        .isPresent();
  }

  /** Notes need a chat that keeps them from the asker; Mod chat always does. */
  private EscalationWay way(ScriptedQuestion question) {
    if (question.chat() == Chat.MOD) {
      return EscalationWay.NOTE;
    }
    return setting.scenario().helpChat().hasPrivateNotes()
        ? setting.scenario().process().way()
        : EscalationWay.BY_HAND;
  }

  private EscalationTemplate template(ScriptedQuestion question) {
    boolean leavesOut = setting.mistakes().happens(Kind.LEAVES_OUT_PAGE, question.id());
    return new EscalationTemplate(
        question.issue(),
        leavesOut ? "" : question.page(),
        List.of(question.asker().email()),
        question.screenshot());
  }

  private void reassures(Conversation chat) {
    QuestionId id = chat.question.id();
    String agent = chat.agent.orElseThrow().id;
    if (chat.brought.isPresent() || chat.leftSilently) {
      putsAside(chat);
    } else {
      insists(
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
    insists(chat, () -> setting.world().agentReplies(id, agent, text, true), () -> hasAnswer(chat));
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
    after(chat, after.plus(setting.habits().followUpGrace()), () -> closes(chat));
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
    insists(
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

  private void after(Conversation chat, Duration delay, Runnable action) {
    int turn = chat.turn;
    setting
        .agenda()
        .after(
            delay,
            () -> {
              if (chat.turn == turn) {
                action.run();
              }
            });
  }

  private void insists(Conversation chat, BooleanSupplier attempt, Runnable next) {
    int turn = chat.turn;
    setting.persistence().insist(() -> chat.turn == turn, attempt, next);
  }
}
