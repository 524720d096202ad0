package gameday.bench;

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
import gameday.scenario.Scenario;
import gameday.scenario.SessionPlan;
import gameday.scenario.Spread;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** Questions at a constant rate in both chats, and more staff than they need. */
final class BusyEvent {
  static final double SPEED = 60;

  private static final double IN_MOD_CHAT = 0.3;

  private BusyEvent() {}

  /**
   * The scenario.
   *
   * @param perSecond questions in a second of wall time, on average
   * @param seconds of wall time
   * @param escalates share that the Client team can't answer
   */
  static Scenario at(double perSecond, int seconds, double escalates) {
    Duration length = Duration.ofSeconds(Math.round(seconds * SPEED));
    double questions = perSecond * seconds;
    return new Scenario(
        "busy",
        "Questions at a constant rate",
        "Everything is answered.",
        SPEED,
        7,
        new EventPlan(
            "Busy Day",
            "busy-live",
            "https://busy.example",
            LocalDateTime.of(2026, 11, 22, 9, 0),
            length,
            List.of(new SessionPlan("keynote", "Keynote", Duration.ZERO, length))),
        List.of(
            audience(Audience.ATTENDEE, questions * (1 - IN_MOD_CHAT), 0, escalates),
            audience(Audience.SPEAKER, questions * IN_MOD_CHAT, 1, escalates)),
        new ChatbotPlan(fixed(2), 0.2),
        new StaffPlan(team(200), team(100), team(50), 0.8, 0),
        new EscalationProcess(
            Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT),
        HelpChatProduct.CHATWOOT,
        List.of(),
        List.of());
  }

  private static AudiencePlan audience(
      Audience audience, double questions, double modChat, double escalates) {
    return new AudiencePlan(
        audience,
        1_000_000,
        questions,
        modChat,
        List.of(
            new AudiencePlan.TopicShare(audience == Audience.SPEAKER ? "microphone" : "login", 1)),
        List.of(),
        escalates,
        fixed(7200),
        0,
        0);
  }

  private static TeamPlan team(int people) {
    return new TeamPlan(
        people,
        5,
        fixed(2),
        fixed(5),
        List.of(new TeamPlan.Shift(Duration.ZERO, Duration.ofHours(3))));
  }

  private static Spread fixed(long seconds) {
    return new Spread.Fixed(Duration.ofSeconds(seconds));
  }
}
