package gameday.script;

import gameday.process.Tier;
import gameday.scenario.AudiencePlan;
import gameday.scenario.CommonCause;
import gameday.scenario.Scenario;
import gameday.scenario.SessionPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes questions those of a common cause. Each cause has a stream of its own, so that another
 * cause, or none, leaves the rest of the script as it was.
 */
record CommonCauses(Scenario scenario, Chance chance) {
  /** The question, turned into one of the first cause that hits it, if one does. */
  ScriptedQuestion hit(AudiencePlan plan, ScriptedQuestion asked) {
    return plan.causes().stream()
        .filter(cause -> cause.isOnAt(asked.at()))
        .filter(cause -> chance.happens("cause/" + cause.name(), cause.share()))
        .findFirst()
        .map(cause -> about(cause, asked))
        .orElse(asked);
  }

  private ScriptedQuestion about(CommonCause cause, ScriptedQuestion asked) {
    Optional<SessionPlan> session = scenario.event().session(cause.session());
    Wording wording =
        new Wording(scenario.event(), chance, asked.asker(), cause.topic(), asked.at(), session);
    Tier truth = ScriptDraw.escalated(scenario, chance);
    return new ScriptedQuestion(
        asked.id(),
        asked.at(),
        asked.asker(),
        asked.chat(),
        Optional.of(cause.session()),
        cause.topic(),
        scenario.event().url() + "/sessions/" + cause.session(),
        List.of(new ScriptedQuestion.Line(Duration.ZERO, cause.says())),
        truth,
        asked.work(),
        asked.patience(),
        asked.leavesSilently(),
        cause.issue(),
        asked.screenshot(),
        wording.answer(truth, asked.id()),
        asked.followUp());
  }
}
