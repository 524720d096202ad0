package gameday.report;

import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import gameday.scenario.ChatbotPlan;
import gameday.scenario.EventPlan;
import gameday.scenario.FaultPlan;
import gameday.scenario.Scenario;
import gameday.scenario.SessionPlan;
import gameday.scenario.Spread;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** A scenario made by hand: a day with sessions in parallel and an outage. */
final class SampleScenario {
  private SampleScenario() {}

  static Scenario of(String title, String event) {
    TeamPlan team =
        new TeamPlan(3, 3, fixed(20), fixed(300), List.of(new TeamPlan.Shift(at(0), at(480))));
    return new Scenario(
        "keynote-rush",
        title,
        "What it rehearses.",
        60,
        4711,
        new EventPlan(
            event,
            "summit-2026",
            "https://summit.example",
            LocalDateTime.of(2026, 6, 10, 9, 0),
            Duration.ofHours(8),
            List.of(
                new SessionPlan("opening", event, at(-15), at(30)),
                new SessionPlan("keynote", "Keynote: the year ahead", at(30), at(90)),
                new SessionPlan("track-a", "Track A: building", at(105), at(240)),
                new SessionPlan("track-b", "Track B: running", at(105), at(225)),
                new SessionPlan("panel", "Closing panel", at(390), at(465)))),
        List.of(),
        new ChatbotPlan(fixed(3), 0.45),
        new StaffPlan(team, team, team, 0.9, 0),
        new EscalationProcess(
            Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT),
        HelpChatProduct.CHATWOOT,
        List.of(
            new FaultPlan(FaultPlan.Target.SLACK, new FaultPlan.Kind.Outage(), at(180), at(205))),
        List.of());
  }

  private static Spread fixed(int seconds) {
    return new Spread.Fixed(Duration.ofSeconds(seconds));
  }

  private static Duration at(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
