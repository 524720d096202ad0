package gameday.checker;

import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Horizon;
import gameday.rehearsed.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalatedIffNeededTest {
  private static final Excerpt WHOLE = Excerpt.of(3);

  @ParameterizedTest
  @CsvSource({"159.95, ''", "159.949999999, escalated-iff-needed pipeline q-3"})
  void letsThePostBeWrittenDownShortlyBeforeTheEscalation(double posted, String finding) {
    Day day = WHOLE.day().moving(SlackPosted.class, p -> p.ts().equals("3.0"), posted - 160.5);

    assertEquals(
        finding.isEmpty() ? List.of() : List.of(finding), WHOLE.with(day).judged().findings());
  }

  @Test
  void saysThatNobodyHadAskedForIt() {
    Judged judged =
        Excerpt.of(2).and(50, root(2), new SlackReacted(CHANNEL, "2.0", CSM, "eyes")).judged();

    assertEquals(
        "the pipeline posted it at 09:00:50, though no agent had escalated it", judged.sentence());
    assertEquals(1, judged.cases("escalated-iff-needed"));
  }

  @Test
  void findsWhatWasOverBeforeItWasPosted() {
    Excerpt left =
        Excerpt.of(5)
            .with(
                Day.empty()
                    .at(50, new Asked(q(5), Chat.HELP, "c5", Horizon.text(5)))
                    .at(60, new AgentRequested(q(5)))
                    .at(300, new GaveUp(q(5), false)));

    assertEquals(
        List.of("escalated-iff-needed pipeline q-5"), left.and(400, root(5)).judged().findings());
  }

  @Test
  void blamesAnAgentWhoAnswersWhatTakesACsm() {
    Excerpt taken = taken();
    AgentReplied answer = new AgentReplied(q(3), "client-team-1", "Reload", true);
    AgentReplied word = new AgentReplied(q(3), "client-team-1", "One moment", false);

    Judged answered = taken.and(130, word, answer).judged();
    assertEquals(List.of("escalated-iff-needed staff q-3"), answered.findings());
    assertEquals(
        "client-team-1 answered it without escalating, though it takes a csm", answered.sentence());
    assertEquals(1, answered.cases("escalated-iff-needed"));
    assertEquals(List.of(), taken.and(130, word).judged().findings());
    assertEquals(1, taken.and(130, word).judged().cases("escalated-iff-needed"));
  }

  private static Excerpt taken() {
    return WHOLE.with(
        Day.empty()
            .at(30, new Asked(q(3), Chat.HELP, "c3", Horizon.text(3)))
            .at(35, new AgentRequested(q(3)))
            .at(100, new AgentTook(q(3), "client-team-1")));
  }

  @Test
  void blamesAnAgentWhoEscalatesWhatTheFirstLineCanAnswer() {
    Judged judged =
        Excerpt.of(2)
            .and(
                50,
                new Escalated(q(2), "client-team-1", EscalationWay.NOTE, "issue"),
                root(2),
                new SlackReacted(CHANNEL, "2.0", CSM, "eyes"))
            .judged();

    assertEquals("client-team-1 escalated it, though client-team can answer it", judged.sentence());
    assertEquals(List.of("escalated-iff-needed staff q-2"), judged.findings());
  }

  @Test
  void countsOnlyWhatCouldHaveGoneWrong() {
    assertEquals(1, WHOLE.judged().cases("escalated-iff-needed"));
    assertEquals(0, Excerpt.of(2).judged().cases("escalated-iff-needed"));
  }
}
