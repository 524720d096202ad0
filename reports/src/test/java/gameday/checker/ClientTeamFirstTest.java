package gameday.checker;

import static gameday.rehearsed.Deeds.as;
import static gameday.rehearsed.Deeds.is;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.SlackReacted;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientTeamFirstTest {
  private static final Excerpt WHOLE = Excerpt.of(3);

  @Test
  void showsTheQuestionThatSkippedTheClientTeam() {
    Excerpt asked = Excerpt.of(1);

    Judged judged = asked.and(11, root(1), new SlackReacted(CHANNEL, "1.0", CSM, "eyes")).judged();

    assertEquals(
        "the pipeline posted it at 09:00:11, before any agent of the Client team had it",
        judged.sentence());
    assertEquals(List.of(2L, 3L), judged.witnesses());
    assertEquals(1, judged.cases("client-team-first"));
  }

  @Test
  void countsNoSecondThreadAsACaseOfTheClientTeams() {
    assertEquals(1, WHOLE.and(162, as(root(3), "3.9", BOT)).judged().cases("client-team-first"));
  }

  @Test
  void blamesAnAgentWhoEscalatesWhatTheyHaveNotTakenYet() {
    Judged before = took(170);
    Judged never = WHOLE.with(WHOLE.day().without(is(AgentTook.class))).judged();
    Judged withChatbot =
        WHOLE
            .with(WHOLE.day().without(is(AgentTook.class)).without(is(AgentRequested.class)))
            .judged();

    String sentence =
        "client-team-1 escalated it without having taken it: only the Client team escalates, and"
            + " only what it has taken";
    assertEquals(sentence, before.sentence());
    assertEquals(sentence, never.sentence());
    assertEquals(sentence, withChatbot.sentence());
    assertEquals(List.of("client-team-first staff q-3"), before.findings());
    assertEquals(List.of(), took(159).findings());
  }

  private static Judged took(double second) {
    return WHOLE
        .with(WHOLE.day().without(is(AgentTook.class)))
        .and(second, new AgentTook(q(3), "client-team-1"))
        .judged();
  }
}
