package gameday.scenario.yaml;

import gameday.process.Audience;
import gameday.scenario.AudiencePlan.Peak;
import gameday.scenario.AudiencePlan.TopicShare;
import gameday.scenario.EventPlan;
import gameday.scenario.SessionPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an audience does unless a scenario says otherwise. Assumptions, in the range of the few
 * figures that are published.
 */
record AudienceDefaults(
    Audience audience,
    String questions,
    String escalates,
    String patience,
    List<TopicShare> topics) {
  private static final String KEYNOTE = "keynote";

  static AudienceDefaults of(Audience audience) {
    return switch (audience) {
      case ATTENDEE ->
          new AudienceDefaults(audience, "4%", "10%", "lognormal(mean 4m, cv 0.5)", attendees());
      case SPEAKER ->
          new AudienceDefaults(audience, "100%", "15%", "lognormal(mean 3m, cv 0.5)", speakers());
      case EXHIBITOR ->
          new AudienceDefaults(audience, "30%", "8%", "lognormal(mean 5m, cv 0.5)", exhibitors());
    };
  }

  private static List<TopicShare> attendees() {
    return List.of(
        new TopicShare("login", 0.30),
        new TopicShare("video-sound", 0.20),
        new TopicShare("schedule", 0.18),
        new TopicShare("how-to", 0.10),
        new TopicShare("recordings", 0.09),
        new TopicShare("session-access", 0.08),
        new TopicShare("other", 0.05));
  }

  private static List<TopicShare> speakers() {
    return List.of(
        new TopicShare("microphone", 0.25),
        new TopicShare("screen-share", 0.20),
        new TopicShare("access", 0.20),
        new TopicShare("camera", 0.15),
        new TopicShare("slides", 0.08),
        new TopicShare("running-order", 0.07),
        new TopicShare("polls", 0.05));
  }

  private static List<TopicShare> exhibitors() {
    return List.of(
        new TopicShare("booth-staff", 0.25),
        new TopicShare("suite-editing", 0.20),
        new TopicShare("meetings", 0.20),
        new TopicShare("traffic", 0.15),
        new TopicShare("leads-export", 0.12),
        new TopicShare("login", 0.08));
  }

  /** Around the doors, a session called keynote and the other sessions. */
  List<Peak> peaks(EventPlan event) {
    return switch (audience) {
      case ATTENDEE -> {
        List<Peak> peaks = new ArrayList<>(List.of(peak(Duration.ZERO, -10, 20, 10)));
        for (SessionPlan session : event.sessions()) {
          boolean keynote = session.id().equals(KEYNOTE);
          peaks.add(
              keynote ? peak(session.starts(), -2, 10, 7) : peak(session.starts(), -5, 8, 3.5));
        }
        yield peaks;
      }
      case SPEAKER -> {
        List<Peak> peaks = new ArrayList<>();
        for (SessionPlan session : event.sessions()) {
          peaks.add(peak(session.starts(), -17, -13, 4));
          peaks.add(peak(session.starts(), -7, -3, 5));
        }
        yield peaks;
      }
      case EXHIBITOR -> List.of(peak(Duration.ZERO, -10, 30, 3));
    };
  }

  private static Peak peak(Duration around, int fromMinutes, int toMinutes, double factor) {
    return new Peak(around.plusMinutes(fromMinutes), around.plusMinutes(toMinutes), factor);
  }
}
