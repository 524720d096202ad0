package gameday.checker;

import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.ISSUE;
import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.reply;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One cause, one rule, where two of them once spoke up. */
class LateThingsTest {
  private static final EscalationTemplate WITH_SCREENSHOT =
      new EscalationTemplate(
          ISSUE,
          "https://horizon.example",
          List.of(Horizon.email(5)),
          Optional.of("screenshot.png"));

  @Test
  void untakenQuestionOwesNothingToANoteThatCameAfterItsDeadline() {
    Day day =
        honest()
            .at(660.2, new AgentTook(q(5), "client-team-1"))
            .at(
                660.5,
                new AgentNoted(q(5), "client-team-1", EscalationMessage.forNote(WITH_SCREENSHOT)),
                new Escalated(q(5), "client-team-1", EscalationWay.NOTE, ISSUE));

    assertEquals(List.of(), rulesBroken(day));
  }

  @Test
  void whatAForgeryLedToIsForgeryRefusedsAlone() {
    String forged = root(3).text().replace(Horizon.email(4), "") + "\nforged-0000000b";
    Day day =
        honest()
            .at(700, new IntruderTried("mod-chat", "unsigned", 200, "forged-0000000b"))
            .at(
                701,
                new SlackPosted(
                    Horizon.CHANNEL, "9.0", Optional.empty(), BOT, forged, List.of(q(3))),
                new SlackReacted(Horizon.CHANNEL, "9.0", CSM, "eyes"));

    assertEquals(List.of("forgery-refused"), rulesBroken(day));
  }

  @Test
  void reminderInAnotherThreadIsInThreadsAloneThoughACsmLooksRightThen() {
    Day day =
        honest()
            .without(h -> h instanceof SlackReacted r && r.ts().equals("3.0"))
            .without(h -> h instanceof SlackPosted p && isAnswerOf3(p))
            .without(PlantedFaultsTest.note(3))
            .at(462, reply(4, BOT, "Reminder: <!here>, nobody has replied yet."))
            .at(463, new SlackReacted(Horizon.CHANNEL, "3.0", CSM, "eyes"));

    assertEquals(List.of("in-thread"), rulesBroken(day));
  }

  private static boolean isAnswerOf3(SlackPosted post) {
    return post.threadTs().filter("3.0"::equals).isPresent();
  }

  private static List<String> rulesBroken(Day day) {
    return RuleBookTest.violations(RuleBookTest.judge(day)).stream()
        .map(Violation::rule)
        .distinct()
        .toList();
  }
}
