package gameday.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.scenario.Scenario;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceTest {
  @Test
  void asksForTheMissingInvitationsIfThereAreAny() {
    RunReport whole = SampleRun.violated();

    assertFalse(Advice.of(whole).contains("invitations"));
    assertTrue(
        Advice.of(withANoShow(whole))
            .endsWith("get the missing invitations accepted: 'gameday preflight' says whose."));
  }

  private static RunReport withANoShow(RunReport run) {
    Scenario s = run.scenario();
    TeamPlan all = s.staff().csm();
    TeamPlan csms =
        new TeamPlan(
            all.people(), all.slots(), all.notice(), all.handling(), all.shifts(), List.of(), 1);
    Scenario scenario =
        new Scenario(
            s.name(),
            s.title(),
            s.about(),
            s.speed(),
            s.seed(),
            s.event(),
            s.audiences(),
            s.chatbot(),
            new StaffPlan(s.staff().clientTeam(), csms, s.staff().techSupport(), 0.9, 0),
            s.process(),
            s.helpChat(),
            s.faults(),
            s.objectives());
    return new RunReport(
        scenario,
        run.seed(),
        run.speed(),
        run.verdict(),
        run.measures(),
        run.history(),
        run.origin(),
        run.warnings(),
        run.hasGatlingPages());
  }
}
