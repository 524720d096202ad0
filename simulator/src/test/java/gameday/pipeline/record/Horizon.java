package gameday.pipeline.record;

import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Playbook;
import gameday.pipeline.Signal;
import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import java.util.Map;
import java.util.Set;

/** What people do at a small event, as the pipeline learns it. */
final class Horizon {
  private Horizon() {}

  static Playbook playbook(Deadlines deadlines) {
    return new Playbook(
        new EscalationProcess(
            Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, deadlines),
        new Mention.Here(),
        "https://horizon.example",
        Set.of("UCSM"),
        Map.of());
  }

  private static Conversation conversation(int number) {
    return new Conversation(Chat.HELP, Integer.toString(number));
  }

  static Arrival asks(int number) {
    return new Arrival(
        "asked:" + number,
        new Signal.UserWrote(
            conversation(number),
            new Caller("Ada", "ada" + number + "@example.org", "https://horizon.example"),
            "no sound " + number,
            true));
  }

  static Arrival isTaken(int number) {
    return new Arrival(
        "taken:" + number, new Signal.Taken(conversation(number), Caller.UNKNOWN, "agent-9"));
  }

  /** An agent escalates: the first time with a post, later in its thread. */
  static Arrival escalates(int number, int time) {
    return new Arrival(
        "noted:" + number + ":" + time,
        new Signal.AgentNoted(
            conversation(number),
            Caller.UNKNOWN,
            "agent-9",
            "/escalate\nIssue: no sound in room " + number + ", " + time));
  }

  static Arrival answers(String threadTs, int time) {
    String ts = threadTs.replace(".", time + ".");
    return new Arrival("slack:" + ts, new Signal.SlackReplied(ts, threadTs, "UCSM", "try " + time));
  }
}
