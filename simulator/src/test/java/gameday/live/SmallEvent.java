package gameday.live;

import gameday.process.AnswerRoute;
import gameday.process.Audience;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import gameday.scenario.AudiencePlan;
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

/** An event of ten minutes with about thirty questions in both chats and enough people. */
final class SmallEvent {
  private static final Duration LENGTH = Duration.ofMinutes(10);

  private SmallEvent() {}

  static Scenario scenario(HelpChatProduct product, List<FaultPlan> faults) {
    return scenario(product, faults, team(6));
  }

  static Scenario scenario(HelpChatProduct product, List<FaultPlan> faults, TeamPlan agents) {
    boolean notes = product.hasPrivateNotes();
    return new Scenario(
        "small",
        "A small event",
        "Everything works.",
        120,
        7,
        new EventPlan(
            "Horizon",
            "horizon-live",
            "https://horizon.example",
            LocalDateTime.of(2026, 11, 22, 9, 0),
            LENGTH,
            List.of(new SessionPlan("keynote", "Keynote", Duration.ofMinutes(2), LENGTH))),
        List.of(audience(Audience.ATTENDEE, 20, 0), audience(Audience.SPEAKER, 10, 0.7)),
        new ChatbotPlan(fixed(2), 0.3),
        new StaffPlan(agents, team(3), team(2), 0.7, 0),
        new EscalationProcess(
            Profile.CURRENT,
            notes ? EscalationWay.NOTE : EscalationWay.BY_HAND,
            notes ? AnswerRoute.THROUGH_AGENT : AnswerRoute.STRAIGHT,
            Deadlines.DEFAULT),
        product,
        faults,
        List.of());
  }

  private static AudiencePlan audience(Audience audience, double questions, double modChat) {
    return new AudiencePlan(
        audience,
        200,
        questions,
        modChat,
        List.of(
            new AudiencePlan.TopicShare(audience == Audience.SPEAKER ? "microphone" : "login", 1)),
        List.of(),
        0.5,
        fixed(3600),
        0.5,
        0.2);
  }

  static TeamPlan team(int people) {
    return new TeamPlan(
        people,
        3,
        fixed(5),
        fixed(40),
        List.of(new TeamPlan.Shift(Duration.ZERO, Duration.ofHours(3))));
  }

  private static Spread fixed(long seconds) {
    return new Spread.Fixed(Duration.ofSeconds(seconds));
  }
}
