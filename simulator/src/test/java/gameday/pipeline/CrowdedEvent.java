package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pipeline at an event with two sessions, at which many may have the same trouble. */
final class CrowdedEvent {
  static final String HOME = "https://horizon.example";
  static final String KEYNOTE = "https://horizon.example/sessions/keynote";
  static final String PANEL = "https://horizon.example/sessions/panel";
  static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** The first issue's message in Slack. */
  static final String TS = "1700000000.000100";

  private final Pipeline pipeline;
  private int inputs;

  CrowdedEvent() {
    this(Duration.ofMinutes(10));
  }

  /**
   * @param within how long after an issue others join it
   */
  CrowdedEvent(Duration within) {
    pipeline =
        new Pipeline(
            new Playbook(
                new EscalationProcess(
                    Profile.CURRENT,
                    EscalationWay.NOTE,
                    AnswerRoute.THROUGH_AGENT,
                    new Deadlines(Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofDays(2)),
                    within),
                new Mention.Here(),
                HOME,
                Set.of("UCSM"),
                Map.of("UAGENT", "agent-9"),
                Set.of(KEYNOTE, PANEL + "/", HOME)));
  }

  List<Effect> at(long nanos, Signal signal) {
    return pipeline.on(new Input("k" + inputs++, nanos, signal));
  }

  /** The first one's thread stands. */
  void first(String page, String text) {
    Effect post = at(0, note(help("1"), page, text)).getFirst();
    at(0, new Signal.Posted(post.key(), TS));
  }

  static Conversation help(String id) {
    return new Conversation(Chat.HELP, id);
  }

  static Caller caller(String id, String page) {
    return new Caller("Name", "u" + id + "@example.org", page);
  }

  static Signal note(Conversation conversation, String page, String text) {
    return new Signal.AgentNoted(
        conversation, caller(conversation.id(), page), "agent-9", "/escalate " + text);
  }

  static void assertOpens(List<Effect> effects) {
    assertEquals(1, effects.size(), effects::toString);
    assertEquals(Effect.PostToSlack.class, effects.getFirst().getClass());
  }
}
