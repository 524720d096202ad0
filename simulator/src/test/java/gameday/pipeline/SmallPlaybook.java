package gameday.pipeline;

import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import java.util.Map;
import java.util.Set;

/** What an event has settled that has no sessions and one CSM, {@code UCSM}. */
final class SmallPlaybook {
  private SmallPlaybook() {}

  static Playbook of(EscalationWay way, AnswerRoute route) {
    return of(way, route, Deadlines.DEFAULT);
  }

  static Playbook of(EscalationWay way, AnswerRoute route, Deadlines deadlines) {
    return new Playbook(
        new EscalationProcess(Profile.CURRENT, way, route, deadlines),
        new Mention.Here(),
        "https://horizon.example",
        Set.of("UCSM"),
        Map.of());
  }
}
