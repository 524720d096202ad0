package gameday.people;

import gameday.process.Chat;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.scenario.StaffMistake;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How agents put what they can't answer into Slack, and what they get wrong about it. */
final class WayOut {
  private static final String CALL = "Could you have a look at this, please?";

  private final Setting setting;
  private final Team team;
  private final Plans plans;

  WayOut(Setting setting, Team team, Plans plans) {
    this.setting = setting;
    this.team = team;
    this.plans = plans;
  }

  /** Whether the agent thinks that it takes an escalation. */
  boolean escalates(Conversation chat) {
    return chat.question.truth().needsEscalation()
        ? chat.inThread || !errs(StaffMistake.ANSWERS_WITHOUT_ESCALATING, chat)
        : errs(StaffMistake.ESCALATES_WITHOUT_NEED, chat);
  }

  private boolean errs(StaffMistake kind, Conversation chat) {
    return setting.mistakes().happens(kind, chat.question.id());
  }

  /** The agent escalates, then does {@code next}. */
  void escalate(Conversation chat, Runnable next) {
    QuestionId id = chat.question.id();
    Person agent = chat.agent.orElseThrow();
    EscalationTemplate template = template(chat);
    World world = setting.world();
    switch (way(chat.question)) {
      case NOTE ->
          plans.insists(chat, () -> world.agentEscalatesByNote(id, agent.id, template), next);
      case BY_HAND -> {
        Runnable properly =
            () ->
                plans.insists(
                    chat,
                    () -> inSlack(agent, who -> world.agentEscalatesByHand(id, who, template)),
                    next);
        if (errs(StaffMistake.ESCALATES_TO_WRONG_CHANNEL, chat)) {
          plans.insists(
              chat,
              () -> inSlack(agent, who -> world.agentEscalatesElsewhere(id, who, template)),
              () -> plans.after(chat, setting.habits().look(), properly));
        } else {
          properly.run();
        }
      }
    }
  }

  /** Who is not in Slack has a colleague paste it; where none is there, they ask again later. */
  private boolean inSlack(Person agent, Predicate<String> pasting) {
    return Optional.of(agent)
        .filter(person -> person.inSlack)
        .or(() -> team.anybody(person -> person.inSlack))
        .filter(person -> pasting.test(person.id))
        .isPresent();
  }

  /** What an agent gets wrong who sees that the chat's thread is there. */
  void heardOfThread(Conversation chat, String threadTs) {
    if (chat.threadOpen && chat.agent.filter(agent -> agent.inSlack).isPresent()) {
      String agent = chat.agent.get().id;
      String email = chat.question.asker().email();
      errsOnce(
          StaffMistake.AGENT_CALLS_TECH_SUPPORT,
          chat,
          () -> setting.world().agentCallsTechSupport(agent, threadTs, CALL));
      errsOnce(
          StaffMistake.AGENT_WRITES_AT_TOP_LEVEL,
          chat,
          () -> setting.world().writesAtTopLevel(agent, "Any news for " + email + ", please?"));
    }
  }

  /** Nobody insists on a mistake: what doesn't get through is left undone. */
  private void errsOnce(StaffMistake kind, Conversation chat, Runnable mistake) {
    if (errs(kind, chat) && chat.made.add(kind)) {
      mistake.run();
    }
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

  private EscalationTemplate template(Conversation chat) {
    ScriptedQuestion question = chat.question;
    boolean leavesOut = errs(StaffMistake.LEAVES_OUT_PAGE, chat);
    return new EscalationTemplate(
        question.issue(),
        leavesOut ? "" : question.page(),
        List.of(question.asker().email()),
        question.screenshot());
  }
}
