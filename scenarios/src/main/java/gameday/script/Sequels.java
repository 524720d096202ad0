package gameday.script;

import gameday.process.Tier;
import gameday.scenario.AudiencePlan;
import gameday.scenario.Scenario;
import gameday.scenario.SessionPlan;
import gameday.scenario.Spread;
import gameday.script.ScriptedQuestion.Comeback;
import gameday.script.ScriptedQuestion.Correction;
import java.time.Duration;
import java.util.Optional;

/**
 * What comes of a question once it has its answer: the answer is edited, the asker comes back. Each
 * draw has a stream of its own.
 */
record Sequels(Scenario scenario, AudiencePlan plan, Chance chance) {
  /** People see what is wrong with an answer soon, or never. */
  private static final Spread CORRECTED_AFTER = new Spread.Lognormal(Duration.ofSeconds(40), 0.8);

  private static final Spread BACK_AFTER = new Spread.Lognormal(Duration.ofMinutes(3), 0.5);

  /**
   * The question with its sequels.
   *
   * @param session what it would be about if it is about a session
   */
  ScriptedQuestion of(ScriptedQuestion asked, Optional<SessionPlan> session) {
    return asked.with(correction(asked, session), comeback(asked, session));
  }

  private Optional<Correction> correction(ScriptedQuestion asked, Optional<SessionPlan> session) {
    boolean corrected =
        asked.truth().needsEscalation() && chance.happens("corrected", scenario.staff().corrects());
    return corrected
        ? Optional.of(
            new Correction(
                chance.duration("corrected-after", CORRECTED_AFTER),
                wording(asked, session, chance).corrected(asked.id())))
        : Optional.empty();
  }

  private Optional<Comeback> comeback(ScriptedQuestion asked, Optional<SessionPlan> session) {
    if (!chance.happens("returns", plan.returns())) {
      return Optional.empty();
    }
    Chance again = new Chance(chance.seed(), chance.scope() + "/again", chance.index());
    Wording wording = wording(asked, session, again);
    Tier truth =
        again.happens("escalates", plan.escalates())
            ? ScriptDraw.escalated(scenario, again)
            : Tier.CLIENT_TEAM;
    return Optional.of(
        new Comeback(
            again.duration("back-after", BACK_AFTER),
            wording.again(),
            truth,
            ScriptDraw.work(scenario, again),
            wording.issueAgain(),
            wording.answerAgain(truth, asked.id())));
  }

  private Wording wording(ScriptedQuestion asked, Optional<SessionPlan> session, Chance words) {
    Optional<SessionPlan> about =
        asked.session().flatMap(scenario.event()::session).or(() -> session);
    return new Wording(scenario.event(), words, asked.asker(), asked.topic(), asked.at(), about);
  }
}
